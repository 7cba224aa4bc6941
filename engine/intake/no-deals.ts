import { DataError } from "../basics/data-error.ts";
import { type AnyGrid, cellAt, rowAt, rowCount } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { findTable, type Table } from "./find-table.ts";
import { MOST_STAGES } from "./name-all-stages.ts";
import type { Hints } from "./recognise-table.ts";
import { natureOf } from "./table-nature.ts";

/** A header that names the stage without doubt. */
const SURE = 0.9;

/** Why no sheet can be read: all are empty, the deals are hidden, the stages are too many, or nothing names deals. */
export function noDeals(grids: readonly AnyGrid[], tables: readonly Table[], hints: Hints): DataError {
  const isEmpty = grids.every(isEmptyGrid);
  if (isEmpty) return new DataError("workbook-empty", {});
  const crowded = tables.map(crowdedStages).find((error) => error !== null);
  if (crowded) return crowded;
  const hidden = grids.find((grid) => grid.hidden === true && holdsDeals(grid, hints));
  if (hidden) return new DataError("deals-hidden", { sheet: hidden.sheet });
  return new DataError("no-deals-recognised", { sheets: grids.map(({ sheet }) => sheet).join(", ") });
}

function isEmptyGrid(grid: AnyGrid): boolean {
  for (let row = 0; row < rowCount(grid); row++)
    if (rowAt(grid, row).some((cell) => textOf(cell) !== "")) return false;
  return true;
}

function holdsDeals(grid: AnyGrid, hints: Hints): boolean {
  const table = findTable(grid, () => false);
  return table !== null && natureOf(table, hints) !== null;
}

/** A column that is headed as the stage, with more different texts than any pipeline has stages. */
function crowdedStages(table: Table): DataError | null {
  const column = table.headers.findIndex((header) =>
    table.match(header).some(({ field, certainty }) => field === "stage" && certainty >= SURE),
  );
  if (column < 0) return null;
  const texts = new Set<string>();
  for (let row = table.headerRow + 1; row < table.endRow; row++) {
    const cell = cellAt(table.grid, row, column);
    if (typeof cell === "string" && !isBlank(cell)) texts.add(cell.trim());
  }
  if (texts.size <= MOST_STAGES) return null;
  const [sheet, header] = [table.grid.sheet, table.headers[column] ?? ""];
  return new DataError("too-many-stages", { sheet, header, count: texts.size, limit: MOST_STAGES });
}
