import type { Day } from "../basics/day.ts";
import type { HistoryShape, SnapshotRecord } from "../intake/records.ts";
import type { DealFacts, Outcome, Stage } from "./pipeline.ts";

/** Where a change leads: the index of an open stage (0 and up), or one of these. */
export const WON = -1;
export const LOST = -2;
/** A stage past the win (follow-up). */
export const AFTER = -3;

/**
 * Whether a change is to be passed over: a win outlives what happens in follow-up, and follow-up wins no lost deal.
 * @example isPassedOver(AFTER, LOST) // => true
 */
export function isPassedOver(last: number | undefined, target: number): boolean {
  return (last === AFTER && target === LOST) || (last === LOST && target === AFTER);
}

/** All that is known of one deal, over all time; `asOf` cuts it at a day. */
export interface DealTimeline {
  readonly facts: DealFacts;
  /** Days of its changes, in order; equal neighbours are merged. Same length as `targets`. */
  readonly days: readonly Day[];
  /** Stage index, `WON`, `LOST` or `AFTER`. */
  readonly targets: readonly number[];
  /** Won or lost without a day that says when: so from its last change on. */
  readonly undatedOutcome: Exclude<Outcome, "open"> | null;
  /** The stage its row names (an index, or `AFTER`), used only where it has no changes that tell. */
  readonly statedStage: number | null;
  /** The stage its row names past its last dated one, where no column dates that stage. */
  readonly aheadStage?: number;
  /** The day on which it was given up in follow-up; absent where it was not. The win stays a win. */
  readonly givenUpDay?: Day;
  /** What snapshots say of it, the earliest first; absent where there are none. */
  readonly snapshots?: readonly SnapshotRecord[];
}

/** Every deal over all time: the source of every as-of view. */
export interface Timelines {
  readonly stages: readonly Stage[];
  readonly deals: readonly DealTimeline[];
  readonly shape: HistoryShape;
  readonly currency: string | null;
  readonly excludedCount: number;
}
