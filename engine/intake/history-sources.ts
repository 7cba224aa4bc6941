import { isoOfDay } from "../basics/day.ts";
import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { changeColumns, stageDateColumns } from "./change-columns.ts";
import { ChangeList } from "./change-list.ts";
import { addChanges, addFromStages, changingSnapshots, snapshotRecords } from "./change-records.ts";
import { type DealFinder, dealFinder, type NamedDeal, refColumn } from "./deal-refs.ts";
import type { DealSource, ReadTable, ReadTables } from "./deal-source.ts";
import { inTime } from "./implied-deals.ts";
import { type LinkedChanges, linkChanges } from "./linked-changes.ts";
import type { AllStages } from "./name-all-stages.ts";
import type { Changes, DealRecord, HistoryShape, SnapshotRecord } from "./records.ts";
import type { StageColumn } from "./stage-columns.ts";
import type { TableCells } from "./table-cells.ts";

type Source = LinkedChanges & { readonly stageColumn: number };

/** All that dates stages: a history sheet, stage-date columns, snapshots; each change linked to its deal. */
export interface HistorySources {
  readonly history: Source | null;
  readonly stageDates: {
    readonly changes: readonly LinkedChanges[];
    readonly stageColumns: readonly StageColumn[];
    readonly headerRow: number;
  };
  readonly snapshots: (Source & { readonly cells: TableCells; readonly areDeals: boolean }) | null;
  /** Those whose cells name stages. */
  readonly linked: readonly Source[];
}

/** Reads the changes of every source, and finds the deal of each. */
export function historySources(tables: ReadTables, source: DealSource, problems: Problem[]): HistorySources {
  const find = dealFinder(source.rows.ids, nameReader(source));
  const link = (table: ReadTable | null): Source | null => table && linkTable(table, find, source, problems);
  const history = link(tables.history);
  const snapshots = link(tables.snapshots);
  const areDeals = tables.deals === null;
  return {
    history,
    stageDates: stageDatesOf(tables, source),
    snapshots:
      snapshots && tables.snapshots ? { ...snapshots, cells: tables.snapshots.cells, areDeals } : null,
    linked: [history, snapshots].flatMap((changes) => (changes ? [changes] : [])),
  };
}

function nameReader({ cells, rows }: DealSource): (place: number) => NamedDeal {
  const [names, accounts] = [cells.texts("name"), cells.texts("account")];
  return (place) => {
    const i = rows.kept[place] ?? -1;
    return { id: rows.ids[place] ?? "", name: names[i] ?? "", account: accounts[i] ?? "" };
  };
}

/** A sheet none of whose rows names a deal is the history of something else: it is said, and not read. */
function linkTable(
  { cells }: ReadTable,
  find: DealFinder,
  source: DealSource,
  problems: Problem[],
): Source | null {
  const refs = refColumn(cells, source.isImplied ? null : find);
  if (
    !source.isImplied &&
    cells.rows.length > 0 &&
    refs.hitShare === 0 &&
    !refs.texts.some((ref) => !("unknown" in find(ref)))
  ) {
    const where = { sheet: cells.sheet, cell: null };
    problems.push({
      code: "history-unrelated",
      severity: "warning",
      where,
      value: cells.sheet,
      excludes: "nothing",
    });
    return null;
  }
  const changes = changeColumns(cells, refs, problems);
  const stageColumn = ["to-stage", "new-value", "stage"]
    .map((field) => cells.columnOf(field as "stage"))
    .find((column) => column >= 0);
  return {
    ...linkChanges(changes, find, source.leftOut, refs.column, problems),
    stageColumn: stageColumn ?? 0,
  };
}

function stageDatesOf(
  { deals }: ReadTables,
  { cells, rows, pipeline }: DealSource,
): HistorySources["stageDates"] {
  const ids: string[] = cells.rows.map(() => "");
  rows.kept.forEach((i, place) => {
    ids[i] = rows.ids[place] ?? "";
  });
  const changes = stageDateColumns(cells, ids, pipeline.isRead).map((columns) => ({ ...columns, ids }));
  const stageColumns = (deals?.found.stageColumns ?? []).filter((column) => pipeline.isRead(column.pipeline));
  return { changes, stageColumns, headerRow: deals?.found.table.headerRow ?? 0 };
}

export interface HistoryRecords {
  readonly changes: Changes;
  readonly snapshots: readonly SnapshotRecord[];
  readonly shape: HistoryShape;
}

/**
 * The stage changes of all deals. Of each deal the best source is read: the history sheet, else its stage-date
 * columns, else snapshots. The shape is the best source that dates anything.
 */
export function historyRecords(
  { history, stageDates, snapshots }: HistorySources,
  deals: readonly DealRecord[],
  { stageOf }: AllStages,
  convert: (cells: TableCells) => Float64Array,
  problems: Problem[],
): HistoryRecords {
  const places = new Map<string, number>();
  for (const [place, { id }] of deals.entries()) places.set(id, place);
  const known = { deals, places, stageOf };
  const dated = [...(history ? [history] : []), ...stageDates.changes];
  const room = dated.reduce((sum, { kept }) => sum + kept.length, 0);
  const changes = new ChangeList(deals, room);
  let shape: HistoryShape = "deals-only";
  const covered = new Uint8Array(deals.length);
  const hasMore = stageDates.changes.length > 0 || snapshots !== null;
  const add = (name: HistoryShape, sources: readonly LinkedChanges[]): void => {
    const before = changes.length;
    for (const source of sources) addChanges(source, known, covered, changes);
    if (changes.length > before && shape === "deals-only") shape = name;
    if (!hasMore) return;
    for (let i = before; i < changes.length; i++) covered[changes.deals[i] ?? -1] = 1;
  };
  if (history) {
    addFromStages(history, known, changes, problems);
    add("history", [history]);
  }
  add("stage-dates", stageDates.changes);
  if (!snapshots) return { changes, snapshots: [], shape };
  add("snapshots", [changingSnapshots(snapshots, stageOf)]);
  if (snapshots.areDeals) reportVanished(snapshots, stageOf, problems);
  const expected = snapshots.cells.days("expected-close").days;
  const records = snapshotRecords(snapshots, places, stageOf, convert(snapshots.cells), expected);
  return { changes, snapshots: records, shape };
}

/** Deals that are in no snapshot of the last day, and were open when last seen. */
function reportVanished(source: Source, stageOf: AllStages["stageOf"], problems: Problem[]): void {
  const { sheet, rows, column, ids, stages, days } = source;
  const last = new Map<string, number>();
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const i of inTime(source)) {
    last.set(ids[i] ?? "", i);
    lastDay = Math.max(lastDay, days[i] ?? lastDay);
  }
  for (const [id, i] of last) {
    const day = days[i] ?? lastDay;
    if (day >= lastDay || stageOf(stages[i] ?? "")?.kind !== "open") continue;
    const where = { sheet, cell: addressOf(rows[i] ?? 0, column) };
    const details = { lastDay: isoOfDay(day) };
    problems.push({
      code: "snapshot-vanished",
      severity: "warning",
      where,
      value: id,
      excludes: "nothing",
      details,
    });
  }
}
