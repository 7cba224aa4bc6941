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

/** By number of draws: slow to work out, and asked for again and again. */
const SCORES = new Map<number, Float64Array>();

/** Where each of n draws stands among them, as a normal score. */
function normalScores(n: number): Float64Array {
  const known = SCORES.get(n);
  if (known) return known;
  const scores = Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
  SCORES.set(n, scores);
  return scores;
}

/**
 * Which of n sorted draws each becomes where they are spread wider (or narrower) about their median: the quantile p
 * becomes the one at Φ(c Φ⁻¹(p)). Parts of a place are between two draws.
 * @example Array.from(spreadPlaces(1, 2)) // => [0]
 */
export function spreadPlaces(n: number, factor: number): Float64Array {
  return normalScores(n).map((score) => Math.min(n - 1, Math.max(0, normalCdf(factor * score) * n - 0.5)));
}

/**
 * The draws spread wider (or narrower) about their median. `sorted` rising; the result too. `places` are the
 * `spreadPlaces` of so many draws by the factor, for who has them at hand.
 * @example Array.from(spreadOut(Float64Array.of(1, 2, 3), 1)) // => [1, 2, 3]
 */
export function spreadOut(
  sorted: Float64Array,
  factor: number,
  places = spreadPlaces(factor === 1 ? 0 : sorted.length, factor),
): Float64Array {
  if (factor === 1) return sorted;
  const last = sorted.length - 1;
  return places.map((at) => {
    const low = Math.floor(at);
    const here = sorted[low] ?? 0;
    return here + (at - low) * ((sorted[Math.min(last, low + 1)] ?? here) - here);
  });
}
