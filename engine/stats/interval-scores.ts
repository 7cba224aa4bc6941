/**
 * The price of a quantile forecast: `share` for each unit the outcome lies above it, 1 − `share` for each below.
 * Without the factor 2 of some books.
 *
 * Source: Koenker & Bassett 1978.
 * @example pinball(80, 0.5, 110) // => 15
 */
export function pinball(forecast: number, share: number, actual: number): number {
  return actual >= forecast ? share * (actual - forecast) : (1 - share) * (forecast - actual);
}

/**
 * The price of an interval: its width, and for each unit outside it 2 ÷ (1 − level).
 *
 * Source: Gneiting & Raftery 2007, eq. 43 (Winkler 1972).
 * @example intervalScore(80, 130, 0.5, 140) // => 90
 */
export function intervalScore(lower: number, upper: number, level: number, actual: number): number {
  const outside = Math.max(lower - actual, actual - upper, 0);
  return upper - lower + (2 / (1 - level)) * outside;
}
