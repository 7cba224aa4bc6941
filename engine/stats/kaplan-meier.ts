import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import { type ExitTally, tallyExits } from "./exit-tally.ts";
import { type LimitScale, type Limits, survivalLimits } from "./survival-limits.ts";

/**
 * How many are still there after each duration, the ones that have not left yet (censored) taken into account.
 * All arrays run along `times`, the distinct durations, rising.
 */
export interface SurvivalCurve {
  readonly n: number;
  readonly times: Float64Array;
  /** How many lasted at least this long. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Share still there just after this time, 0–1. */
  readonly survival: Float64Array;
  /** Greenwood's standard error of `survival`; 0 once nobody is left. */
  readonly standardError: Float64Array;
  /** Greenwood's sum Σ d / (n (n − d)): the squared relative error, held still once nobody is left. */
  readonly greenwood: Float64Array;
  /** Nelson–Aalen: the sum of events over those at risk. */
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeHazardError: Float64Array;
}

/**
 * The Kaplan–Meier curve of durations, such as the days of visits to a stage. `events[i]` is 1 where the visit
 * ended and 0 where it still lasts at the as-of day (censored): a censored one counts in the denominator, "at
 * risk", as long as it was watched, and is never dropped. Where an event and a censoring fall on the same day,
 * the event comes first. O(n) for whole days. Throws `RangeError` for a negative duration.
 *
 * Source: Kaplan & Meier 1958; R `survfit(Surv(durations, events) ~ 1)`.
 * @example Array.from(kaplanMeier([2, 4, 4, 6], [1, 1, 0, 0]).survival) // => [0.75, 0.5, 0.5]
 */
export function kaplanMeier(durations: ArrayLike<number>, events: ArrayLike<number>): SurvivalCurve {
  return kaplanMeierOfTally(tallyExits(durations, events, 1));
}

/**
 * The Kaplan–Meier curve of a tally; leaving by any cause is the event. See `kaplanMeier`.
 * @example kaplanMeierOfTally({ n: 0, times: new Float64Array(0), counts: [] }).n // => 0
 */
export function kaplanMeierOfTally(tally: ExitTally): SurvivalCurve {
  const curve = emptyCurve(tally);
  const { atRisk, events, censored, survival, standardError, greenwood } = curve;
  const hazardVariance = curve.cumulativeHazardError;
  let [left, share, relative, hazard, variance] = [tally.n, 1, 0, 0, 0];
  for (let i = 0; i < tally.times.length; i += 1) {
    const leaving = events[i] ?? 0;
    const staying = left - leaving;
    share *= staying / left;
    if (staying > 0) relative += leaving / (left * staying);
    hazard += leaving / left;
    variance += leaving / (left * left);
    atRisk[i] = left;
    survival[i] = share;
    greenwood[i] = relative;
    standardError[i] = share * Math.sqrt(relative);
    curve.cumulativeHazard[i] = hazard;
    hazardVariance[i] = Math.sqrt(variance);
    left = staying - (censored[i] ?? 0);
  }
  return curve;
}

function emptyCurve(tally: ExitTally): SurvivalCurve {
  const size = tally.times.length;
  const [censored = new Float64Array(size), ...causes] = tally.counts;
  return {
    n: tally.n,
    times: tally.times,
    atRisk: new Float64Array(size),
    events: total(causes, size),
    censored,
    survival: new Float64Array(size),
    standardError: new Float64Array(size),
    greenwood: new Float64Array(size),
    cumulativeHazard: new Float64Array(size),
    cumulativeHazardError: new Float64Array(size),
  };
}

function total(causes: readonly Float64Array[], size: number): Float64Array {
  return new Float64Array(size).map((_, i) => causes.reduce((all, ofCause) => all + (ofCause[i] ?? 0), 0));
}

