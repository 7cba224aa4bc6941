import { logGamma } from "./gamma-distribution.ts";

/**
 * The log-chance of k events where the rate is Gamma(shape, rate) and the exposure is given: what a count looks
 * like when its rate is only estimated (the negative binomial). Minus infinity for k > 0 without exposure.
 *
 * Source: R `dnbinom(k, size = shape, prob = rate / (rate + exposure), log = TRUE)`.
 * @example negativeBinomialLog(0, 1, 1, 1) === -Math.log(2) // => true
 */
export function negativeBinomialLog(k: number, shape: number, rate: number, exposure: number): number {
  if (exposure <= 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY;
  const logChance = -Math.log1p(exposure / rate);
  const coefficient = k === 0 ? 0 : logGamma(shape + k) - logGamma(shape) - logGamma(k + 1);
  return coefficient + shape * logChance + (k === 0 ? 0 : k * Math.log(exposure / (rate + exposure)));
}

/**
 * The smallest count that is not exceeded with the given chance. O(count).
 *
 * Source: R `qnbinom`.
 * @example negativeBinomialQuantile(0.5, 4.5, 1.5, 1) // => 3
 */
export function negativeBinomialQuantile(
  share: number,
  shape: number,
  rate: number,
  exposure: number,
): number {
  let total = 0;
  for (let k = 0; ; k += 1) {
    total += Math.exp(negativeBinomialLog(k, shape, rate, exposure));
    if (total >= share || k > 1e6) return k;
  }
}
