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

/** What the timeline of a deal can have against it (engine/pipeline finds these). */
export type TimelineProblemCode =
  /** The row says a visit ended after the next one began. details: stage, next, leftDay, nextDay */
  | "visit-overlap"
  /** The row says a visit ended before the next one began. details: stage, next, leftDay, nextDay */
  | "visit-gap"
  /** The deal went forward over one or more stages. details: from, to, skippedCount */
  | "stage-jump"
  /** A day after today; the value is left out, or the deal where it starts then. details: field */
  | "day-in-future"
  /** A stage was entered before the deal was created. details: stage, createdDay */
  | "stage-before-created"
  /** Closed before it was created or entered its first stage: the closing day is left out. details: startDay */
  | "closed-before-opened"
  /** A stage was entered after the closing day; the later day counts. details: stage, changedDay */
  | "stage-after-closed"
  /** The expected close is the last day of the month of creation, a default nobody set: it counts as not set. */
  | "close-date-default"
  /** Over a fifth of all stage changes carry one day. details: changeCount, totalCount */
  | "bulk-edit"
  /** A won deal of zero or less: its amount is left out. */
  | "won-without-amount"
  /** An open deal carries a closing day: the day is left out. details: closedDay */
  | "open-with-closed-day"
  /** Won or lost, and nothing says when. details: outcome */
  | "closed-without-day"
  /** The deal's row says another outcome than its history. details: outcome, historyOutcome */
  | "outcome-differs-from-history"
  /** The deal's row says another stage than its history. details: stage, historyStage */
  | "stage-differs-from-history";

export type ProblemCode =
  | TimelineProblemCode
  | "date-unreadable"
  | "date-order-unclear"
  | "amount-unreadable"
  | "stage-unknown"
  | "deal-without-id"
  | "deal-unknown"
  | "duplicate-id";