/** R's tolerance for "the curve equals the quantile": the square root of the machine precision. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The duration by which a share has left, such as the median (0.5) or the P90 (0.9) of time in stage, the
 * visits that still last taken into account. Where the curve lies exactly at the share over a stretch, the
 * middle of the stretch. Missing ("curve-too-short") where too few have left to say.
 *
 * Source: R `quantile(survfit(…), p)`, its tolerance included.
 * @example survivalQuantile(kaplanMeier([2, 4, 4, 6, 7], [1, 1, 1, 0, 1]), 0.5) // => 4
 * @example survivalQuantile(kaplanMeier([2, 4], [1, 0]), 0.9) // => { missing: "curve-too-short", n: 2 }
 */
export function survivalQuantile(curve: SurvivalCurve, share: number): Figure<number> {
  return stepQuantile(curve, Array.from(curve.survival), share);
}

/**
 * `survivalQuantile` with its interval: where the limits around the curve cross the share. Missing where the
 * curve or its upper limit never gets there, as the interval would have no end.
 *
 * Source: R `quantile(survfit(…, conf.int = level, conf.type = scale), p)`.
 * @example survivalQuantileInterval(kaplanMeier([], []), 0.5, 0.8, "log") // => { missing: "curve-too-short", n: 0 }
 */
export function survivalQuantileInterval(
  curve: SurvivalCurve,
  share: number,
  level: number,
  scale: LimitScale,
): Figure<Interval> {
  const limits = Array.from(curve.survival, (survival, i) =>
    survivalLimits(survival, curve.greenwood[i] ?? 0, level, scale),
  );
  const end = (side: keyof Limits): Figure<number> =>
    stepQuantile(
      curve,
      limits.map((pair) => pair?.[side] ?? null),
      share,
    );
  const [lower, estimate, upper] = [end("lower"), survivalQuantile(curve, share), end("upper")];
  if (!isKnown(estimate) || !isKnown(lower) || !isKnown(upper)) return missing("curve-too-short", curve.n);
  return { lower, estimate, upper, level, n: curve.n };
}

/** Where a falling step curve (null = no value there) crosses 1 − share. */
function stepQuantile(
  curve: SurvivalCurve,
  survival: readonly (number | null)[],
  share: number,
): Figure<number> {
  if (share === 0) return 0;
  const reaches = (bound: number): number =>
    survival.findIndex((value) => value !== null && 1 - value >= bound);
  const first = curve.times[reaches(share - TOLERANCE)];
  if (first === undefined) return missing("curve-too-short", curve.n);
  // Past the last step there is no next one: R takes the last time watched for the end of the stretch.
  const next = curve.times[reaches(share + TOLERANCE)] ?? curve.times[curve.times.length - 1] ?? first;
  return (first + next) / 2;
}

/**
 * The mean duration up to the longest one seen, finished or not: the area under the curve, in its unit. A mean
 * beyond what was watched is not known, so this one is on the low side while many still last. Missing where
 * there are no durations.
 *
 * Source: R `print(survfit(…), rmean = "common")`.
 * @example restrictedMean(kaplanMeier([2, 4], [1, 1])) // => 3
 */
export function restrictedMean(curve: SurvivalCurve): Figure<number> {
  if (curve.n === 0) return missing("too-few", 0);
  return areas(curve).reduce((total, area) => total + area, 0);
}

/**
 * The standard error of `restrictedMean`, in the same unit.
 * @example restrictedMeanError(kaplanMeier([], [])) // => { missing: "too-few", n: 0 }
 */
export function restrictedMeanError(curve: SurvivalCurve): Figure<number> {
  if (curve.n === 0) return missing("too-few", 0);
  const area = areas(curve);
  let [later, variance] = [0, 0];
  for (let i = curve.times.length - 1; i >= 0; i -= 1) {
    const [left, leaving] = [curve.atRisk[i] ?? 0, curve.events[i] ?? 0];
    if (left > leaving) variance += (later * later * leaving) / (left * (left - leaving));
    later += area[i] ?? 0;
  }
  return Math.sqrt(variance);
}

/** The area under the curve between each time and the one before it, the first from 0. */
function areas(curve: SurvivalCurve): Float64Array {
  const { survival, times } = curve;
  return times.map((time, i) => (survival[i - 1] ?? 1) * (time - (times[i - 1] ?? 0)));
}
