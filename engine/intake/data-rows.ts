import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { type AnyGrid, type Cell, rowAt } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { headerScore } from "./find-table.ts";
import { matchHeader } from "./header-index.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { Recognised } from "./recognise-table.ts";
import { rememberTexts } from "./remember-texts.ts";
import { repeatsHeader } from "./repeated-header.ts";
import { isGroupLabel, isProse, isTotalPhrase, isTotalWord } from "./row-words.ts";
import { isTotalRow, type NamelessSum, namelessSum, type SumAbove, sumAbove } from "./total-rows.ts";

/** The rows of a table that stand for a deal or a change, and what is said about the others. */
export interface DataRows {
  readonly rows: readonly number[];
  /** Rows that hold a name and nothing else; each has a problem that excludes the deal. */
  readonly emptyRowCount: number;
}

type RowKind = "data" | "blank" | "bare" | "id" | "header" | "total" | "note" | "table";

/** What places of a table say about its rows. */
interface RowReader {
  readonly found: Recognised;
  /** Claimed columns, the ones that name the deal first. */
  readonly columns: readonly number[];
  readonly naming: ReadonlySet<number>;
  readonly idColumn: number;
  readonly amountColumn: number;
  /** Columns of stage, outcome and days: a deal or change has something in one of them. */
  readonly telling: readonly number[];
  /** For the cells of the row that is looked at. */
  readonly room: Cell[];
  /** What was found out about texts before. */
  readonly isTotal: (text: string) => boolean;
  readonly sums: SumAbove;
  readonly isNamelessSum: NamelessSum;
}

const NAMING: readonly HeaderField[] = [
  "id",
  "name",
  "account",
  "stage",
  "to-stage",
  "new-value",
  "owner",
  "email",
];
/** Whether a row fills one column, two, or more makes a difference; how many more does not. */
const MANY = 3;
const NAMES: readonly HeaderField[] = ["name", "account"];
const NOT_TELLING: readonly HeaderField[] = [
  "id",
  "name",
  "account",
  "amount",
  "currency",
  "probability",
  "owner",
  "email",
  "source",
  "product",
  "region",
  "next-step",
  "lost-reason",
];

/**
 * Tells rows of deals or changes from blank rows, repeated headers, totals, notes and tables below. Every row
 * that holds something and is left out has its problem.
 */
export function dataRows(found: Recognised, problems: Problem[]): DataRows {
  const { grid, headerRow, endRow } = found.table;
  const rows: number[] = [];
  const reader = readerOf(found, rows);
  const bare: number[] = [];
  let waitingIds: number[] = [];
  let gap = 0;
  for (let row = headerRow + 1; row < endRow; row++) {
    const kind = kindOf(reader, row, gap > 0);
    gap = kind === "blank" ? gap + 1 : kind === "data" ? 0 : gap;
    if (kind === "data") {
      for (const id of waitingIds) (found.kind === "deals" ? bare : rows).push(id);
      waitingIds = [];
      rows.push(row);
    } else if (kind === "bare") bare.push(row);
    else if (kind === "id") waitingIds.push(row);
    else if (kind === "table") {
      problems.push(skipped(found, row, "table", filledRows(grid, row, endRow)));
      break;
    } else if (kind !== "blank") problems.push(skipped(found, row, kind, 1));
  }
  if (waitingIds[0] !== undefined) problems.push(skipped(found, waitingIds[0], "unused", waitingIds.length));
  for (const row of bare) problems.push(emptyRow(found, row));
  return { rows, emptyRowCount: bare.length };
}

function readerOf(found: Recognised, taken: readonly number[]): RowReader {
  const claims = [...found.claims.values()];
  const naming = claims.filter(({ field }) => NAMING.includes(field)).map(({ column }) => column);
  const dated = found.stageColumns.map(({ column }) => column);
  const telling = claims.filter(({ field }) => !NOT_TELLING.includes(field)).map(({ column }) => column);
  const columns = new Set([...naming, ...claims.map(({ column }) => column), ...dated]);
  return {
    found,
    columns: [...columns],
    naming: new Set(naming),
    idColumn: found.claims.get("id")?.column ?? -1,
    amountColumn: found.claims.get("amount")?.column ?? -1,
    telling: [...telling, ...dated],
    room: [],
    isTotal: rememberTexts(isTotalWord),
    sums: sumAbove(found, taken),
    isNamelessSum: namelessSum(found, taken),
  };
}

