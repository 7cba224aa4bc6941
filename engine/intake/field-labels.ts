import { foldTight } from "./fold.ts";
import { matchHeader } from "./header-index.ts";
import type { HeaderField } from "./header-words/header-words.ts";

/** Every field that a person may name for a column. */
export const FIELD_NAMES: readonly HeaderField[] = (
  "id name account email owner amount currency stage stage-entered created closed won-on lost-on expected-close " +
  "close-date outcome is-closed is-active is-archived probability last-activity next-step next-step-on source lost-reason product region pipeline " +
  "changed-on left-on from-stage to-stage changed-field old-value new-value snapshot-on"
).split(" ") as HeaderField[];

/**
 * The field that a person means by a name: the field's own, or any header word for it; null for none.
 * @example fieldOfLabel("Expected close") // => "expected-close"
 * @example fieldOfLabel("Deal value") // => "amount"
 * @example fieldOfLabel("Colour") // => null
 */
export function fieldOfLabel(label: string): HeaderField | null {
  const key = foldTight(label);
  const named = FIELD_NAMES.find((field) => foldTight(field) === key);
  return named ?? [...matchHeader(label)].sort((a, b) => b.certainty - a.certainty)[0]?.field ?? null;
}
