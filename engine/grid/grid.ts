import type { Day } from "../basics/day.ts";

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
}

/** The cell at a place; blank where the row is shorter. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.rows[row]?.[column] ?? null;
}
