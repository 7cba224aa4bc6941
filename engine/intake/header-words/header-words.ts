import type { Field } from "../records.ts";

/** `close-date` is the close date of CRMs: expected while a deal is open, actual once it is closed. */
export type HeaderField = Field | "close-date";

/**
 * Headers of one language by field, with `|` between them. `sure` names the field whatever the table; `likely`
 * words also mean other things (`Name`, `Title`, `Value`) and are taken only where the column holds what the
 * field needs and no surer column claims the field; a `faint` one (`Budget`) gives way to those.
 */
export type HeaderWords = {
  readonly [F in HeaderField]?: { readonly sure?: string; readonly likely?: string; readonly faint?: string };
};
