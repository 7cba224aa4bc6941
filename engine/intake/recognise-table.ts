import type { Table } from "./find-table.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { type Claim, recogniseColumns, type TableKind } from "./recognise-columns.ts";
import { type StageColumn, stageColumnsOf } from "./stage-columns.ts";

/** A table read as one kind: which column holds what, and how good a case the table makes for it. */
export interface Recognised {
  readonly table: Table;
  readonly kind: TableKind;
  readonly claims: ReadonlyMap<HeaderField, Claim>;
  readonly stageColumns: readonly StageColumn[];
  readonly score: number;
}

const WEIGHTS: { readonly [F in HeaderField]?: number } = { stage: 3, outcome: 2, id: 2, name: 2, amount: 2 };

/** Reads a table as a kind; null where it lacks what the kind cannot do without. */
export function recogniseTable(table: Table, kind: TableKind): Recognised | null {
  const stageColumns = kind === "deals" ? stageColumnsOf(table) : [];
  const taken = new Set(stageColumns.map(({ column }) => column));
  const claims = new Map(
    recogniseColumns(table.headers, table.profiles, kind)
      .filter(({ column }) => !taken.has(column))
      .map((claim) => [claim.field, claim] as const),
  );
  if (!isComplete(kind, claims, stageColumns)) return null;
  let score = Math.min(stageColumns.length, 3);
  for (const { field, certainty } of claims.values()) score += (WEIGHTS[field] ?? 1) * certainty;
  return { table, kind, claims, stageColumns, score };
}

function isComplete(
  kind: TableKind,
  claims: ReadonlyMap<HeaderField, Claim>,
  stageColumns: readonly StageColumn[],
): boolean {
  const has = (...fields: readonly HeaderField[]): boolean => fields.some((field) => claims.has(field));
  if (!has("id", "name", "account")) return false;
  switch (kind) {
    case "deals":
      return has("stage", "outcome", "won-on", "lost-on") || stageColumns.length > 1;
    case "history":
      return has("id", "name") && has("stage", "to-stage") && has("changed-on", "stage-entered", "created");
    case "log":
      return (
        has("id", "name") &&
        has("new-value") &&
        has("changed-on", "created") &&
        has("changed-field", "old-value")
      );
    case "snapshots":
      return has("id", "name") && has("stage") && has("snapshot-on");
  }
}
