import { negativeBinomialKernel } from "../stats/negative-binomial.ts";

/** Strengths tried for a prior: so many events' worth of it. */
const STRENGTHS = [1, 2, 4, 8, 16, 32, 64];

/** An event count with what a prior expected of it. */
export interface Expectation {
  readonly observed: number;
  readonly expected: number;
}

/**
 * How much a prior is worth, in events: the strength under which the counts seen were most likely, each being
 * Poisson around the expected count times a Gamma(κ, κ) factor. Counts that scatter no more than chance make it
 * large, and the factors shrink to 1.
 *
 * Source: empirical Bayes by the negative-binomial marginal likelihood, method.md 6.3.
 * @example priorStrength([{ observed: 10, expected: 10 }, { observed: 20, expected: 20 }]) // => 64
 */
export function priorStrength(
  cells: readonly Expectation[],
  strengths: readonly number[] = STRENGTHS,
): number {
  let best = strengths[0] ?? 1;
  let bestLog = Number.NEGATIVE_INFINITY;
  for (const strength of strengths) {
    let log = 0;
    cells.forEach(({ observed, expected }) => {
      if (expected > 0) log += negativeBinomialKernel(observed, strength, strength, expected);
    });
    if (log <= bestLog) continue;
    best = strength;
    bestLog = log;
  }
  return best;
}
