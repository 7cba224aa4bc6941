import type { Day } from "../basics/day.ts";
import type { ColumnGrid } from "./column-grid.ts";
import type { MergedCells } from "./merged-cells.ts";

/** A cell's value, whatever the host: a plain value, a day, money told by its number format, or an error. */
export type Cell = null | string | number | boolean | DayCell | MoneyCell | ErrorCell;

/** A date cell. `second` is the time of day (0 where it has none) and only orders changes of the same day. */
export interface DayCell {
  readonly kind: "day";
  readonly day: Day;
  readonly second: number;
}

/** A number whose number format names a currency. */
export interface MoneyCell {
  readonly kind: "money";
  readonly amount: number;
  readonly currency: string;
}

/** A spreadsheet error such as `#REF!`. */
export interface ErrorCell {
  readonly kind: "error";
  readonly text: string;
}

/** One sheet's cells. Row 0, column 0 is A1; rows may be shorter than the widest one (the rest is blank). */
export interface Grid {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
  /** A hidden sheet is read only when it is named. */
  readonly hidden?: boolean;
  /** Whether the workbook counts dates from 1904: plain numbers in a date column are then read so. */
  readonly date1904?: boolean;
  /** Absent where no cells are merged over several rows. */
  readonly merged?: MergedCells;
}

/** A sheet in either form. */
export type AnyGrid = Grid | ColumnGrid;

/** How many rows a sheet has, blank ones at its end included. */
export function rowCount(grid: AnyGrid): number {
  return "rows" in grid ? grid.rows.length : grid.columns.rowCount;
}

/** The cells of a row; none where the sheet ends before. `room` may be used for them, and be used again. */
export function rowAt(grid: AnyGrid, row: number, room: Cell[] = []): readonly Cell[] {
  return "rows" in grid ? (grid.rows[row] ?? []) : grid.columns.rowAt(row, room);
}

/** The cell at a place; blank where the row is shorter. */
export function cellAt(grid: AnyGrid, row: number, column: number): Cell {
  return "rows" in grid ? (grid.rows[row]?.[column] ?? null) : grid.columns.cellAt(row, column);
}

/** One after the last column of a row. */
export function rowWidth(grid: AnyGrid, row: number): number {
  return "rows" in grid ? (grid.rows[row]?.length ?? 0) : grid.columns.widthAt(row);
}

/** The rows of a small sheet, one by one. */
export function rowsOf(grid: AnyGrid): readonly (readonly Cell[])[] {
  if ("rows" in grid) return grid.rows;
  return Array.from({ length: rowCount(grid) }, (_, row) => grid.columns.rowAt(row));
}
