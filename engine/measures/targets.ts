import type { Day } from "../basics/day.ts";
import { type Figure, isKnown, missing } from "../basics/figure.ts";
import { type Period, periodOf, shiftPeriod } from "../basics/period.ts";
import { asOf } from "../pipeline/as-of.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import type { Timelines } from "../pipeline/timelines.ts";
import { placeOf } from "./place-of.ts";
import type { CycleLength, DealSize, WinRate } from "./types.ts";

/** What a team, or one owner, has set out to win in a period. */
export interface Target {
  readonly period: Period;
  /** Null for the whole team. */
  readonly owner: string | null;
  readonly amount: number;
}

/** How much open pipeline it took in past periods, from the same point on, for each unit won of it in the rest. */
export interface PastCoverage {
  /** Past periods that could be looked at: with open deals at that point. */
  readonly n: number;
  /** P10, median and P90 of the ratios; missing where so many of the periods won nothing that none would do. */
  readonly lower: Figure<number>;
  readonly median: Figure<number>;
  readonly upper: Figure<number>;
  /** Won in the rest of what was open at that point, ÷ open then, over all those periods together. */
  readonly yieldShare: number;
}

export interface NewDealsNeeded {
  readonly deals: number;
  /** The last day on which they can begin and still close in the period, at the median won cycle. */
  readonly startByDay: Day;
  readonly isTooLate: boolean;
}

/** The arithmetic of one target; chances to hit it are the forecast's business. */
export interface TargetProgress {
  readonly target: Target;
  readonly wonAmount: number;
  /** Target − won so far, 0 where it is reached. */
  readonly gapAmount: number;
  readonly openAmount: number;
  /** Open ÷ gap; missing where there is no gap. */
  readonly coverage: Figure<number>;
  readonly past: Figure<PastCoverage>;
  /** Open × the past yield: what the open deals bring if they do as they did. */
  readonly expectedAmount: Figure<number>;
  /** The same without the largest open deal. */
  readonly withoutLargest: Figure<{ readonly deal: Deal; readonly expectedAmount: number }>;
  /** New deals for what the open ones will not bring. */
  readonly newDeals: Figure<NewDealsNeeded>;
}

export interface TargetContext {
  readonly timelines: Timelines;
  readonly winRate: WinRate;
  readonly dealSize: DealSize;
  readonly wonCycle: Figure<CycleLength>;
}

const PAST_PERIODS = 8;
const FEWEST_PERIODS = 3;

/**
 * Where a target stands on the as-of day: won so far, the gap, the open pipeline against the gap, and beside it what the
 * same team's pipeline at the same point of past periods brought in the rest of them. Listed money of deals of the
 * target's owner. Coverage by itself says little: three times is plenty for one team and too little for another.
 * Past periods are seen as they were known on their day (closed deals count as open then); amounts are those of
 * snapshots by then, else today's.
 * Source: method.md section 9.
 */
export function targetProgress(pipeline: Pipeline, target: Target, context: TargetContext): TargetProgress {
  const { period, owner } = target;
  const wonAmount = wonIn(pipeline, owner, period.startDay, period.endDay);
  const gapAmount = Math.max(0, target.amount - wonAmount);
  const open = pipeline.deals.filter((deal) => deal.outcome === "open" && isOf(deal, owner));
  const openAmount = amountOf(open);
  const past = pastCoverage(pipeline, target, context.timelines);
  const expectedAmount = isKnown(past) ? past.yieldShare * openAmount : past;
  return {
    target,
    wonAmount,
    gapAmount,
    openAmount,
    coverage: gapAmount > 0 ? openAmount / gapAmount : missing("no-gap", 0),
    past,
    expectedAmount,
    withoutLargest: withoutLargest(open, openAmount, past),
    newDeals: isKnown(expectedAmount)
      ? newDeals(gapAmount - expectedAmount, pipeline.asOfDay, period, context)
      : expectedAmount,
  };
}

