import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { forEachResample } from "../stats/bootstrap.ts";
import { blockCount, blockOf } from "./blocks.ts";
import type { Bottleneck, BottleneckKind, CycleLength, StageMeasures } from "./types.ts";

const RESAMPLES = 400;
const KINDS: readonly BottleneckKind[] = ["slow", "leaky", "crowded"];

/** A stage less often the worst of its kind than this is no candidate. */
const CANDIDATE_FROM = 0.2;

/**
 * The stages that may be the bottleneck, the surest first: `slow` (share of the won cycle spent there), `leaky` (share
 * of all losses with a known stage) or `crowded` (share of all open deals with a known stage). A stage can be of several
 * kinds. `certainty` is the share of bootstrap resamples (over deals, seeded) in which the stage is the worst of its
 * kind; below 0.8 no stage stands out, and those from 0.2 on are candidates. Missing without stage history, where time
 * cannot be split by stage. Source: method.md section 5; Efron & Tibshirani 1993.
 */
export function bottlenecks(
  pipeline: Pipeline,
  stages: readonly StageMeasures[],
  wonCycle: Figure<CycleLength>,
  seed: number,
): Figure<readonly Bottleneck[]> {
  if (pipeline.shape === "deals-only") return missing("no-history", pipeline.deals.length);
  if (!isKnown(wonCycle)) return wonCycle;
  const sums = blockSums(pipeline);
  const observed = shares(sums, new Uint32Array(sums.length).fill(1), stages.length);
  const certainty = certainties(sums, stages.length, seed);
  const cases = stages.flatMap((measures, index) => {
    const evidence = {
      cycleShare: cycleShare(pipeline, measures, index, wonCycle),
      lossShare: known(observed.leaky, index),
      eventualConversion: estimateOf(measures.eventualConversion),
      openShare: known(observed.crowded, index),
    };
    return KINDS.map((kind) => ({
      stage: measures.stage,
      kind,
      evidence: { ...evidence, certainty: certainty[kind][index] ?? 0 },
      strength: observed[kind]?.[index] ?? 0,
    }));
  });
  return cases
    .filter(({ evidence }) => evidence.certainty >= CANDIDATE_FROM)
    .sort((a, b) => b.evidence.certainty - a.evidence.certainty || b.strength - a.strength)
    .map(({ stage, kind, evidence }, place) => ({ stage, kind, evidence, rank: place + 1 }));
}

function estimateOf(figure: Figure<Interval>): Figure<number> {
  return isKnown(figure) ? figure.estimate : figure;
}

/** Mean time in stage × visits a won deal ÷ mean won cycle. */
function cycleShare(
  pipeline: Pipeline,
  measures: StageMeasures,
  stage: number,
  cycle: CycleLength,
): Figure<number> {
  const { timeInStage } = measures;
  if (!isKnown(timeInStage)) return timeInStage;
  if (!isKnown(timeInStage.meanDays)) return timeInStage.meanDays;
  if (cycle.meanDays <= 0) return missing("zero-cycle", cycle.n);
  const won = pipeline.deals.filter((deal) => deal.outcome === "won");
  const visits = won.reduce(
    (count, deal) => count + deal.visits.filter((visit) => visit.stage === stage).length,
    0,
  );
  return (timeInStage.meanDays * (visits / won.length)) / cycle.meanDays;
}

type Shares = Readonly<Record<BottleneckKind, readonly number[] | null>>;

function known(values: readonly number[] | null, stage: number): Figure<number> {
  return values?.[stage] ?? missing("too-few", 0);
}

/** Per block of deals and stage: days spent, exits, visits of won deals, losses, open deals. */
interface BlockSums {
  readonly length: number;
  readonly days: Float64Array;
  readonly exits: Float64Array;
  readonly wonVisits: Float64Array;
  readonly losses: Float64Array;
  readonly open: Float64Array;
}

function blockSums(pipeline: Pipeline): BlockSums {
  const length = blockCount(pipeline.deals.length);
  const width = pipeline.stages.length;
  const empty = (): Float64Array => new Float64Array(length * width);
  const sums = { length, days: empty(), exits: empty(), wonVisits: empty(), losses: empty(), open: empty() };
  pipeline.deals.forEach((deal, place) => {
    addDeal(sums, deal, blockOf(place) * width, pipeline.asOfDay);
  });
  return sums;
}

function addDeal(sums: BlockSums, deal: Deal, offset: number, asOfDay: number): void {
  const add = (values: Float64Array, stage: number, value: number): void => {
    values[offset + stage] = (values[offset + stage] ?? 0) + value;
  };
  for (const { stage, enteredDay, leftDay } of deal.visits) {
    if (leftDay === null && deal.outcome !== "open") continue;
    add(sums.days, stage, (leftDay ?? asOfDay) - enteredDay);
    if (leftDay !== null) add(sums.exits, stage, 1);
    if (deal.outcome === "won") add(sums.wonVisits, stage, 1);
  }
  if (deal.outcome === "lost" && deal.furthest !== null) add(sums.losses, deal.furthest, 1);
  if (deal.outcome === "open" && deal.stage !== null) add(sums.open, deal.stage, 1);
}

/** Each stage's share of its kind in one resample; null where the resample has none of it. */
function shares(sums: BlockSums, weights: ArrayLike<number>, width: number): Shares {
  const total = (values: Float64Array): number[] => weightedByStage(values, weights, width);
  const [days, exits, visits] = [total(sums.days), total(sums.exits), total(sums.wonVisits)];
  // Days over exits is the mean stay with censoring under a constant rate: close to Kaplan–Meier's and far quicker.
  const slow = days.map((value, stage) => (value / Math.max(exits[stage] ?? 0, 0.5)) * (visits[stage] ?? 0));
  return { slow: asShares(slow), leaky: asShares(total(sums.losses)), crowded: asShares(total(sums.open)) };
}

function weightedByStage(values: Float64Array, weights: ArrayLike<number>, width: number): number[] {
  const totals = new Array<number>(width).fill(0);
  for (let i = 0; i < values.length; i++) {
    const stage = i % width;
    totals[stage] = (totals[stage] ?? 0) + (values[i] ?? 0) * (weights[(i - stage) / width] ?? 0);
  }
  return totals;
}

function asShares(values: readonly number[]): readonly number[] | null {
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : null;
}

/** How often each stage is the worst of each kind. */
function certainties(
  sums: BlockSums,
  width: number,
  seed: number,
): Record<BottleneckKind, readonly number[]> {
  const worst = {
    slow: new Array<number>(width).fill(0),
    leaky: new Array<number>(width).fill(0),
    crowded: new Array<number>(width).fill(0),
  };
  forEachResample(sums.length, { seed, resamples: RESAMPLES }, (weights) => {
    const drawn = shares(sums, weights, width);
    for (const kind of KINDS) {
      const stage = drawn[kind] ? indexOfLargest(drawn[kind]) : -1;
      if (stage >= 0) worst[kind][stage] = (worst[kind][stage] ?? 0) + 1;
    }
  });
  const share = (counts: readonly number[]): number[] => counts.map((count) => count / RESAMPLES);
  return { slow: share(worst.slow), leaky: share(worst.leaky), crowded: share(worst.crowded) };
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}