function kindOf(reader: RowReader, row: number, afterGap: boolean): RowKind {
  const cells = rowAt(reader.found.table.grid, row, reader.room);
  let [filled, first, named] = [0, -1, false];
  for (const column of reader.columns) {
    if (!holdsSomething(cells[column] ?? null)) continue;
    if (first < 0) first = column;
    if (reader.naming.has(column)) named = true;
    filled++;
    if (filled === MANY) break;
  }
  if (filled === 0)
    return cells.some((cell) => typeof cell === "string" && !isBlank(cell)) ? "note" : "blank";
  if (repeatsHeader(reader.found, reader.columns, cells)) return "header";
  if (reader.isNamelessSum(cells)) return "total";
  if (tells(reader, cells))
    return afterGap && opensTable(cells) ? "table" : filled === 1 && !named ? "note" : "data";
  if (!named || isTotalRow(cells, reader.idColumn, row, reader.sums)) return "total";
  if (filled === 1) return loneKind(reader, cells, first, afterGap);
  if (afterGap && opensTable(cells)) return "table";
  const isRemark = filled === 2 && isProse(textOf(cells[first] ?? null));
  if (isRemark) return "note";
  return afterGap ? kindBelow(reader, cells, filled) : "data";
}

/** A few cells below a blank row: without an id in a list that has them a note, else a deal, at least a bare one. */
function kindBelow(
  { found, idColumn, amountColumn }: RowReader,
  cells: readonly Cell[],
  filled: number,
): RowKind {
  const hasAmount = holdsSomething(cells[amountColumn] ?? null);
  if (idColumn >= 0) return filled === 2 || !holdsSomething(cells[idColumn] ?? null) ? "note" : "data";
  const hasTotal = cells.some((cell) => typeof cell === "string" && isTotalPhrase(cell));
  if (
    hasTotal ||
    !NAMES.some((field) => holdsSomething(cells[found.claims.get(field)?.column ?? -1] ?? null))
  )
    return "note";
  return filled > 2 && hasAmount ? "data" : hasAmount ? "bare" : "note";
}

/** What formulas and boxes of an empty row leave in a text file. */
const NOTHING = /^(0([.,]0*)?|false)$/i;

/** Blank cells, unticked boxes, zeros of formulas and errors hold nothing that makes a row a deal. */
function holdsSomething(cell: Cell): boolean {
  if (cell === null || cell === false || cell === 0) return false;
  if (typeof cell === "object") return cell.kind === "day" || (cell.kind === "money" && cell.amount !== 0);
  return typeof cell === "string" ? !((/^[0f]/i.test(cell) && NOTHING.test(cell)) || isBlank(cell)) : true;
}

/** Whether the row says something of a stage, an outcome or a day, as each deal and change does. */
function tells({ telling, isTotal }: RowReader, cells: readonly Cell[]): boolean {
  for (const column of telling) {
    const cell = cells[column] ?? null;
    if (typeof cell === "number" || !holdsSomething(cell)) continue;
    if (typeof cell !== "string" || !isTotal(cell)) return true;
  }
  return false;
}

function loneKind(
  { found, idColumn }: RowReader,
  cells: readonly Cell[],
  first: number,
  afterGap: boolean,
): RowKind {
  const text = textOf(cells[first] ?? null);
  if (isProse(text) || isGroupLabel(text)) return "note";
  if (first === idColumn && !/\s/.test(text)) return "id";
  if (afterGap) return "note";
  return found.kind === "deals" ? "bare" : "data";
}

/** Whether a row of texts reads as the header of another table. */
export function opensTable(cells: readonly Cell[]): boolean {
  return (
    cells.every((cell) => isBlank(cell) || typeof cell === "string") &&
    headerScore(cells, matchHeader, () => false) > 0
  );
}

/** How many rows from `first` up to `end` hold anything. */
export function filledRows(grid: AnyGrid, first: number, end: number): number {
  let count = 0;
  for (let row = first; row < end; row++) if (!rowAt(grid, row).every(isBlank)) count++;
  return count;
}

function placeOf(found: Recognised, row: number): Pick<Problem, "where" | "value"> {
  const cells = rowAt(found.table.grid, row);
  const column = Math.max(
    0,
    cells.findIndex((cell) => !isBlank(cell)),
  );
  const where = { sheet: found.table.grid.sheet, cell: addressOf(row, column) };
  return { where, value: textOf(cells[column] ?? null) };
}

function skipped(found: Recognised, row: number, kind: RowKind | "unused", count: number): Problem {
  const place = placeOf(found, row);
  return { code: "row-skipped", severity: "note", ...place, excludes: "nothing", details: { kind, count } };
}

function emptyRow(found: Recognised, row: number): Problem {
  return { code: "row-without-data", severity: "warning", ...placeOf(found, row), excludes: "deal" };
}
