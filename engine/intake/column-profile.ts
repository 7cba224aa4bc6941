import { type AnyGrid, type Cell, cellAt } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { readAmountText } from "./parse-amount.ts";
import { readDayNumber, readDayText } from "./parse-day.ts";

/** What a column holds, counted over a sample of its table's rows. */
export interface ColumnProfile {
  readonly rows: number;
  /** Cells that are not blank. */
  readonly filled: number;
  /** Date cells, and texts that read as a date. */
  readonly days: number;
  /** Of these the texts of digits alone, which may as well be ids. */
  readonly digitDays: number;
  /** Numbers, money, and texts that read as an amount. */
  readonly numbers: number;
  /** Of these the ones with a currency. */
  readonly priced: number;
  /** Plain numbers that are days once formatted so. */
  readonly serials: number;
  readonly booleans: number;
  /** Numbers that are 0 or 1. */
  readonly bits: number;
  readonly emails: number;
  /** Different values. */
  readonly distinct: number;
  /** The texts, with how often each is found. */
  readonly texts: ReadonlyMap<string, number>;
}

const SAMPLE_ROWS = 300;

/** The rows that a profile looks at: all of a short table, evenly spread ones of a long one. */
export function sampleRows(firstRow: number, endRow: number): readonly number[] {
  const length = Math.max(0, endRow - firstRow);
  const count = Math.min(SAMPLE_ROWS, length);
  return Array.from({ length: count }, (_, i) => firstRow + Math.floor((i * length) / count));
}

/** Counts what the cells of a column hold. */
export function profileColumn(grid: AnyGrid, column: number, rows: readonly number[]): ColumnProfile {
  const counts = {
    filled: 0,
    days: 0,
    digitDays: 0,
    numbers: 0,
    priced: 0,
    serials: 0,
    booleans: 0,
    bits: 0,
    emails: 0,
  };
  const texts = new Map<string, number>();
  const values = new Set<string>();
  for (const row of rows) {
    const cell = cellAt(grid, row, column);
    if (isBlank(cell)) continue;
    const text = textOf(cell);
    counts.filled++;
    values.add(text);
    if (typeof cell === "string") texts.set(text, (texts.get(text) ?? 0) + 1);
    else if (typeof cell === "boolean") counts.booleans++;
    else if (isDayCell(cell)) counts.days++;
    else if (isNumberCell(cell)) counts.numbers++;
    if (typeof cell === "object" && cell?.kind === "money") counts.priced++;
    if (cell === 0 || cell === 1) counts.bits++;
    if (typeof cell === "number" && readDayNumber(cell)) counts.serials++;
  }
  for (const [text, count] of texts) {
    if (readDayText(text)) {
      counts.days += count;
      if (/^\d+$/.test(text)) counts.digitDays += count;
    }
    const amount = readAmountText(text.replace("%", ""));
    if (amount) counts.numbers += count;
    if (amount?.currency) counts.priced += count;
    if (text.includes("@")) counts.emails += count;
  }
  return { rows: rows.length, ...counts, distinct: values.size, texts };
}

function isDayCell(cell: Cell): boolean {
  return typeof cell === "object" && cell?.kind === "day";
}

function isNumberCell(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "object" && cell?.kind === "money");
}
