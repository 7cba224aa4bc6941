import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { type ChangeColumns, changeColumns } from "./change-columns.ts";
import { choosePipeline, type PipelineChoice, withoutOtherPipelines } from "./choose-pipeline.ts";
import type { Chosen } from "./choose-tables.ts";
import { dataRows } from "./data-rows.ts";
import { type DealRows, identifyDeals } from "./deal-identity.ts";
import { refColumn } from "./deal-refs.ts";
import { impliedDeals } from "./implied-deals.ts";
import type { IntakeSettings } from "./intake-settings.ts";
import type { Recognised } from "./recognise-table.ts";
import { readTable, type TableCells } from "./table-cells.ts";
import type { UnreadTable } from "./table-parts.ts";

/** A table with its cells. */
export interface ReadTable {
  readonly found: Recognised;
  readonly cells: TableCells;
  /** Rows with a name and nothing else. */
  readonly emptyRowCount: number;
}

/** The chosen tables, read. */
export interface ReadTables {
  readonly chosen: Chosen;
  readonly deals: ReadTable | null;
  readonly history: ReadTable | null;
  readonly snapshots: ReadTable | null;
  readonly all: readonly TableCells[];
}

/** Reads the cells of the chosen tables. */
export function readTables(chosen: Chosen, problems: Problem[]): ReadTables {
  const read = (found: Recognised | null): ReadTable | null => {
    if (!found) return null;
    const { rows, emptyRowCount } = dataRows(found, problems);
    return { found, emptyRowCount, cells: readTable(found, rows, problems) };
  };
  const [deals, history, snapshots] = [read(chosen.deals), read(chosen.history), read(chosen.snapshots)];
  for (const table of chosen.unread) problems.push(unreadProblem(table));
  const all = [deals, history, snapshots].flatMap((table) => (table ? [table.cells] : []));
  return { chosen, deals, history, snapshots, all };
}

function unreadProblem({ sheet, row, value, rowCount, kind }: UnreadTable): Problem {
  const details = { kind, count: rowCount };
  const severity = kind === "deals" ? "warning" : "note";
  const where = { sheet, cell: addressOf(row, 0) };
  return { code: "table-unread", severity, where, value, excludes: "nothing", details };
}

/** Where the deals come from: the rows of a deal sheet, or what a history names. */
export interface DealSource {
  readonly cells: TableCells;
  readonly rows: DealRows;
  /** Rows that cannot be a deal, each with its problem. */
  readonly excludedCount: number;
  readonly pipeline: PipelineChoice;
  readonly isImplied: boolean;
  readonly statusHeader: string;
  /** What the deals that are left out are called, so that their history is left out with them. */
  readonly leftOut: ReadonlySet<string>;
}

/** Finds the deals: of the deal sheet the rows of the pipeline that is read, one an id; else all that history names. */
export function dealSource(tables: ReadTables, settings: IntakeSettings, problems: Problem[]): DealSource {
  const main = tables.deals ?? tables.snapshots ?? tables.history;
  if (!main) throw new Error("No table was chosen.");
  const pipeline = choosePipeline(main.cells, settings.pipeline, settings.setBy.pipeline);
  const outcomeColumn = main.cells.columnOf("outcome");
  const statusHeader = main.found.table.headers[outcomeColumn] ?? "";
  if (tables.deals) return listedDeals(tables.deals, pipeline, statusHeader, problems);
  return { ...impliedSource(main, pipeline, tables.snapshots === main, problems), statusHeader };
}

function listedDeals(
  { cells, emptyRowCount }: ReadTable,
  pipeline: PipelineChoice,
  statusHeader: string,
  problems: Problem[],
): DealSource {
  const ours = withoutOtherPipelines(cells, pipeline, problems);
  const rows = identifyDeals(cells, ours, problems);
  const [ids, names] = [cells.texts("id"), cells.texts("name")];
  const leftOut = new Set<string>();
  if (rows.kept.length < cells.rows.length) {
    const kept = new Set(rows.kept);
    cells.rows.forEach((_, i) => {
      if (!kept.has(i)) leftOut.add(ids[i] ?? "").add(names[i] ?? "");
    });
  }
  const excludedCount = emptyRowCount + cells.rows.length - rows.kept.length;
  return { cells, rows, excludedCount, pipeline, isImplied: false, statusHeader, leftOut };
}

function impliedSource(
  { cells }: ReadTable,
  pipeline: PipelineChoice,
  isCurrent: boolean,
  problems: Problem[],
): Omit<DealSource, "statusHeader"> {
  const all = changeColumns(cells, refColumn(cells, null), []);
  const ours = ofPipeline(cells, all, pipeline, problems);
  const deals = impliedDeals(cells, ours, isCurrent);
  const rows = { kept: deals.ids.map((_, i) => i), ids: deals.ids };
  const taken = new Set(ours === all ? [] : ours.kept);
  const others = ours === all ? [] : all.kept.filter((i) => !taken.has(i));
  const leftOut = new Set(others.map((i) => all.refs[i] ?? ""));
  return { cells: deals.cells, rows, excludedCount: 0, pipeline, isImplied: true, leftOut };
}

/** The changes of the pipeline that is read; the others are told in one problem. */
function ofPipeline(
  cells: TableCells,
  changes: ChangeColumns,
  pipeline: PipelineChoice,
  problems: Problem[],
): ChangeColumns {
  if (cells.columnOf("pipeline") < 0) return changes;
  const names = cells.texts("pipeline");
  const kept = changes.kept.filter((i) => pipeline.isRead(names[i] ?? ""));
  const first = changes.kept.find((i) => !pipeline.isRead(names[i] ?? ""));
  if (first !== undefined) {
    const cell = addressOf(cells.rows[first] ?? 0, cells.columnOf("pipeline"));
    const details = { kind: "pipeline", count: changes.kept.length - kept.length };
    const where = { sheet: cells.sheet, cell };
    problems.push({
      code: "row-skipped",
      severity: "note",
      where,
      value: names[first] ?? "",
      excludes: "nothing",
      details,
    });
  }
  return { ...changes, kept };
}
