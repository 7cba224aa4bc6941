import { DataError } from "../basics/data-error.ts";
import { type AnyGrid, cellAt, rowAt, rowCount } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { findTable, type Table } from "./find-table.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { MOST_STAGES } from "./name-all-stages.ts";
import { recogniseColumns } from "./recognise-columns.ts";
import type { Hints } from "./recognise-table.ts";
import { natureOf } from "./table-nature.ts";

/** A header that names the stage without doubt. */
const SURE = 0.9;
/** What tells deals apart, and what tells how they stand: a list of deals needs one of each. */
const NAMING: readonly HeaderField[] = ["name", "account", "id"];
const STAGING: readonly HeaderField[] = ["stage", "outcome", "won-on", "lost-on"];
/** Headers that the message quotes, and rows searched for them. */
const MOST_HEADERS = 6;
const ROWS_SHOWN = 30;

/** Why no sheet can be read: all are empty, the deals are hidden, the stages are too many, or nothing names deals. */
export function noDeals(grids: readonly AnyGrid[], tables: readonly Table[], hints: Hints): DataError {
  const isEmpty = grids.every(isEmptyGrid);
  if (isEmpty) return new DataError("workbook-empty", {});
  const crowded = tables.map(crowdedStages).find((error) => error !== null);
  if (crowded) return crowded;
  const hidden = grids.find((grid) => grid.hidden === true && holdsDeals(grid, hints));
  if (hidden) return new DataError("deals-hidden", { sheet: hidden.sheet });
  const sheets = grids.map(({ sheet }) => sheet).join(", ");
  return new DataError("no-deals-recognised", { ...nearestMiss(grids, tables, hints), sheets });
}

/** Which needed thing the sheet lacks that comes nearest to a list of deals, with its first headers. */
export function nearestMiss(
  grids: readonly AnyGrid[],
  tables: readonly Table[],
  { mapped }: Hints,
): DataError["details"] {
  const [nearest] = tables
    .map((table) => ({ table, claims: recogniseColumns(table, "deals", mapped) }))
    .sort((a, b) => b.claims.length - a.claims.length);
  if (!nearest) return { lacks: "both", headers: firstTexts(grids) };
  const { table, claims } = nearest;
  const has = (needed: readonly HeaderField[]): boolean => claims.some(({ field }) => needed.includes(field));
  const [isNamed, isStaged] = [has(NAMING), has(STAGING)];
  const headers = [...new Set(table.headers.filter((header) => header !== ""))].slice(0, MOST_HEADERS);
  const lacks = isNamed === isStaged ? "both" : isNamed ? "stage" : "name";
  return { sheet: table.grid.sheet, lacks, headers };
}

/** Where no row reads as a header: the first row of several texts, which may be meant for one. */
function firstTexts(grids: readonly AnyGrid[]): readonly string[] {
  for (const grid of grids.filter(({ sheet }) => !/^pipecast /i.test(sheet)))
    for (let row = 0; row < Math.min(rowCount(grid), ROWS_SHOWN); row++) {
      const texts = rowAt(grid, row).filter((cell) => typeof cell === "string" && !isBlank(cell));
      if (texts.length > 1) return texts.slice(0, MOST_HEADERS).map(textOf);
    }
  return [];
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
