import type { Day } from "../basics/day.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { type SnapshotBook, snapshotAt } from "../pipeline/snapshots.ts";
import { placeOf } from "./place-of.ts";

/** The steps from one open pipeline to the next, in the order of the waterfall. */
export const REVIEW_STEPS = [
  "opening",
  "new",
  "grown",
  "shrunk",
  "pulled-in",
  "pushed-out",
  "reopened",
  "won",
  "lost",
  "closing",
] as const;

export type ReviewStep = (typeof REVIEW_STEPS)[number];

/** One deal's part in a step; `amount` is signed: what leaves the pipeline is negative, `closing` is the sum. */
export interface Movement {
  readonly step: ReviewStep;
  readonly deal: Deal;
  readonly amount: number;
}

/** One deal on both days; `before` is null where it did not exist yet. */
export interface DealPair {
  readonly before: Deal | null;
  readonly now: Deal;
  readonly amountBefore: number;
  readonly amountNow: number;
  readonly closeBefore: Day | null;
  readonly closeNow: Day | null;
}

/**
 * Every deal of the later day that was not long closed beside itself on the earlier one. Amounts and expected closes of
 * the earlier day come from its last snapshot by then; without one, from the row as it stands, so that they show no
 * change.
 */
export function dealPairs(from: Pipeline, to: Pipeline, book: SnapshotBook): DealPair[] {
  const earlier = new Map(from.deals.map((deal) => [placeOf(deal), deal]));
  const mayDiffer = to.deals.filter((deal) => !isClosedBy(deal, from.asOfDay));
  return mayDiffer.map((now) => {
    const before = earlier.get(placeOf(now)) ?? null;
    const past = snapshotAt(book, now.id, from.asOfDay);
    return {
      before,
      now,
      amountBefore: past?.amount ?? now.amount ?? 0,
      amountNow: now.amount ?? 0,
      closeBefore: past ? past.expectedCloseDay : now.expectedCloseDay,
      closeNow: now.expectedCloseDay,
    };
  });
}

/** Whether it had closed by the end of a day, for good as far as is known. */
function isClosedBy({ outcome, closedDay }: Deal, day: Day): boolean {
  return outcome !== "open" && closedDay !== null && closedDay <= day;
}

/**
 * What one deal did between the two days. Its movements without `closing` add up to its `closing` amount.
 * `isDue` narrows the pipeline to the deals due by a day: then a changed date pulls a deal in or pushes it out.
 */
export function movementsOf(pair: DealPair, isDue: (closeDay: Day | null) => boolean): Movement[] {
  const { before, now, amountBefore, amountNow } = pair;
  const was = before?.outcome === "open";
  const wasIn = was && isDue(pair.closeBefore);
  const isIn = now.outcome === "open" && isDue(pair.closeNow);
  // A win belongs to the pipeline of its day whatever its date said; a loss only where it was due.
  const closes = closedSince(before, now);
  const leavesIn = closes && (now.outcome === "won" || wasIn || isDue(pair.closeNow));
  if (!wasIn && !isIn && !leavesIn) return [];
  const at = (step: ReviewStep, amount: number): Movement => ({ step, deal: now, amount });
  return [
    ...(wasIn ? [at("opening", amountBefore), ...resized(now, amountNow - amountBefore)] : []),
    ...(wasIn ? [] : [at(entryStep(before), amountNow)]),
    ...(now.outcome === "open" && !isIn ? [at("pushed-out", -amountNow)] : []),
    ...(leavesIn ? [at(now.outcome === "won" ? "won" : "lost", -amountNow)] : []),
    ...(isIn ? [at("closing", amountNow)] : []),
  ];
}

function resized(deal: Deal, change: number): Movement[] {
  if (change === 0) return [];
  return [{ step: change > 0 ? "grown" : "shrunk", deal, amount: change }];
}

function entryStep(before: Deal | null): ReviewStep {
  if (before === null) return "new";
  return before.outcome === "open" ? "pulled-in" : "reopened";
}

/** Whether it was closed after the earlier day; a deal that was closed then counts where it came back in between. */
function closedSince(before: Deal | null, now: Deal): boolean {
  if (now.outcome === "open") return false;
  return before === null || before.outcome === "open" || now.reopenings > before.reopenings;
}
