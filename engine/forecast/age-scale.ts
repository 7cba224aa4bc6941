import type { Day } from "../basics/day.ts";
import { isKnown } from "../basics/figure.ts";
import { kaplanMeierOfTally, survivalQuantile } from "../stats/kaplan-meier.ts";
import type { Spells } from "./spells.ts";

/** Ages in units of a stage's own pace, at which the chance to leave may change. */
export const AGE_EDGES = [0, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4.5, 7];

/** The day of entry is a bin of its own: many stages are passed within minutes. */
export const BIN_COUNT = AGE_EDGES.length + 1;

const LONGEST_DAYS = 1500;
const TIMES = Float64Array.from({ length: LONGEST_DAYS }, (_, i) => i + 1);
const PRIOR_VISITS = 5;
const DEFAULT_DAYS = 14;

/** How long a typical stay is, stage by stage, and where the age bins begin. */
export interface AgeScale {
  /** τ of each stage, in days: the typical stay of those that do not leave on the day they come. */
  readonly tau: Float64Array;
  /** The typical stay over all stages. */
  readonly pooled: number;
  /** First age in days of each bin: `BIN_COUNT` numbers a stage. */
  readonly binStarts: Int32Array;
}

/**
 * How long is long, stage by stage: the Kaplan–Meier median of the stays, drawn to that of all stages as five
 * visits would. Visits that still last count as censored.
 *
 * Formula: τ_s = exp[(n_s ln m_s + 5 ln m) / (n_s + 5)]. Source: method.md 6.1.
 */
export function ageScale(spells: Spells, day: Day): AgeScale {
  const { stageCount } = spells;
  const { left, staying } = tallyStays(spells, day);
  const all = medianStay(left, staying, 0, stageCount);
  const pooled = all.median ?? DEFAULT_DAYS;
  const tau = new Float64Array(stageCount);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const own = medianStay(left, staying, stage, stage + 1);
    const n = own.median === null ? 0 : own.n;
    const logMean =
      (n * Math.log(own.median ?? pooled) + PRIOR_VISITS * Math.log(pooled)) / (n + PRIOR_VISITS);
    tau[stage] = Math.exp(logMean);
  }
  return { tau, pooled, binStarts: binStartsOf(tau) };
}

interface Stays {
  readonly left: Float64Array;
  readonly staying: Float64Array;
}

function tallyStays({ visits, stageCount }: Spells, day: Day): Stays {
  const width = LONGEST_DAYS + 1;
  const left = new Float64Array(stageCount * width);
  const staying = new Float64Array(stageCount * width);
  for (let i = 0; i < visits.count; i += 1) {
    const entered = visits.entered[i] ?? 0;
    if (entered > day) continue;
    const end = visits.left[i] ?? 0;
    const stay = Math.min(LONGEST_DAYS, Math.min(end, day) - entered);
    const cell = (visits.stage[i] ?? 0) * width + stay;
    const target = end <= day ? left : staying;
    target[cell] = (target[cell] ?? 0) + 1;
  }
  return { left, staying };
}

/** The median stay of those that outlast the day they came, over the stages `from` to `to` − 1. */
function medianStay(
  left: Float64Array,
  staying: Float64Array,
  from: number,
  to: number,
): { median: number | null; n: number } {
  const width = LONGEST_DAYS + 1;
  const sumOver = (counts: Float64Array): Float64Array =>
    TIMES.map((time) => {
      let sum = 0;
      for (let stage = from; stage < to; stage += 1) sum += counts[stage * width + time] ?? 0;
      return sum;
    });
  const [events, censored] = [sumOver(left), sumOver(staying)];
  const n = events.reduce((sum, count) => sum + count, 0);
  const total = n + censored.reduce((sum, count) => sum + count, 0);
  const curve = kaplanMeierOfTally({ n: total, times: TIMES, counts: [censored, events] });
  const median = n === 0 ? null : survivalQuantile(curve, 0.5);
  return { median: median !== null && isKnown(median) ? Math.max(1, median) : null, n };
}

function binStartsOf(tau: Float64Array): Int32Array {
  const starts = new Int32Array(tau.length * BIN_COUNT);
  tau.forEach((days, stage) => {
    AGE_EDGES.forEach((edge, k) => {
      starts[stage * BIN_COUNT + k + 1] = Math.max(1, Math.round(edge * days));
    });
  });
  return starts;
}
