import type { Table } from "./find-table.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { type Claim, type MappedHeaders, recogniseColumns, type TableKind } from "./recognise-columns.ts";
import { type StageColumn, stageColumnsOf } from "./stage-columns.ts";
import { stagesBetween } from "./stages-between.ts";

/** A table read as one kind: which column holds what, and how good a case the table makes for it. */
export interface Recognised {
  readonly table: Table;
  readonly kind: TableKind;
  readonly claims: ReadonlyMap<HeaderField, Claim>;
  readonly stageColumns: readonly StageColumn[];
  readonly score: number;
  /** The outcome that a sheet's name or a table's title tells of a row; "" where it tells none. */
  readonly titleOutcome?: (row: number) => string;
  /** The row of its own sheet, 0-based, where the table is made of several. */
  readonly ownRow?: (row: number) => number;
}

/** What a person set that helps to recognise columns. */
export interface Hints {
  readonly mapped: MappedHeaders;
  readonly stages: readonly string[];
}

const WEIGHTS: { readonly [F in HeaderField]?: number } = { stage: 3, outcome: 2, id: 2, name: 2, amount: 2 };
const MOST_STAGE_COLUMNS_SCORED = 3;

/**
 * Reads a table as a kind; null where it lacks what the kind cannot do without.
 * @param needs `any-list` takes a list of deals without stage and outcome too.
 */
export function recogniseTable(
  table: Table,
  kind: TableKind,
  hints: Hints,
  needs: "all" | "any-list" = "all",
): Recognised | null {
  const all = recogniseColumns(table, kind, hints.mapped);
  const stageColumns = kind === "deals" ? stageColumnsBeside(table, all, hints.stages) : [];
  const dated = new Set(stageColumns.map(({ column }) => column));
  const isKept = ({ field, column }: Claim): boolean => field === "created" || !dated.has(column);
  const claims = new Map(all.filter(isKept).map((claim) => [claim.field, claim] as const));
  const isList = needs === "any-list" && claims.size > 1 && (claims.has("id") || claims.has("name"));
  if (!isList && !isComplete(kind, claims, stageColumns)) return null;
  let score = Math.min(stageColumns.length, MOST_STAGE_COLUMNS_SCORED);
  for (const { field, certainty } of claims.values()) score += (WEIGHTS[field] ?? 1) * certainty;
  return { table, kind, claims, stageColumns, score };
}

/** So many columns of one kind beside it tell that a `Lead date` dates a stage; it dates the creation too. */
const SIBLINGS = 2;

/** The stage-date columns that no surer claim holds; where no stage is named elsewhere, those of unknown names too. */
function stageColumnsBeside(
  table: Table,
  claims: readonly Claim[],
  stages: readonly string[],
): readonly StageColumn[] {
  const stageColumn = claims.find(({ field }) => field === "stage")?.column;
  const own = stageColumn === undefined ? [] : table.profile(stageColumn).texts.keys();
  const claimed = new Map(claims.map(({ column, certainty }) => [column, certainty]));
  const named = [...stages, ...own];
  const columns = stageColumnsOf(table, named);
  const sure = columns.filter(({ column, certainty }) => certainty > (claimed.get(column) ?? 0));
  const created = claims.find(({ field }) => field === "created")?.column;
  const first = columns.find(({ column, role }) => column === created && role === "entered");
  const isSibling = sure.filter(({ role }) => role === "entered").length >= SIBLINGS;
  const kept = columns.filter((column) => sure.includes(column) || (column === first && isSibling));
  if (named.length > 0) return kept;
  const more = stagesBetween(table, kept).filter(({ column }) => !claimed.has(column));
  return [...kept, ...more].sort((a, b) => a.column - b.column);
}

function isComplete(
  kind: TableKind,
  claims: ReadonlyMap<HeaderField, Claim>,
  stageColumns: readonly StageColumn[],
): boolean {
  const has = (...fields: readonly HeaderField[]): boolean => fields.some((field) => claims.has(field));
  const isNamed = has("id", "name", "account");
  if (!isNamed && !(kind === "deals" && has("stage") && has("amount") && has("created", "close-date")))
    return false;
  switch (kind) {
    case "deals":
      return has("stage", "outcome", "won-on", "lost-on") || stageColumns.length > 1;
    case "history":
      return has("stage", "to-stage") && has("changed-on", "stage-entered", "created");
    case "log":
      return has("new-value") && has("changed-on", "created") && has("changed-field", "old-value");
    case "snapshots":
      return has("stage") && has("snapshot-on", "changed-on");
  }
}
