import { contentFit } from "./content-fit.ts";
import type { Table } from "./find-table.ts";
import { foldTight } from "./fold.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { columnOfStages, withStagesFound } from "./swapped-stages.ts";

/** What a table is read as; each kind has its own fields. */
export type TableKind = "deals" | "history" | "log" | "snapshots";

/** A column with the field it holds. */
export interface Claim {
  readonly field: HeaderField;
  readonly column: number;
  readonly certainty: number;
}

/** Headers that a person named for fields; they win over every guess. */
export type MappedHeaders = ReadonlyMap<HeaderField, string>;

/** Only a person is surer. */
const MOST_CERTAINTY = 0.95;
/** Below this a column is left alone. */
const LEAST_CERTAINTY = 0.6;
/** Of a column told by its cells alone. */
const CONTENT_CERTAINTY = 0.65;

const TRAITS =
  "id name account email owner amount currency stage outcome is-closed is-lost is-active is-archived probability source lost-reason product region pipeline " +
  "created closed won-on lost-on expected-close close-date last-activity next-step next-step-on stage-entered";
const FIELDS: Readonly<Record<TableKind, ReadonlySet<string>>> = {
  deals: new Set(TRAITS.split(" ")),
  history: new Set(`${TRAITS} changed-on left-on from-stage to-stage`.split(" ")),
  log: new Set("id name account changed-field old-value new-value changed-on created pipeline".split(" ")),
  snapshots: new Set(`${TRAITS} snapshot-on changed-on`.split(" ")),
};

/** Where a header means either, a change of stage is dated by `changed-on`. */
const SECOND_CHOICES: Readonly<Record<TableKind, readonly HeaderField[]>> = {
  deals: [],
  history: ["stage-entered", "created", "closed"],
  log: ["created"],
  snapshots: ["stage-entered"],
};
const SECOND_CHOICE_FACTOR = 0.95;

/**
 * The columns of a table with the field each holds, the surest first; no field and no column twice. A column is
 * claimed for what its header says *and* what it holds; one below the least certainty is left alone.
 */
export function recogniseColumns(table: Table, kind: TableKind, mapped: MappedHeaders): readonly Claim[] {
  const claims: Claim[] = [];
  for (const [field, header] of mapped) {
    const column = columnOfHeader(table, header);
    if (column >= 0) claims.push({ field, column, certainty: 1 });
  }
  table.headers.forEach((header, column) => {
    for (const match of table.match(header)) {
      if (!FIELDS[kind].has(match.field)) continue;
      const factor = SECOND_CHOICES[kind].includes(match.field) ? SECOND_CHOICE_FACTOR : 1;
      const fit = contentFit(match.field, table.profile(column));
      const certainty = Math.min(match.certainty * factor * fit, MOST_CERTAINTY);
      if (certainty >= LEAST_CERTAINTY) claims.push({ field: match.field, column, certainty });
    }
  });
  const rivalless = withoutRivals(claims);
  const sure = kind === "deals" ? withStagesFound(table, rivalless) : rivalless;
  const isUntold = kind === "deals" && !sure.some(({ field }) => field === "stage" || field === "outcome");
  return isUntold ? [...sure, ...stageByContent(table, sure)] : sure;
}

/** Where no header names the stage: the column whose cells are well-known stage words, if there is one. */
function stageByContent(table: Table, claims: readonly Claim[]): readonly Claim[] {
  const column = columnOfStages(table, new Set(claims.map((claim) => claim.column)));
  return column < 0 ? [] : [{ field: "stage", column, certainty: CONTENT_CERTAINTY }];
}

/** The column under a header that a person named: the exact text, else one that differs in case or spaces; -1 for none. */
export function columnOfHeader(table: Table, header: string): number {
  const exact = table.headers.indexOf(header.trim());
  const key = foldTight(header);
  return exact >= 0 || key === "" ? exact : table.headers.findIndex((other) => foldTight(other) === key);
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
