import type { Cell } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import type { Recognised } from "./recognise-table.ts";

/** The rows of a table that hold something, without repeated header rows. */
export function dataRows({ table }: Recognised): readonly number[] {
  const { grid, headerRow, headers } = table;
  const rows: number[] = [];
  for (let row = headerRow + 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row] ?? [];
    if (!cells.every(isBlank) && !repeatsHeader(cells, headers)) rows.push(row);
  }
  return rows;
}

function repeatsHeader(cells: readonly Cell[], headers: readonly string[]): boolean {
  const first = headers.findIndex((header) => header !== "");
  if (textOf(cells[first] ?? null) !== headers[first]) return false;
  return headers.every((header, column) => header === "" || textOf(cells[column] ?? null) === header);
}
