import type { Problem } from "../basics/problem.ts";
import { type ColumnPlace, problemAt } from "./column-place.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { TableKind } from "./recognise-columns.ts";

/** What people write once for several deals. Ids, names, amounts and days are each deal's own. */
const SHARED: ReadonlySet<HeaderField> = new Set<HeaderField>([
  "account",
  "email",
  "owner",
  "currency",
  "stage",
  "outcome",
  "source",
  "product",
  "region",
  "pipeline",
]);

/** Whether cells of a field that are merged over several rows stand for each of them; in a history the deal does too. */
export function isShared(field: HeaderField, kind: TableKind): boolean {
  return SHARED.has(field) || (kind !== "deals" && (field === "id" || field === "name"));
}

/** The texts of a column with those of merged cells in every row that they span; told once a column. */
export function fillMerged(
  texts: readonly string[],
  place: ColumnPlace,
  problems: Problem[],
): readonly string[] {
  const bottoms = place.grid.merged?.get(place.column);
  if (!bottoms) return texts;
  let [shared, bottom] = ["", -1];
  const filled: number[] = [];
  const all = texts.map((text, i) => {
    const row = place.rows[i] ?? -1;
    const end = bottoms.get(row);
    if (end !== undefined) [shared, bottom] = [text, end];
    if (end !== undefined || row > bottom || text !== "" || shared === "") return text;
    filled.push(i);
    return shared;
  });
  const [first] = filled;
  if (first === undefined) return texts;
  const value = all[first] ?? "";
  const details = { header: place.header, count: filled.length };
  problems.push(
    problemAt(place, first, "cells-merged", { severity: "note", value, excludes: "nothing", details }),
  );
  return all;
}
