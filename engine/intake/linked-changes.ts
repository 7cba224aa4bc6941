import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import type { ChangeColumns } from "./change-columns.ts";
import type { DealFinder } from "./deal-refs.ts";
import { passing } from "./passing.ts";

/** Changes with the deal of each row that is kept. */
export interface LinkedChanges extends ChangeColumns {
  readonly ids: readonly string[];
}

/**
 * Finds the deal of each change. A row that names no known deal, or a name that several deals share, is a
 * problem and left out; one of a deal that is left out itself is left out with it.
 */
export function linkChanges(
  changes: ChangeColumns,
  find: DealFinder,
  leftOut: ReadonlySet<string>,
  refColumn: number,
  problems: Problem[],
): LinkedChanges {
  // Mostly a row calls its deal by its id.
  let named: string[] | null = null;
  const forms: number[] = [];
  const kept = passing(changes.kept, (i) => {
    const ref = changes.refs[i] ?? "";
    const found = find(ref);
    if ("id" in found) {
      if (found.id !== ref) {
        named = named ?? changes.refs.slice();
        named[i] = found.id;
      }
      if (found.isOtherForm) forms.push(i);
      return true;
    }
    if ("unknown" in found && leftOut.has(ref)) return false;
    const where = { sheet: changes.sheet, cell: addressOf(changes.rows[i] ?? 0, refColumn) };
    const base = { severity: "warning", where, value: ref, excludes: "value" } as const;
    if ("unknown" in found) problems.push({ ...base, code: "deal-unknown" });
    else problems.push({ ...base, code: "deal-ambiguous", details: { count: found.sharedBy } });
    return false;
  });
  const ids: readonly string[] = named ?? changes.refs;
  reportForms(changes, forms, ids, refColumn, problems);
  return { ...changes, kept, ids };
}

/** Ids written in another way than in the deal list are told once. */
function reportForms(
  { sheet, rows, refs }: ChangeColumns,
  forms: readonly number[],
  ids: readonly string[],
  refColumn: number,
  problems: Problem[],
): void {
  const first = forms[0];
  if (first === undefined) return;
  problems.push({
    code: "id-form-differs",
    severity: "note",
    where: { sheet, cell: addressOf(rows[first] ?? 0, refColumn) },
    value: refs[first] ?? "",
    excludes: "nothing",
    details: { id: ids[first] ?? "", count: forms.length },
  });
}
