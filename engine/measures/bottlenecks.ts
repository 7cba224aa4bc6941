import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { forEachResample } from "../stats/bootstrap.ts";
import { blockCount, blockOf } from "./blocks.ts";
import type { Bottleneck, BottleneckEvidence, BottleneckKind, CycleLength, StageMeasures } from "./types.ts";
import { certaintyOfWorst } from "./worst-of-kind.ts";

const RESAMPLES = 400;
const KINDS: readonly BottleneckKind[] = ["slow", "leaky", "crowded"];

/** A stage less often the worst of its kind than this is no candidate. */
const CANDIDATE_FROM = 0.25;

/** With fewer deals of a kind, which stage is its worst is chance, and draws of the same few would not show it. */
const FEWEST_DEALS = 10;

/** A kind of bottleneck of which nothing is said, and how few deals would tell. */
export interface QuietKind {
  readonly kind: BottleneckKind;
  readonly n: number;
}

/**
 * The stages that may be the bottleneck, the surest first: `slow` (share of the won cycle spent there), `leaky` (share
 * of the deals decided there that were lost) or `crowded` (open deals against the visits that ended in the last quarter:
 * work in progress against throughput). A stage can be of several kinds. `certainty` is the share of seeded draws over
 * deals in which the stage is the worst of its kind, luck discounted (see `certaintyOfWorst`); below 0.8 no stage stands
 * out, and those above 0.25 are candidates. A kind with fewer than 10 deals is not judged (see `quietKinds`). Missing
 * without stage history, where time cannot be split by stage.
 *
 * The share of the cycle is days in the stage ÷ days from start to win, both summed over won deals with visits: unlike
 * mean time of all visits × visits a won deal (method.md section 5), whose shares may add up to more than 1, it is what
 * "of the time of a won deal" says. Open deals take no part in it; time in stage counts them. Leaky is judged by the rate
 * of loss, not by the share of all losses, which is the first stage's wherever all stages lose alike.
 * Source: Efron & Tibshirani 1993; Morris 1983.
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
  const observed = totals(sums, new Uint32Array(sums.from.length - 1).fill(1), stages.length);
  const certainty = certainties(sums, observed, seed);
  const { cycleDays } = wonWithVisits(pipeline);
  const cases = stages.flatMap((measures, index) => {
    const evidence = evidenceOf(observed, index, cycleDays, measures);
    return kinds.map((kind) => ({
      stage: measures.stage,
      kind,
      evidence: { ...evidence, certainty: certainty[kind][index] ?? 0 },
      strength: FIGURES[kind](observed)[index] ?? 0,
    }));
  });
  return cases
    .filter(({ evidence }) => evidence.certainty > CANDIDATE_FROM)
    .sort((a, b) => b.evidence.certainty - a.evidence.certainty || b.strength - a.strength)
    .map(({ stage, kind, evidence }, place) => ({ stage, kind, evidence, rank: place + 1 }));
}

function evidenceOf(
  { days, lost, advanced, open, left }: StageSums,
  stage: number,
  cycleDays: number,
  { eventualConversion }: StageMeasures,
): Omit<BottleneckEvidence, "certainty"> {
  const decided = (lost[stage] ?? 0) + (advanced[stage] ?? 0);
  return {
    cycleShare: shareOf(days[stage], cycleDays),
    lossRate: shareOf(lost[stage], decided),
    decided,
    lossShare: shareOf(lost[stage], sumOf(lost)),
    eventualConversion: estimateOf(eventualConversion),
    openShare: shareOf(open[stage], sumOf(open)),
    workDays: shareOf((open[stage] ?? 0) * PACE_DAYS, left[stage] ?? 0),
  };
}

/**
 * The kinds that too few deals tell of: won deals with visits and both days, lost deals with a known stage, open deals
 * with a known stage. None without stage history, where the whole ranking is missing.
 */
export function quietKinds(pipeline: Pipeline): readonly QuietKind[] {
  if (pipeline.shape === "deals-only") return [];
  const count = (test: (deal: Deal) => boolean): number => pipeline.deals.filter(test).length;
  const counts: readonly QuietKind[] = [
    { kind: "slow", n: wonWithVisits(pipeline).n },
    { kind: "leaky", n: count(({ outcome, furthest }) => outcome === "lost" && furthest !== null) },
    { kind: "crowded", n: count(({ outcome, stage }) => outcome === "open" && stage !== null) },
  ];
  return counts.filter(({ n }) => n < FEWEST_DEALS);
}

