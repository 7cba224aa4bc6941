import { normalCdf, normalQuantile } from "../stats/normal.ts";

const PRIOR_FORECASTS = 12;
const [LEAST, MOST] = [0.8, 2];

/**
 * By how much the spread has been too small (above 1) or too large (below 1): from where the outcomes of past
 * forecasts fell, as normal scores. Drawn to 1 as twelve past forecasts would; `weight` is the number of forecasts
 * that are worth one, 2.2 where their quarters overlap.
 *
 * Formula: c = √((12 + n z̄²)/(12 + n)) within .8 and 2. Source: method.md 6.11.
 * @example spreadFactor([], 1) // => 1
 */
export function spreadFactor(scores: readonly number[], weight: number): number {
  if (scores.length === 0) return 1;
  const n = scores.length / weight;
  const meanSquare = scores.reduce((sum, z) => sum + z * z, 0) / scores.length;
  const factor = Math.sqrt((PRIOR_FORECASTS + n * meanSquare) / (PRIOR_FORECASTS + n));
  return Math.min(MOST, Math.max(LEAST, factor));
}

/** Where an outcome fell among the draws, as a normal score: 0 in the middle, ±1.28 at the tenth from an end. */
export function normalScore(sorted: Float64Array, actual: number): number {
  let [below, equal] = [0, 0];
  for (const value of sorted) {
    if (value < actual) below += 1;
    else if (value === actual) equal += 1;
  }
  return normalQuantile((below + equal / 2 + 0.5) / (sorted.length + 1));
}

/**
 * Where each of n draws stands among them, as a normal score.
 * @example Array.from(normalScores(1)) // => [0]
 */
export function normalScores(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
}

/**
 * The draws spread wider (or narrower) about their median: the quantile p becomes the one at Φ(c Φ⁻¹(p)).
 * `sorted` rising; the result too. `scores` are those of so many draws, for who has them at hand.
 * @example Array.from(spreadOut(Float64Array.of(1, 2, 3), 1)) // => [1, 2, 3]
 */
export function spreadOut(
  sorted: Float64Array,
  factor: number,
  scores = normalScores(sorted.length),
): Float64Array {
  if (factor === 1) return sorted;
  const n = sorted.length;
  return sorted.map((_, i) => {
    const share = normalCdf(factor * (scores[i] ?? 0));
    const at = Math.min(n - 1, Math.max(0, share * n - 0.5));
    const low = Math.floor(at);
    const here = sorted[low] ?? 0;
    return here + (at - low) * ((sorted[Math.min(n - 1, low + 1)] ?? here) - here);
  });
}
