import { crpsOfSample } from "../stats/crps.ts";
import { pinball } from "../stats/interval-scores.ts";
import { quantiles } from "../stats/quantile.ts";

/** One past forecast beside what came. */
export interface Outcome {
  readonly mean: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly actual: number;
  readonly crps: number;
  /** Pinball losses at 10, 50 and 90 %. */
  readonly pinballs: readonly [number, number, number];
}

/** How a method did over all past forecasts of a kind; amounts in the report's currency. */
export interface MethodScore {
  readonly n: number;
  /** Sum of absolute errors over the sum of outcomes. */
  readonly wape: number | null;
  /** Sum of errors (forecast − outcome) over the sum of outcomes. */
  readonly bias: number | null;
  readonly crps: number;
  readonly pinballs: readonly [number, number, number];
  /** Share of outcomes within the interval. */
  readonly coverage: number;
}

/** Judges a forecast, given as draws (and its mean, where that is not theirs), by what came. Source: Gneiting & Raftery 2007. */
export function outcomeOf(
  draws: Float64Array,
  actual: number,
  level: number,
  mean = draws.reduce((sum, value) => sum + value, 0) / draws.length,
): Outcome {
  const tail = (1 - level) / 2;
  const [lower = 0, median = 0, upper = 0, low = 0, high = 0] = quantiles(draws, [
    tail,
    0.5,
    1 - tail,
    0.1,
    0.9,
  ]);
  return {
    mean,
    lower,
    median,
    upper,
    actual,
    crps: crpsOfSample(draws, actual),
    pinballs: [pinball(low, 0.1, actual), pinball(median, 0.5, actual), pinball(high, 0.9, actual)],
  };
}

/** Pools past forecasts of one method. Null where there are none. */
export function scoreOf(outcomes: readonly Outcome[]): MethodScore | null {
  const n = outcomes.length;
  if (n === 0) return null;
  const sum = (value: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + value(outcome), 0);
  const came = sum(({ actual }) => actual);
  const share = (total: number): number | null => (came > 0 ? total / came : null);
  return {
    n,
    wape: share(sum(({ mean, actual }) => Math.abs(mean - actual))),
    bias: share(sum(({ mean, actual }) => mean - actual)),
    crps: sum(({ crps }) => crps) / n,
    pinballs: [0, 1, 2].map((i) => sum(({ pinballs }) => pinballs[i] ?? 0) / n) as [number, number, number],
    coverage: sum(({ lower, upper, actual }) => (actual >= lower && actual <= upper ? 1 : 0)) / n,
  };
}
