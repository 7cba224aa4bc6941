/** A fault in the user's data. Collected, never thrown; each says what it left out of the figures. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: "error" | "warning" | "note";
  /** Where the person finds it; `cell` is an A1 address, or null where a whole sheet or file is meant. */
  readonly where: Place;
  /** The text as it stands in the cell, shortened by the wording where long. */
  readonly value: string;
  /** What the figures do without: the whole deal, this one value, or nothing. */
  readonly excludes: "deal" | "value" | "nothing";
  /** Names and numbers that the wording needs, such as the other cell of a conflict. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface Place {
  readonly sheet: string;
  readonly cell: string | null;
}

export type ProblemCode =
  | "date-unreadable"
  | "date-order-unclear"
  | "amount-unreadable"
  | "stage-unknown"
  | "deal-without-id"
  | "deal-unknown"
  | "duplicate-id";
