import { type Cell, rowAt } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import type { Table } from "./find-table.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { TableKind } from "./recognise-columns.ts";
import { type Hints, type Recognised, recogniseTable } from "./recognise-table.ts";

/** How the rows of a table repeat their deals. */
interface Repetition {
  /** Different deals, over rows that name one. */
  readonly distinctShare: number;
  /** Of the rows that name a deal again, the share with another stage and another day than its row before. */
  readonly movedShare: number;
  /** Of the same rows, the share with another owner or customer than the row before: another deal of that name. */
  readonly otherShare: number;
  /** Different days, over rows that hold one. */
  readonly dayShare: number;
}

/** A list of deals has a few duplicates; a history has several rows for most deals. */
const MOST_DISTINCT = 0.8;
/** The same, where the day may as well be that of the deal's creation. */
const MOST_DISTINCT_CREATED = 0.6;
const LEAST_MOVED = 0.5;
const MOST_SNAPSHOT_DAYS = 0.34;
/** An owner changes now and then; the deals of a list that share a name have each their own. */
const MOST_OTHER = 0.34;
/** A header such as `Date` may as well date a list of deals. */
const SURE_DAY = 0.8;
const ROWS_LOOKED_AT = 5000;

/** What describes a deal, and stands in no bare history. */
const DESCRIBING_FIELDS: readonly HeaderField[] = ["name", "account", "owner", "outcome"];
/** What only a list of deals has. */
const DEAL_FIELDS: readonly HeaderField[] = [
  "amount",
  "created",
  "closed",
  "close-date",
  "expected-close",
  "outcome",
  "probability",
  "won-on",
];

/**
 * What a table is: a list of deals with one row each, or one of the sheets of history, where deals repeat.
 * Null where it is neither.
 */
export function natureOf(table: Table, hints: Hints): Recognised | null {
  const read = (kind: TableKind): Recognised | null => recogniseTable(table, kind, hints);
  const [deals, history, snapshots, log] = [read("deals"), read("history"), read("snapshots"), read("log")];
  if (log?.claims.has("changed-field") && log.claims.has("new-value")) return log;
  if (history && (history.claims.has("to-stage") || history.claims.has("from-stage") || !deals)) {
    return snapshots?.claims.has("snapshot-on") ? snapshots : history;
  }
  if (!deals) return snapshots ?? log;
  const repetition = repetitionOf(deals, snapshots ?? history);
  const isDated = datesChanges(history) || snapshots?.claims.has("snapshot-on");
  const isBare = !DESCRIBING_FIELDS.some((field) => deals.claims.has(field));
  const most = isDated ? MOST_DISTINCT : isBare ? MOST_DISTINCT_CREATED : 0;
  const isOther = repetition.otherShare > MOST_OTHER;
  const isRepeating = repetition.distinctShare < most && !isOther;
  if (snapshots?.claims.has("snapshot-on") && isRepeating) return snapshots;
  if (history && isRepeating && repetition.movedShare >= LEAST_MOVED) return history;
  if (snapshots && isRepeating && repetition.dayShare <= MOST_SNAPSHOT_DAYS) return snapshots;
  return history && !isOther && isBareHistory(history, isRepeating) ? history : deals;
}

/** Whether a day of change is there for sure: a vague header is none beside what only a list of deals has. */
function datesChanges(history: Recognised | null): boolean {
  const claim = history?.claims.get("changed-on");
  if (!history || !claim) return false;
  const isList = !history.claims.has("id") && DEAL_FIELDS.some((field) => history.claims.has(field));
  return claim.certainty >= SURE_DAY || !isList;
}

/** (deal, stage, entered) and little else: a history even where each deal has one change so far. */
function isBareHistory({ claims }: Recognised, isRepeating: boolean): boolean {
  if (!claims.has("changed-on") || DEAL_FIELDS.some((field) => claims.has(field))) return false;
  return isRepeating || !claims.has("stage-entered");
}

function repetitionOf(deals: Recognised, timed: Recognised | null): Repetition {
  const { table, claims } = deals;
  const column = (found: Recognised | null, ...fields: readonly HeaderField[]): number =>
    fields.map((field) => found?.claims.get(field)?.column ?? -1).find((place) => place >= 0) ?? -1;
  const refs = claims.has("id") ? [column(deals, "id")] : [column(deals, "name"), column(deals, "account")];
  const owners = claims.has("id") ? [] : [column(deals, "owner")];
  const stage = claims.get("stage")?.column ?? -1;
  const day = column(timed, "snapshot-on", "changed-on", "stage-entered", "created");
  const last = new Map<string, { readonly stage: string; readonly when: string; readonly owner: string }>();
  const days = new Set<string>();
  let [rows, repeats, moved, others, dated] = [0, 0, 0, 0, 0];
  for (let row = table.headerRow + 1; row < Math.min(table.endRow, ROWS_LOOKED_AT); row++) {
    const cells = rowAt(table.grid, row);
    if (refs.every((ref) => isBlank(cells[ref] ?? null))) continue;
    const deal = textsAt(cells, refs);
    const [now, owner] = [textOf(cells[stage] ?? null), textsAt(cells, owners)];
    const when = textOf(cells[day] ?? null);
    rows++;
    const before = last.get(deal);
    if (before) repeats++;
    if (before && before.stage !== now && before.when !== when) moved++;
    if (before && before.owner !== owner) others++;
    last.set(deal, { stage: now, when, owner });
    if (when !== "") dated++;
    days.add(when);
  }
  return {
    distinctShare: rows === 0 ? 1 : last.size / rows,
    movedShare: repeats === 0 ? 0 : moved / repeats,
    otherShare: repeats === 0 ? 0 : others / repeats,
    dayShare: dated === 0 ? 1 : days.size / dated,
  };
}

function textsAt(cells: readonly Cell[], columns: readonly number[]): string {
  return columns.map((column) => textOf(cells[column] ?? null)).join("\t");
}
