import type { Day } from "../basics/day.ts";
import type { Place } from "../basics/problem.ts";
import type { HistoryShape } from "../intake/records.ts";

export type Outcome = "won" | "lost" | "open";

/** One ordered position of the open pipeline. */
export interface Stage {
  readonly name: string;
  /** Position from 1. */
  readonly order: number;
}

/** One unbroken stay of a deal in an open stage, `[enteredDay, leftDay)`; `leftDay` null: still there as of T. */
export interface Visit {
  /** Index into `Pipeline.stages`. */
  readonly stage: number;
  readonly enteredDay: Day;
  readonly leftDay: Day | null;
}

/** What a deal's row says of it, whatever the day. */
export interface DealFacts {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly source: string;
  readonly product: string;
  readonly region: string;
  readonly email: string;
  readonly lostReason: string;
  readonly nextStep: string;
  readonly nextStepDay: Day | null;
  readonly expectedCloseDay: Day | null;
  /** The expected close was the end of the month of creation, a default nobody set; it counts as not set. */
  readonly closeDateIsDefault: boolean;
  readonly lastActivityDay: Day | null;
  /** 0–1 as a person typed it. */
  readonly probability: number | null;
  /** In the report's currency; null where blank, unreadable or in a currency without a rate. */
  readonly amount: number | null;
  readonly createdDay: Day | null;
  /** Its row in the source. */
  readonly where: Place;
}

/** One opportunity as known on the as-of day. */
export interface Deal extends DealFacts {
  readonly outcome: Outcome;
  /** The earlier of created and first visit; null where neither is known. */
  readonly startDay: Day | null;
  /** The day it was won or lost; null while open, or where the sheet does not say. */
  readonly closedDay: Day | null;
  readonly visits: readonly Visit[];
  /** Index of the stage it stands in (open) or stood in when it closed; null where unknown. */
  readonly stage: number | null;
  /** Index of the furthest stage it got to; null where unknown. A won deal reached every stage all the same. */
  readonly furthest: number | null;
  /** Won and now in a stage after the win (follow-up). */
  readonly inFollowUp: boolean;
  /** Won, and given up in follow-up: the customer will not buy again. */
  readonly isGivenUp: boolean;
  /** How often it came back from lost. */
  readonly reopenings: number;
  /**
   * It moved, closed, was worked on or was in a snapshot after the as-of day: what its row says of next steps is not
   * of that day.
   */
  readonly rowIsLater: boolean;
}

/** All deals as known on one day. Every measure takes one of these. */
export interface Pipeline {
  readonly asOfDay: Day;
  readonly stages: readonly Stage[];
  readonly deals: readonly Deal[];
  readonly shape: HistoryShape;
  readonly currency: string | null;
  /** Rows that name a deal but cannot be used, each with its problem. */
  readonly excludedCount: number;
}
