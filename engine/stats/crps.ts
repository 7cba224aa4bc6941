import { normalCdf } from "./normal.ts";

/**
 * How far a forecast given as equally likely values lies from what came: the continuous ranked probability
 * score. In the unit of the values, 0 is perfect; for a single value it is the absolute error. It rewards both
 * hitting and saying honestly how sure one is. O(n log n). Throws `RangeError` without values.
 *
 * Source: Gneiting & Raftery 2007, eq. 21, of the empirical distribution; R `scoringRules::crps_sample`.
 * @example crpsOfSample([3], 5) // => 2
 */
export function crpsOfSample(values: ArrayLike<number>, actual: number): number {
  const { distance, spread } = meanDistances(values, actual);
  return distance - spread / 2;
}

/**
 * The same, corrected for a small number of values: what infinitely many draws would score. Needs two values.
 *
 * Source: Ferro 2014, the fair CRPS.
 * @example fairCrpsOfSample([1, 3], 2) // => 0
 */
export function fairCrpsOfSample(values: ArrayLike<number>, actual: number): number {
  const { distance, spread } = meanDistances(values, actual);
  return distance - (spread * values.length) / (values.length - 1) / 2;
}

/** Mean |X − y| and mean |X − X′| over all ordered pairs. */
function meanDistances(values: ArrayLike<number>, actual: number): { distance: number; spread: number } {
  const n = values.length;
  if (n === 0) throw new RangeError("A score needs at least one value.");
  const sorted = Float64Array.from(values).sort();
  let [distance, spread] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    const value = sorted[i] ?? 0;
    distance += Math.abs(value - actual);
    spread += (2 * i - n + 1) * value;
  }
  return { distance: distance / n, spread: (2 * spread) / (n * n) };
}

/**
 * The score of a normal forecast, in closed form.
 *
 * Source: Gneiting & Raftery 2007, eq. 5.
 * @example crpsOfNormal(7, 4, 0) // => 3
 */
export function crpsOfNormal(actual: number, mean: number, deviation: number): number {
  if (deviation === 0) return Math.abs(actual - mean);
  const z = (actual - mean) / deviation;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return deviation * (z * (2 * normalCdf(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}
