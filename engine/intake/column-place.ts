import type { Problem, ProblemCode } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { type AnyGrid, type Cell, cellAt } from "../grid/grid.ts";
import { textOf } from "./cells.ts";

/** One column of a table's rows. */
export interface ColumnPlace {
  readonly grid: AnyGrid;
  readonly header: string;
  readonly column: number;
  readonly rows: readonly number[];
}

/** The cell of a column in one of its rows. */
export function cellOf({ grid, column, rows }: ColumnPlace, index: number): Cell {
  return cellAt(grid, rows[index] ?? -1, column);
}

/** A problem at the cell of a column in one of its rows: an error that leaves the value out, unless told otherwise. */
export function problemAt(
  place: ColumnPlace,
  index: number,
  code: ProblemCode,
  rest: Partial<Problem> = {},
): Problem {
  const where = { sheet: place.grid.sheet, cell: addressOf(place.rows[index] ?? 0, place.column) };
  return { code, severity: "error", where, value: textOf(cellOf(place, index)), excludes: "value", ...rest };
}
