import { type Figure, type Interval, missing } from "../basics/figure.ts";
import { quantiles } from "./quantile.ts";
import { randomSource } from "./random.ts";

/** How often each item is in a resample: item i counts `weights[i]` times. Read it at once, it is reused. */
export type Weights = Uint32Array;

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
}

/** Below this share of resamples that give a figure, their spread is no interval. */
const LEAST_COMPUTABLE = 0.5;

/**
 * Draws `count` items with replacement, `resamples` times, and shows each resample as weights: what else the
 * same history might have looked like. For row order to change nothing, keep the items in an order of their own,
 * such as by deal id. O(count × resamples).
 *
 * Source: Efron & Tibshirani 1993, chapter 6.
 * @example forEachResample(1, { seed: 1, resamples: 2 }, () => {}) // => undefined
 */
export function forEachResample(
  count: number,
  { seed, resamples }: Resampling,
  visit: (weights: Weights) => void,
): void {
  const random = randomSource(seed);
  const weights = new Uint32Array(count);
  for (let resample = 0; resample < resamples; resample += 1) {
    weights.fill(0);
    for (let draw = 0; draw < count; draw += 1) {
      const item = random.below(count);
      weights[item] = (weights[item] ?? 0) + 1;
    }
    visit(weights);
  }
}

/**
 * The percentile bootstrap interval of any figure of `count` items, such as the win rate by amount over closed
 * deals. `statistic` gets a weight for each item and gives null where it cannot be computed. Denominator and
 * open deals are the statistic's own; `n` is `count`. Missing where there are fewer than two items, the figure
 * itself cannot be computed, or fewer than half of the resamples give one. The same seed gives the same digits.
 *
 * Source: Efron & Tibshirani 1993, chapter 13; quantiles of type 7.
 * @example bootstrapInterval(1, () => 1, { level: 0.8, seed: 1, resamples: 9 }) // => { missing: "too-few", n: 1 }
 */
export function bootstrapInterval(
  count: number,
  statistic: (weights: Weights) => number | null,
  options: Resampling & { readonly level: number },
): Figure<Interval> {
  if (count < 2) return missing("too-few", count);
  const estimate = statistic(new Uint32Array(count).fill(1));
  if (estimate === null) return missing("too-few", count);
  const draws: number[] = [];
  forEachResample(count, options, (weights) => {
    const value = statistic(weights);
    if (value !== null) draws.push(value);
  });
  if (draws.length === 0 || draws.length < LEAST_COMPUTABLE * options.resamples) {
    return missing("too-few", count);
  }
  const { level } = options;
  const [lower = estimate, upper = estimate] = quantiles(draws, [(1 - level) / 2, (1 + level) / 2]);
  return { lower, estimate, upper, level, n: count };
}
