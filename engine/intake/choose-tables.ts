import { DataError } from "../basics/data-error.ts";
import { OptionError } from "../basics/option-error.ts";
import type { Grid } from "../grid/grid.ts";
import type { Settings } from "../options.ts";
import { textOf } from "./cells.ts";
import { findTable, type Table } from "./find-table.ts";
import type { TableKind } from "./recognise-columns.ts";
import { type Recognised, recogniseTable } from "./recognise-table.ts";

/** The tables that intake reads; several may be there at once. */
export interface Chosen {
  readonly deals: Recognised | null;
  /** A history sheet or a field-history log. */
  readonly history: Recognised | null;
  readonly snapshots: Recognised | null;
  /** The sheet that could have been the deal sheet as well. */
  readonly runnerUp: string | null;
}

const CLOSE_SECOND = 0.6;

/**
 * Chooses the deal sheet and the sheets of history among the sheets of a workbook: the best case wins.
 * @throws DataError where no sheet can be read as deals or as their history.
 */
export function chooseTables(grids: readonly Grid[], settings: Settings): Chosen {
  const named = [settings.dealsSheet, settings.historySheet];
  const open = grids.filter(({ sheet, hidden }) => named.includes(sheet) || !(hidden || isOurs(sheet)));
  const tables = open.map(findTable).filter((table): table is Table => table !== null);
  const isHistory = new Set(tables.filter(repeatsDeals).map(({ grid }) => grid.sheet));
  const best = (kinds: readonly TableKind[], sheet: string | undefined, fits: (table: Table) => boolean) =>
    tables
      .filter((table) => (sheet === undefined ? fits(table) : table.grid.sheet === sheet))
      .flatMap((table) => kinds.map((kind) => recogniseTable(table, kind)))
      .filter((found): found is Recognised => found !== null)
      .sort((a, b) => b.score - a.score);
  const isDealSheet = (table: Table) =>
    !isHistory.has(table.grid.sheet) && table.grid.sheet !== settings.historySheet;
  const [deals, second] = best(["deals"], sheetNamed(grids, settings.dealsSheet, "--deals"), isDealSheet);
  const isOther = (table: Table) => table.grid.sheet !== deals?.table.grid.sheet;
  const snapshots = best(["snapshots"], undefined, isOther)[0] ?? null;
  const history =
    best(
      ["history", "log"],
      sheetNamed(grids, settings.historySheet, "--history"),
      (table) => isOther(table) && table.grid.sheet !== snapshots?.table.grid.sheet,
    )[0] ?? null;
  if (!deals && !history && !snapshots) throw noDeals(grids);
  const close = second && deals && second.score >= deals.score * CLOSE_SECOND;
  return { deals: deals ?? null, history, snapshots, runnerUp: close ? second.table.grid.sheet : null };
}

function isOurs(sheet: string): boolean {
  return /^pipecast /i.test(sheet);
}

function sheetNamed(grids: readonly Grid[], name: string | undefined, option: string): string | undefined {
  if (name !== undefined && !grids.some(({ sheet }) => sheet === name)) {
    throw new OptionError(option, name, `the name of a sheet: ${grids.map(({ sheet }) => sheet).join(", ")}`);
  }
  return name;
}

/** Whether the table names many deals more than once, as histories and snapshots do. */
function repeatsDeals(table: Table): boolean {
  const found =
    recogniseTable(table, "history") ?? recogniseTable(table, "log") ?? recogniseTable(table, "snapshots");
  const claim = found?.claims.get("id") ?? found?.claims.get("name");
  if (!found || !claim) return false;
  if (!recogniseTable(table, "deals") || found.claims.has("snapshot-on")) return true;
  const ids = new Set<string>();
  let filled = 0;
  for (let row = table.headerRow + 1; row < table.grid.rows.length; row++) {
    const id = textOf(table.grid.rows[row]?.[claim.column] ?? null);
    if (id === "") continue;
    filled++;
    ids.add(id);
  }
  const isBare = found.claims.has("changed-on") && found.claims.size <= 5;
  return isBare || ids.size < filled * 0.9;
}

function noDeals(grids: readonly Grid[]): DataError {
  const empty = grids.every(({ rows }) => rows.every((row) => row.every((cell) => textOf(cell) === "")));
  return empty
    ? new DataError("workbook-empty", {})
    : new DataError("no-deals-recognised", { sheets: grids.map(({ sheet }) => sheet).join(", ") });
}
