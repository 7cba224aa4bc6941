import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { forEachResample } from "../stats/bootstrap.ts";
import { blockCount, blockOf } from "./blocks.ts";
import type { Bottleneck, BottleneckKind, CycleLength, StageMeasures } from "./types.ts";

const RESAMPLES = 400;
const KINDS: readonly BottleneckKind[] = ["slow", "leaky", "crowded"];

/** A stage less often the worst of its kind than this is no candidate. */
const CANDIDATE_FROM = 0.2;

/** With fewer deals of a kind, which stage is its worst is chance, and draws of the same few would not show it. */
const FEWEST_DEALS = 10;

/** A kind of bottleneck of which nothing is said, and how few deals would tell. */
export interface QuietKind {
  readonly kind: BottleneckKind;
  readonly n: number;
}

/**
 * The stages that may be the bottleneck, the surest first: `slow` (share of the won cycle spent there), `leaky` (share
 * of all losses with a known stage) or `crowded` (share of all open deals with a known stage). A stage can be of several
 * kinds. `certainty` is the share of bootstrap resamples (over deals, seeded) in which the stage is the worst of its
 * kind, ties split evenly; below 0.8 no stage stands out, and those from 0.2 on are candidates. A kind with fewer than 10
 * deals is not judged (see `quietKinds`). Missing without stage history, where time cannot be split by stage.
 *
 * The share of the cycle is days in the stage ÷ days from start to win, both summed over won deals with visits: unlike
 * mean time of all visits × visits a won deal (method.md section 5), whose shares may add up to more than 1, it is what
 * "of the time of a won deal" says. Open deals take no part in it; time in stage counts them.
 * Source: Efron & Tibshirani 1993.
 */
export function bottlenecks(
  pipeline: Pipeline,
  stages: readonly StageMeasures[],
  wonCycle: Figure<CycleLength>,
  seed: number,
): Figure<readonly Bottleneck[]> {
  if (pipeline.shape === "deals-only") return missing("no-history", pipeline.deals.length);
  if (!isKnown(wonCycle)) return wonCycle;
  const quiet = new Set(quietKinds(pipeline).map(({ kind }) => kind));
  const kinds = KINDS.filter((kind) => !quiet.has(kind));
  if (kinds.length === 0) return missing("too-few", pipeline.deals.length);
  const sums = blockSums(pipeline);
  const observed = totals(sums, new Uint32Array(sums.length).fill(1), stages.length);
  const certainty = certainties(sums, stages.length, seed);
  const cycleDays = wonWithVisits(pipeline).reduce((sum, { days }) => sum + days, 0);
  const cases = stages.flatMap((measures, index) => {
    const evidence = {
      cycleShare: shareOf(observed.slow[index], cycleDays),
      lossShare: shareOf(observed.leaky[index], sumOf(observed.leaky)),
      eventualConversion: estimateOf(measures.eventualConversion),
      openShare: shareOf(observed.crowded[index], sumOf(observed.crowded)),
    };
    return kinds.map((kind) => ({
      stage: measures.stage,
      kind,
      evidence: { ...evidence, certainty: certainty[kind][index] ?? 0 },
      strength: (observed[kind][index] ?? 0) / Math.max(1, sumOf(observed[kind])),
    }));
  });
  return cases
    .filter(({ evidence }) => evidence.certainty >= CANDIDATE_FROM)
    .sort((a, b) => b.evidence.certainty - a.evidence.certainty || b.strength - a.strength)
    .map(({ stage, kind, evidence }, place) => ({ stage, kind, evidence, rank: place + 1 }));
}

/**
 * The kinds that too few deals tell of: won deals with visits and both days, lost deals with a known stage, open deals
 * with a known stage. None without stage history, where the whole ranking is missing.
 */
export function quietKinds(pipeline: Pipeline): readonly QuietKind[] {
  if (pipeline.shape === "deals-only") return [];
  const count = (test: (deal: Deal) => boolean): number => pipeline.deals.filter(test).length;
  const counts: readonly QuietKind[] = [
    { kind: "slow", n: wonWithVisits(pipeline).length },
    { kind: "leaky", n: count(({ outcome, furthest }) => outcome === "lost" && furthest !== null) },
    { kind: "crowded", n: count(({ outcome, stage }) => outcome === "open" && stage !== null) },
  ];
  return counts.filter(({ n }) => n < FEWEST_DEALS);
}

