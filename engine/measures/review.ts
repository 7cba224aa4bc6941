import type { Day } from "../basics/day.ts";
import { type Figure, missing } from "../basics/figure.ts";
import { type Period, periodOf } from "../basics/period.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import type { SnapshotBook } from "../pipeline/snapshots.ts";
import type { Flag, FlagCode, OpenDeal } from "./attention.ts";
import { placeOf } from "./place-of.ts";
import {
  type DealPair,
  dealPairs,
  type Movement,
  movementsOf,
  REVIEW_STEPS,
  type ReviewStep,
} from "./review-steps.ts";

/** One bar of the waterfall. Amounts are signed: all but `closing` add up to it. Grown and shrunk move no deal. */
export interface WaterfallStep {
  readonly step: ReviewStep;
  readonly deals: number;
  readonly amount: number;
  readonly movements: readonly Movement[];
}

export interface StageMove {
  readonly deal: Deal;
  readonly fromStage: number;
  readonly toStage: number;
}

/** An expected close that moved; `laterDays` is negative where it was pulled in. */
export interface CloseMove {
  readonly deal: Deal;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly laterDays: number;
}

/** A deal with reasons to look at it that it did not have on the earlier day. */
export interface NewRisk {
  readonly deal: Deal;
  /** Null without history. */
  readonly daysInStage: number | null;
  readonly flags: readonly Flag[];
}

export interface Review {
  readonly sinceDay: Day;
  readonly untilDay: Day;
  /** All open deals. Dates move none of them in or out; amounts change only where snapshots tell. */
  readonly waterfall: readonly WaterfallStep[];
  /** The open deals due by the end of the running quarter: here dates pull in and push out. Needs snapshots. */
  readonly due: Figure<DueWaterfall>;
  readonly stageMoves: readonly StageMove[];
  /** Needs snapshots. */
  readonly closeMoves: Figure<readonly CloseMove[]>;
  /** Still open although their expected close fell between the two days. */
  readonly slipped: readonly Deal[];
  readonly newRisks: readonly NewRisk[];
  /** Whether snapshots by the earlier day tell amounts of then; else today's amounts stand on both days. */
  readonly amountsFromSnapshots: boolean;
}

export interface DueWaterfall {
  readonly period: Period;
  readonly steps: readonly WaterfallStep[];
}

export interface ReviewDay {
  readonly pipeline: Pipeline;
  readonly openDeals: readonly OpenDeal[];
}

/** Reasons that can be told for a past day from the history; of the others nobody knows when they began. */
const TRACEABLE: ReadonlySet<FlagCode> = new Set([
  "stalled",
  "overdue-close",
  "pushed",
  "older-than-any-win",
]);

/**
 * What happened to the open pipeline between the end of one day and the end of a later one: opening + new + grown −
 * shrunk + pulled in − pushed out + reopened − won − lost = closing, in deals' listed money. A deal that came and
 * closed in between is in new and in won or lost; one that closed and came back is nowhere. Deals without an amount
 * count as deals and add no money. Source: method.md section 1 for what is known on a day.
 */
export function review(since: ReviewDay, until: ReviewDay, book: SnapshotBook): Review {
  const [from, to] = [since.pipeline, until.pipeline];
  const pairs = dealPairs(from, to, book);
  const hasSnapshots = [...book.values()].some(([first]) => first !== undefined && first.day <= from.asOfDay);
  return {
    sinceDay: from.asOfDay,
    untilDay: to.asOfDay,
    waterfall: waterfall(pairs, () => true),
    due: hasSnapshots ? dueWaterfall(pairs, to.asOfDay) : missing("no-snapshots", book.size),
    stageMoves: pairs.flatMap(stageMove).sort(bySize),
    closeMoves: hasSnapshots ? pairs.flatMap(closeMove).sort(bySize) : missing("no-snapshots", book.size),
    slipped: to.deals
      .filter((deal) => hasSlipped(deal, from.asOfDay, to.asOfDay))
      .sort((a, b) => bySize({ deal: a }, { deal: b })),
    newRisks: newRisks(since.openDeals, until.openDeals).sort(bySize),
    amountsFromSnapshots: hasSnapshots,
  };
}

/** The most listed money first; the order of ids among equals. */
function bySize({ deal: a }: { readonly deal: Deal }, { deal: b }: { readonly deal: Deal }): number {
  return (b.amount ?? 0) - (a.amount ?? 0) || (a.id < b.id ? -1 : 1);
}

function waterfall(pairs: readonly DealPair[], isDue: (day: Day | null) => boolean): WaterfallStep[] {
  const all = pairs.flatMap((pair) => movementsOf(pair, isDue));
  return REVIEW_STEPS.map((step) => {
    const movements = all.filter((movement) => movement.step === step);
    const amount = movements.reduce((sum, movement) => sum + movement.amount, 0);
    return { step, deals: movements.length, amount, movements };
  });
}

function dueWaterfall(pairs: readonly DealPair[], asOfDay: Day): DueWaterfall {
  const period = periodOf(asOfDay, "quarter");
  return { period, steps: waterfall(pairs, (day) => day !== null && day <= period.endDay) };
}

function stageMove({ before, now }: DealPair): StageMove[] {
  if (before?.outcome !== "open" || now.outcome !== "open") return [];
  const [fromStage, toStage] = [before.stage, now.stage];
  if (fromStage === null || toStage === null || fromStage === toStage) return [];
  return [{ deal: now, fromStage, toStage }];
}

function closeMove({ before, now, closeBefore, closeNow }: DealPair): CloseMove[] {
  if (before?.outcome !== "open" || now.outcome !== "open") return [];
  if (closeBefore === null || closeNow === null || closeBefore === closeNow) return [];
  return [{ deal: now, fromDay: closeBefore, toDay: closeNow, laterDays: closeNow - closeBefore }];
}

function hasSlipped({ outcome, expectedCloseDay }: Deal, sinceDay: Day, untilDay: Day): boolean {
  return (
    outcome === "open" &&
    expectedCloseDay !== null &&
    expectedCloseDay >= sinceDay &&
    expectedCloseDay < untilDay
  );
}

function newRisks(before: readonly OpenDeal[], now: readonly OpenDeal[]): NewRisk[] {
  const earlier = new Map(before.map(({ deal, flags }) => [placeOf(deal), flags.map(({ code }) => code)]));
  return now.flatMap(({ deal, daysInStage, flags }) => {
    const had = new Set(earlier.get(placeOf(deal)) ?? []);
    const fresh = flags.filter(({ code }) => TRACEABLE.has(code) && !had.has(code));
    return fresh.length === 0 ? [] : [{ deal, daysInStage, flags: fresh }];
  });
}
