import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import { type ExitTally, tallyExits } from "./exit-tally.ts";
import { kaplanMeierOfTally, type SurvivalCurve } from "./kaplan-meier.ts";
import { normalReach } from "./normal.ts";
import { wilsonInterval } from "./wilson.ts";

/** The share that has left by one cause, along `times`, with the standard error of it. */
export interface IncidenceCurve {
  readonly incidence: Float64Array;
  readonly standardError: Float64Array;
}

export interface CumulativeIncidence {
  /** Still there, whatever the cause to come; holds `n`, `times` and `atRisk`. */
  readonly pooled: SurvivalCurve;
  /** Cause 1 first. At every time the incidences and the survival add up to 1. */
  readonly causes: readonly IncidenceCurve[];
}

/**
 * The share of deals that ends by each cause (won, lost) within each duration, open deals censored at their age:
 * they count in the denominator as long as they were watched. Ending by another cause removes a deal from risk
 * for good; treating it as censored (1 − Kaplan–Meier) would overstate every cause.
 * `causes[i]` is 0 for censored, else 1 … `causeCount`. Ties are exact, events before censorings.
 *
 * The standard error is the infinitesimal jackknife: the root of the sum over deals of the squared influence of
 * each on the curve. Deals still at risk all share one influence, and after its exit a deal's influence moves in
 * proportion to the curve's own steps, so running sums give it in O(distinct times × causes) instead of O(n²).
 *
 * Source: Aalen & Johansen 1978; Putter, Fiocco & Geskus 2007; R 3.5 `survfit(Surv(t, factor(cause)) ~ 1)`.
 * @example cumulativeIncidence([1, 2], [1, 2], 2).causes.length // => 2
 */
export function cumulativeIncidence(
  durations: ArrayLike<number>,
  causes: ArrayLike<number>,
  causeCount: number,
): CumulativeIncidence {
  return incidenceOfTally(tallyExits(durations, causes, causeCount));
}

/**
 * The cumulative incidence of a tally. See `cumulativeIncidence`.
 * @example incidenceOfTally({ n: 0, times: new Float64Array(0), counts: [] }).causes // => []
 */
export function incidenceOfTally(tally: ExitTally): CumulativeIncidence {
  const pooled = kaplanMeierOfTally(tally);
  return { pooled, causes: tally.counts.slice(1).map((events) => incidenceOf(pooled, events)) };
}

function incidenceOf(pooled: SurvivalCurve, events: Float64Array): IncidenceCurve {
  const incidence = new Float64Array(events.length);
  const standardError = new Float64Array(events.length);
  const gone = new ExitedInfluence();
  let [share, influence] = [0, 0];
  for (let i = 0; i < events.length; i += 1) {
    const left = pooled.atRisk[i] ?? 0;
    const [own, any, censored] = [events[i] ?? 0, pooled.events[i] ?? 0, pooled.censored[i] ?? 0];
    const survivalBefore = pooled.survival[i - 1] ?? 1;
    // The relative influence on survival of whoever is still at risk is Greenwood's sum; of whoever leaves, 1/n less.
    const pull = (pooled.greenwood[i - 1] ?? 0) - 1 / left;
    const step = (survivalBefore * own) / left;
    share += step;
    influence += pull * step;
    gone.advance(step);
    gone.add(own, influence + survivalBefore / left, pull);
    gone.add(any - own, influence, pull);
    gone.add(censored, influence, pooled.greenwood[i] ?? 0);
    incidence[i] = share;
    standardError[i] = Math.sqrt(gone.squares + (left - any - censored) * influence * influence);
  }
  return { incidence, standardError };
}

/**
 * Sums over the deals that have left: each has an influence u on the incidence, which moves by its pull (its
 * relative influence on survival, fixed at its exit) times every later step of the incidence.
 */
class ExitedInfluence {
  /** Σ u² */
  squares = 0;
  /** Σ u · pull */
  private cross = 0;
  /** Σ pull² */
  private pulls = 0;

  advance(step: number): void {
    this.squares = Math.max(0, this.squares + step * (2 * this.cross + step * this.pulls));
    this.cross += step * this.pulls;
  }

  add(count: number, influence: number, pull: number): void {
    this.squares += count * influence * influence;
    this.cross += count * influence * pull;
    this.pulls += count * pull * pull;
  }
}

/**
 * The share that will have ended by one cause at the last event seen, such as the chance to be won once here,
 * with its interval on the complementary log–log scale. Denominator: all durations, open ones censored. Where
 * all that ended took the same way, the curve has no spread of its own and the interval is Wilson's over the
 * deals that ended. Missing where there are fewer than two durations or none has ended.
 *
 * Source: R `survfit(…)$pstate` and `$std.err` at the last event time; see `cumulativeIncidence`.
 * @example eventualIncidence([4], [1], 1, 0.8) // => { missing: "too-few", n: 1 }
 */
export function eventualIncidence(
  durations: ArrayLike<number>,
  causes: ArrayLike<number>,
  cause: number,
  level: number,
): Figure<Interval> {
  return eventualIncidenceOfTally(tallyExits(durations, causes, highestCause(causes, cause)), cause, level);
}

/**
 * `eventualIncidence` of a tally.
 * @example eventualIncidenceOfTally({ n: 0, times: new Float64Array(0), counts: [] }, 1, 0.8) // => { missing: "too-few", n: 0 }
 */
export function eventualIncidenceOfTally(tally: ExitTally, cause: number, level: number): Figure<Interval> {
  const n = tally.n;
  if (n < 2) return missing("too-few", n);
  const { pooled, causes } = incidenceOfTally(tally);
  const curve = causes[cause - 1];
  if (curve === undefined) throw new RangeError(`The tally has no cause ${cause}.`);
  const ended = sum(pooled.events);
  if (ended === 0) return missing("none-decided", n);
  const last = pooled.times.length - 1;
  const [estimate, error] = [curve.incidence[last] ?? 0, curve.standardError[last] ?? 0];
  const own = sum(tally.counts[cause] ?? new Float64Array(0));
  if (own === 0 || (own === ended && (pooled.survival[last] ?? 0) === 0)) {
    const interval = wilsonInterval(own, ended, level);
    return isKnown(interval) ? { ...interval, n } : interval;
  }
  const { lower, upper } = complementaryLogLog(estimate, error, level);
  return { lower, estimate, upper, level, n };
}

/**
 * The share still there, whatever the cause to come, at the last event seen: what `eventualIncidence` leaves open.
 * Missing where none has ended.
 * Source: R `survfit(…)$pstate`, the entry state at the last event time.
 * @example undecidedShare({ n: 2, times: new Float64Array([1]), counts: [new Float64Array([1]), new Float64Array([1])] }) // => 0.5
 */
export function undecidedShare(tally: ExitTally): Figure<number> {
  const { survival, events } = kaplanMeierOfTally(tally);
  if (sum(events) === 0) return missing("none-decided", tally.n);
  return survival[survival.length - 1] ?? 1;
}

function complementaryLogLog(share: number, error: number, level: number): Pick<Interval, "lower" | "upper"> {
  const log = Math.log1p(-share);
  const reach = (normalReach(level) * error) / ((1 - share) * Math.abs(log));
  const at = (shift: number): number => -Math.expm1(log * Math.exp(shift));
  return { lower: at(-reach), upper: at(reach) };
}

function highestCause(causes: ArrayLike<number>, atLeast: number): number {
  let highest = atLeast;
  for (let i = 0; i < causes.length; i += 1) highest = Math.max(highest, causes[i] ?? 0);
  return highest;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