/** The cycle of each won deal whose time can be split by stage. */
function wonWithVisits({ deals }: Pipeline): { days: number }[] {
  return deals.flatMap(({ outcome, startDay, closedDay, visits }) =>
    outcome === "won" && startDay !== null && closedDay !== null && visits.length > 0
      ? [{ days: closedDay - startDay }]
      : [],
  );
}

function estimateOf(figure: Figure<Interval>): Figure<number> {
  return isKnown(figure) ? figure.estimate : figure;
}

function shareOf(part: number | undefined, whole: number): Figure<number> {
  return part === undefined || whole <= 0 ? missing("too-few", 0) : part / whole;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Per block of deals and stage: days of won deals' visits, losses, open deals. */
interface BlockSums extends Readonly<Record<BottleneckKind, Float64Array>> {
  readonly length: number;
}

function blockSums(pipeline: Pipeline): BlockSums {
  const length = blockCount(pipeline.deals.length);
  const width = pipeline.stages.length;
  const empty = (): Float64Array => new Float64Array(length * width);
  const sums = { length, slow: empty(), leaky: empty(), crowded: empty() };
  pipeline.deals.forEach((deal, place) => {
    addDeal(sums, deal, blockOf(place) * width);
  });
  return sums;
}

function addDeal(sums: BlockSums, deal: Deal, offset: number): void {
  const { outcome, startDay, closedDay, furthest } = deal;
  const add = (values: Float64Array, stage: number, value: number): void => {
    values[offset + stage] = (values[offset + stage] ?? 0) + value;
  };
  if (outcome === "won" && startDay !== null && closedDay !== null) {
    for (const { stage, enteredDay, leftDay } of deal.visits)
      add(sums.slow, stage, (leftDay ?? closedDay) - enteredDay);
  }
  if (outcome === "lost" && furthest !== null) add(sums.leaky, furthest, 1);
  if (outcome === "open" && deal.stage !== null) add(sums.crowded, deal.stage, 1);
}

/** Each stage's days, losses and open deals in one resample. */
function totals(
  sums: BlockSums,
  weights: ArrayLike<number>,
  width: number,
): Record<BottleneckKind, readonly number[]> {
  const total = (values: Float64Array): number[] => weightedByStage(values, weights, width);
  return { slow: total(sums.slow), leaky: total(sums.leaky), crowded: total(sums.crowded) };
}

function weightedByStage(values: Float64Array, weights: ArrayLike<number>, width: number): number[] {
  const sums = new Array<number>(width).fill(0);
  for (let i = 0; i < values.length; i++) {
    const stage = i % width;
    sums[stage] = (sums[stage] ?? 0) + (values[i] ?? 0) * (weights[(i - stage) / width] ?? 0);
  }
  return sums;
}

/** How often each stage is the worst of each kind. */
function certainties(
  sums: BlockSums,
  width: number,
  seed: number,
): Record<BottleneckKind, readonly number[]> {
  const zeros = (): number[] => new Array<number>(width).fill(0);
  const worst = { slow: zeros(), leaky: zeros(), crowded: zeros() };
  forEachResample(sums.length, { seed, resamples: RESAMPLES }, (weights) => {
    const drawn = totals(sums, weights, width);
    for (const kind of KINDS) creditLargest(worst[kind], drawn[kind]);
  });
  const share = (counts: readonly number[]): number[] => counts.map((count) => count / RESAMPLES);
  return { slow: share(worst.slow), leaky: share(worst.leaky), crowded: share(worst.crowded) };
}

/** One point to the stage with the most, split evenly among equals; none where nobody has any. */
function creditLargest(points: number[], values: readonly number[]): void {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  if (largest === 0) return;
  const equals = values.flatMap((value, stage) => (value === largest ? [stage] : []));
  for (const stage of equals) points[stage] = (points[stage] ?? 0) + 1 / equals.length;
}