/** The won deals whose time can be split by stage, and all their cycles together. */
function wonWithVisits({ deals }: Pipeline): { readonly n: number; readonly cycleDays: number } {
  let [n, cycleDays] = [0, 0];
  for (const { outcome, startDay, closedDay, visits } of deals) {
    if (outcome !== "won" || startDay === null || closedDay === null || visits.length === 0) continue;
    n += 1;
    cycleDays += closedDay - startDay;
  }
  return { n, cycleDays };
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

/** How far back the pace goes that a crowd is held against. */
const PACE_DAYS = 91;

/** Per stage: days of won deals' visits; deals lost, and gone on; deals open, and visits ended of late. */
const SUMS = ["days", "lost", "advanced", "open", "left"] as const;
type StageSums = Readonly<Record<(typeof SUMS)[number], readonly number[]>>;

/** What each block of deals adds to the sums, its cells one after another; most deals add to a few of them only. */
interface BlockSums {
  /** Where each block's cells begin, and after the last one. */
  readonly from: Uint32Array;
  /** Place of the sum × stages, plus stage. */
  readonly cell: Uint32Array;
  readonly value: Float64Array;
}

function blockSums(pipeline: Pipeline): BlockSums {
  const length = blockCount(pipeline.deals.length);
  const width = SUMS.length * pipeline.stages.length;
  const dense = new Float64Array(length * width);
  pipeline.deals.forEach((deal, place) => {
    addDeal(dense, deal, blockOf(place) * width, pipeline);
  });
  const places = [...dense.keys()].filter((place) => dense[place] !== 0);
  const from = new Uint32Array(length + 1);
  for (const place of places) {
    const next = Math.floor(place / width) + 1;
    from[next] = (from[next] ?? 0) + 1;
  }
  for (let block = 0; block < length; block += 1)
    from[block + 1] = (from[block + 1] ?? 0) + (from[block] ?? 0);
  return {
    from,
    cell: Uint32Array.from(places, (place) => place % width),
    value: Float64Array.from(places, (place) => dense[place] ?? 0),
  };
}

function addDeal(dense: Float64Array, deal: Deal, offset: number, { asOfDay, stages }: Pipeline): void {
  const { outcome, startDay, closedDay, furthest } = deal;
  const add = (sum: keyof StageSums, stage: number, value: number): void => {
    const place = offset + SUMS.indexOf(sum) * stages.length + stage;
    dense[place] = (dense[place] ?? 0) + value;
  };
  const isTimed = outcome === "won" && startDay !== null && closedDay !== null;
  for (const { stage, enteredDay, leftDay } of deal.visits) {
    if (isTimed) add("days", stage, (leftDay ?? closedDay) - enteredDay);
    if (leftDay !== null && leftDay > asOfDay - PACE_DAYS) add("left", stage, 1);
  }
  if (outcome === "lost" && furthest !== null) add("lost", furthest, 1);
  if (outcome === "open" && deal.stage !== null) add("open", deal.stage, 1);
  const passed = outcome === "won" ? stages.length : (furthest ?? 0);
  for (let stage = 0; stage < passed; stage += 1) add("advanced", stage, 1);
}

/** The sums over all blocks, each counted as often as `weights` says. */
function totals({ from, cell, value }: BlockSums, weights: Uint32Array, width: number): StageSums {
  const sums = new Float64Array(SUMS.length * width);
  for (let block = 0; block < weights.length; block += 1) {
    const weight = weights[block] ?? 0;
    if (weight === 0) continue;
    const end = from[block + 1] ?? 0;
    for (let i = from[block] ?? 0; i < end; i += 1) {
      const place = cell[i] ?? 0;
      sums[place] = (sums[place] ?? 0) + (value[i] ?? 0) * weight;
    }
  }
  const own = (sum: number): number[] => Array.from(sums.subarray(sum * width, (sum + 1) * width));
  return { days: own(0), lost: own(1), advanced: own(2), open: own(3), left: own(4) };
}

/** Deals' worth of the rate of all stages that each stage's own is drawn to: one loss of one deal is no leak. */
const PRIOR_DEALS = 2;

/** What the stages are held against one another by, kind by kind. */
const FIGURES: Readonly<Record<BottleneckKind, (sums: StageSums) => readonly number[]>> = {
  slow: ({ days }) => days.map((own) => own / Math.max(1, sumOf(days))),
  leaky: ({ lost, advanced }) => {
    const all = sumOf(lost) / Math.max(1, sumOf(lost) + sumOf(advanced));
    return lost.map((own, stage) => (own + PRIOR_DEALS * all) / (own + (advanced[stage] ?? 0) + PRIOR_DEALS));
  },
  crowded: ({ open, left }) => open.map((own, stage) => Math.log((own + 0.5) / ((left[stage] ?? 0) + 0.5))),
};

/** How certain it is, kind by kind, that each stage is the worst. */
function certainties(
  sums: BlockSums,
  observed: StageSums,
  seed: number,
): Readonly<Record<BottleneckKind, readonly number[]>> {
  const width = observed.days.length;
  const resampled = { slow: [], leaky: [], crowded: [] } as Record<BottleneckKind, (readonly number[])[]>;
  forEachResample(sums.from.length - 1, { seed, resamples: RESAMPLES }, (weights) => {
    const drawn = totals(sums, weights, width);
    for (const kind of KINDS) resampled[kind].push(FIGURES[kind](drawn));
  });
  const certainty = (kind: BottleneckKind): number[] =>
    certaintyOfWorst({ seen: FIGURES[kind](observed), resampled: resampled[kind] });
  return { slow: certainty("slow"), leaky: certainty("leaky"), crowded: certainty("crowded") };
}
