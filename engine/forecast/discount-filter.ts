import { drawGamma } from "../stats/draws.ts";
import { negativeBinomialKernel } from "../stats/negative-binomial.ts";
import type { RandomSource } from "../stats/random.ts";

/** What one step of history saw, and what was expected of it. */
export interface Step {
  readonly observed: number;
  readonly expected: number;
}

/** How a rate may move: ω discounts what is old, δ is the scatter of a single step, drawn back to 1 by `pull`. */
export interface FilterSetting {
  readonly omega: number;
  readonly delta: number;
  /** Pseudo-events a step by which the rate is drawn back to 1, times 1 − ω. */
  readonly pull: number;
}

/** The rate as Gamma(shape, rate), and how likely the steps so far were, but for terms that are alike for all settings. */
export interface FilterState {
  readonly shape: number;
  readonly rate: number;
  readonly logLikelihood: number;
}

/**
 * Follows a rate through time: old events are discounted, so that the newest count most, and the scatter that a
 * single month has anyway does not pass for a change. Of all steps, or of those from one to before another. O(steps).
 *
 * Formula: A ← ωA + pull(1−ω) + rO, B ← ωB + pull(1−ω) + rE, r = 1/(1 + δ E A/B); each step is predicted by the
 * negative binomial of size 1/(1/A + δ). Source: Harvey & Fernandes 1989; method.md 6.6.
 * @example discountFilter([{ observed: 2, expected: 1 }], { shape: 1, rate: 1, logLikelihood: 0 }, { omega: 1, delta: 0, pull: 0 }).shape // => 3
 */
export function discountFilter(
  steps: readonly Step[],
  start: FilterState,
  { omega, delta, pull }: FilterSetting,
  from = 0,
  to = steps.length,
): FilterState {
  let { shape, rate, logLikelihood } = start;
  for (let i = from; i < to; i += 1) {
    const { observed = 0, expected = 0 } = steps[i] ?? {};
    shape = omega * shape + pull * (1 - omega);
    rate = omega * rate + pull * (1 - omega);
    const mean = (expected * shape) / rate;
    const size = 1 / (1 / shape + delta);
    if (expected > 0) logLikelihood += negativeBinomialKernel(observed, size, size, mean);
    const weight = 1 / (1 + delta * mean);
    shape += weight * observed;
    rate += weight * expected;
  }
  return { shape, rate, logLikelihood };
}

/** One way the rate may have gone, with how likely it is. */
export interface PathGuess<S extends FilterSetting = FilterSetting> {
  readonly weight: number;
  readonly setting: S;
  /** The rate of the step to come. */
  readonly shape: number;
  readonly rate: number;
}

/** All settings, each weighted by how well it foretold the steps. `priors` are relative weights. */
export function weighPaths<S extends FilterSetting>(
  guesses: readonly {
    readonly setting: S;
    readonly prior: number;
    readonly state: FilterState;
  }[],
): PathGuess<S>[] {
  const best = Math.max(...guesses.map(({ state }) => state.logLikelihood));
  const weights = guesses.map(({ prior, state }) => prior * Math.exp(state.logLikelihood - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return guesses.map(({ setting, state }, i) => {
    const { omega, pull } = setting;
    const ahead = omega * omega;
    const back = pull * (1 - omega);
    return {
      weight: (weights[i] ?? 0) / total,
      setting,
      shape: state.shape * ahead + back,
      rate: state.rate * ahead + back,
    };
  });
}

/** Draws one of the guesses by weight. */
export function drawPath<P extends PathGuess>(random: RandomSource, paths: readonly P[]): P | null {
  let rest = random.uniform();
  for (const path of paths) {
    rest -= path.weight;
    if (rest < 0) return path;
  }
  return paths[paths.length - 1] ?? null;
}

/** A draw of the rate itself. */
export function drawRate(random: RandomSource, path: PathGuess): number {
  return drawGamma(random, path.shape, path.rate);
}
