import type { Cell, Grid } from "../grid/grid.ts";
import { isBlank } from "./cells.ts";

/** What a column holds, counted over a sample of its rows. */
export interface ColumnProfile {
  /** Cells looked at that are not blank. */
  readonly filled: number;
  /** Date cells, and texts and numbers that read as a date. */
  readonly days: number;
  /** Numbers and money, and texts that read as an amount. */
  readonly numbers: number;
  readonly booleans: number;
  readonly emails: number;
  /** The texts found, with how often; at most a few hundred. */
  readonly texts: ReadonlyMap<string, number>;
}

const SAMPLE_ROWS = 300;

/** The rows that a profile looks at: all of a short table, evenly spread ones of a long one. */
export function sampleRows(firstRow: number, endRow: number): readonly number[] {
  const count = Math.min(SAMPLE_ROWS, Math.max(0, endRow - firstRow));
  return Array.from({ length: count }, (_, i) => firstRow + Math.floor((i * (endRow - firstRow)) / count));
}

/** Counts what the cells of a column hold. */
export function profileColumn(
  grid: Grid,
  column: number,
  rows: readonly number[],
  readers: { readonly isDay: (cell: Cell) => boolean; readonly isNumber: (cell: Cell) => boolean },
): ColumnProfile {
  const counts = { filled: 0, days: 0, numbers: 0, booleans: 0, emails: 0 };
  const texts = new Map<string, number>();
  for (const row of rows) {
    const cell = grid.rows[row]?.[column] ?? null;
    if (isBlank(cell)) continue;
    counts.filled++;
    if (readers.isDay(cell)) counts.days++;
    if (readers.isNumber(cell)) counts.numbers++;
    if (typeof cell === "boolean") counts.booleans++;
    if (typeof cell === "string") {
      if (cell.includes("@")) counts.emails++;
      texts.set(cell.trim(), (texts.get(cell.trim()) ?? 0) + 1);
    }
  }
  return { ...counts, texts };
}
