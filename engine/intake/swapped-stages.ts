import { holdsStages } from "./content-fit.ts";
import type { Table } from "./find-table.ts";
import { outcomeOfWord } from "./outcome-words.ts";
import type { Claim } from "./recognise-columns.ts";

/** Of columns told by their cells against their headers. */
const SWAPPED_CERTAINTY = 0.75;
const MOST_COLUMNS_SEARCHED = 200;

/**
 * The claims with stage and outcome the other way round where the column called stage holds nothing but outcomes,
 * and a column that tells neither holds well-known stages. What a person mapped stays.
 */
export function withStagesFound(table: Table, claims: readonly Claim[]): readonly Claim[] {
  const stage = claims.find(({ field }) => field === "stage");
  const outcome = claims.find(({ field }) => field === "outcome");
  if (!stage || stage.certainty === 1 || outcome?.certainty === 1) return claims;
  const others = new Set(claims.filter((claim) => claim !== outcome).map(({ column }) => column));
  if (!holdsOutcomes(table, stage.column)) return claims;
  const column = columnOfStages(table, others);
  if (column < 0) return claims;
  return [
    ...claims.filter((claim) => claim !== stage && claim !== outcome),
    { field: "stage", column, certainty: SWAPPED_CERTAINTY },
    { field: "outcome", column: stage.column, certainty: SWAPPED_CERTAINTY },
  ];
}

/** The first headed column, but the taken ones, whose cells are well-known stage words; -1 for none. */
export function columnOfStages(table: Table, taken: ReadonlySet<number>): number {
  return table.headers.findIndex(
    (header, place) =>
      header !== "" &&
      place < MOST_COLUMNS_SEARCHED &&
      !taken.has(place) &&
      holdsStages(table.profile(place)),
  );
}

function holdsOutcomes(table: Table, column: number): boolean {
  const { texts, filled } = table.profile(column);
  let told = 0;
  for (const [text, count] of texts) {
    if (outcomeOfWord(text) === null) return false;
    told += count;
  }
  return filled > 0 && told === filled;
}