function isOf(deal: Deal, owner: string | null): boolean {
  return owner === null || deal.owner === owner;
}

function amountOf(deals: readonly Deal[]): number {
  return deals.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

function wonIn({ deals }: Pipeline, owner: string | null, fromDay: Day, toDay: Day): number {
  return amountOf(
    deals.filter(
      (deal) =>
        deal.outcome === "won" &&
        isOf(deal, owner) &&
        deal.closedDay !== null &&
        deal.closedDay >= fromDay &&
        deal.closedDay <= toDay,
    ),
  );
}

function pastCoverage(
  pipeline: Pipeline,
  { period, owner }: Target,
  timelines: Timelines,
): Figure<PastCoverage> {
  const elapsedDays = pipeline.asOfDay - period.startDay;
  if (elapsedDays < 0) return missing("period-ahead", 0);
  const running = periodOf(Math.min(pipeline.asOfDay, period.endDay), period.unit);
  const seen: PastPeriod[] = [];
  for (let back = 1; back <= PAST_PERIODS; back++) {
    const { startDay, endDay } = shiftPeriod(running, -back);
    const day = Math.min(startDay + elapsedDays, endDay);
    const open = asOf(timelines, day).deals.filter((deal) => deal.outcome === "open" && isOf(deal, owner));
    const wasOpen = new Set(open.map(placeOf));
    const fromThem = { ...pipeline, deals: pipeline.deals.filter((deal) => wasOpen.has(placeOf(deal))) };
    const openAmount = amountOf(open);
    if (openAmount > 0) seen.push({ open: openAmount, won: wonIn(fromThem, owner, day + 1, endDay) });
  }
  if (seen.length < FEWEST_PERIODS) return missing("too-few", seen.length);
  const total = (pick: "open" | "won"): number => seen.reduce((sum, each) => sum + each[pick], 0);
  return {
    n: seen.length,
    lower: ratioAt(seen, 0.1),
    median: ratioAt(seen, 0.5),
    upper: ratioAt(seen, 0.9),
    yieldShare: total("won") / total("open"),
  };
}

interface PastPeriod {
  readonly open: number;
  readonly won: number;
}

/** A quantile (type 7) of open ÷ won; a period that won nothing counts as endlessly many times. */
function ratioAt(seen: readonly PastPeriod[], share: number): Figure<number> {
  const ratios = seen.flatMap(({ open, won }) => (won > 0 ? [open / won] : [])).sort((a, b) => a - b);
  const place = (seen.length - 1) * share;
  const lower = ratios[Math.floor(place)];
  const upper = ratios[Math.ceil(place)];
  if (lower === undefined || upper === undefined) return missing("none-won", seen.length);
  return lower + (place - Math.floor(place)) * (upper - lower);
}

function withoutLargest(
  open: readonly Deal[],
  openAmount: number,
  past: Figure<PastCoverage>,
): TargetProgress["withoutLargest"] {
  if (!isKnown(past)) return past;
  const [deal] = [...open].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  if (deal?.amount == null) return missing("no-amounts", open.length);
  return { deal, expectedAmount: past.yieldShare * (openAmount - deal.amount) };
}

function newDeals(
  shortAmount: number,
  asOfDay: Day,
  period: Period,
  context: TargetContext,
): Figure<NewDealsNeeded> {
  const { byCount } = context.winRate;
  const { averageWonAmount } = context.dealSize;
  const { wonCycle } = context;
  if (!isKnown(byCount)) return byCount;
  if (!isKnown(averageWonAmount)) return averageWonAmount;
  if (!isKnown(wonCycle)) return wonCycle;
  if (byCount.estimate === 0) return missing("none-won", byCount.n);
  const startByDay = period.endDay - Math.round(wonCycle.medianDays);
  const deals = Math.max(0, Math.ceil(shortAmount / (byCount.estimate * averageWonAmount)));
  return { deals, startByDay, isTooLate: deals > 0 && startByDay < asOfDay };
}
