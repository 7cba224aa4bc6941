import type { ColumnProfile } from "./column-profile.ts";
import { contentFit } from "./content-fit.ts";
import { matchHeader } from "./header-index.ts";
import type { HeaderField } from "./header-words/header-words.ts";

/** What a table is read as; each kind has its own fields. */
export type TableKind = "deals" | "history" | "log" | "snapshots";

/** A column with the field it holds. */
export interface Claim {
  readonly field: HeaderField;
  readonly column: number;
  readonly certainty: number;
}

/** Below this a column is left alone. */
const LEAST_CERTAINTY = 0.6;

const TRAITS: readonly HeaderField[] = [
  "id",
  "name",
  "account",
  "email",
  "owner",
  "amount",
  "currency",
  "stage",
  "outcome",
  "probability",
  "source",
  "lost-reason",
  "product",
  "region",
  "pipeline",
  "created",
  "closed",
  "won-on",
  "lost-on",
  "expected-close",
  "close-date",
  "last-activity",
  "next-step",
  "next-step-on",
];
const FIELDS: Readonly<Record<TableKind, ReadonlySet<HeaderField>>> = {
  deals: new Set([...TRAITS, "stage-entered"]),
  history: new Set([...TRAITS, "changed-on", "left-on", "from-stage", "to-stage", "stage-entered"]),
  log: new Set<HeaderField>([
    "id",
    "name",
    "changed-field",
    "old-value",
    "new-value",
    "changed-on",
    "created",
    "pipeline",
  ]),
  snapshots: new Set([...TRAITS, "snapshot-on", "stage-entered"]),
};

/**
 * The columns of a table with the field each holds, the surest claim first; no field and no column twice. A
 * column is claimed for what its header says *and* what it holds; one below the least certainty is left alone.
 */
export function recogniseColumns(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  kind: TableKind,
): readonly Claim[] {
  const claims: Claim[] = [];
  headers.forEach((header, column) => {
    const profile = profiles[column];
    if (!profile || header === "") return;
    for (const match of matchHeader(header)) {
      if (!FIELDS[kind].has(match.field)) continue;
      const certainty = match.certainty * contentFit(match.field, profile);
      if (certainty >= LEAST_CERTAINTY) claims.push({ field: match.field, column, certainty });
    }
  });
  return withoutRivals(claims);
}

function withoutRivals(claims: readonly Claim[]): readonly Claim[] {
  const fields = new Set<HeaderField>();
  const columns = new Set<number>();
  const sorted = [...claims].sort((a, b) => b.certainty - a.certainty || a.column - b.column);
  return sorted.filter(({ field, column }) => {
    if (fields.has(field) || columns.has(column)) return false;
    fields.add(field);
    columns.add(column);
    return true;
  });
}
