import { logGamma } from "./gamma-distribution.ts";

/**
 * The log-chance of k events where the rate is Gamma(shape, rate) and the exposure is given: what a count looks
 * like when its rate is only estimated (the negative binomial). Minus infinity for k > 0 without exposure.
 *
 * Source: R `dnbinom(k, size = shape, prob = rate / (rate + exposure), log = TRUE)`.
 * @example negativeBinomialLog(0, 1, 1, 1) === -Math.log(2) // => true
 */
export function negativeBinomialLog(k: number, shape: number, rate: number, exposure: number): number {
  return negativeBinomialKernel(k, shape, rate, exposure) - (k === 0 ? 0 : logGamma(k + 1));
}

/**
 * The same but for the term −ln k!, which is alike for all shapes and rates: enough, and quicker, where they are
 * compared by how likely they make the same counts.
 * @example negativeBinomialKernel(0, 1, 1, 1) === -Math.log(2) // => true
 */
export function negativeBinomialKernel(k: number, shape: number, rate: number, exposure: number): number {
  if (exposure <= 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY;
  const none = -shape * Math.log1p(exposure / rate);
  return k === 0 ? none : logRising(shape, k) + none + k * Math.log(exposure / (rate + exposure));
}

const MULTIPLIED = 12;

/**
 * ln Γ(x + k) − ln Γ(x), the logarithm of x (x + 1) … (x + k − 1) for a whole k.
 * @example logRising(2, 3) === Math.log(24) // => true
 */
export function logRising(x: number, k: number): number {
  if (k > MULTIPLIED && x >= MULTIPLIED) return stirling(x + k) - stirling(x);
  let product = 1;
  const steps = Math.min(k, MULTIPLIED);
  for (let i = 0; i < steps; i += 1) product *= x + i;
  return k > MULTIPLIED ? Math.log(product) + stirling(x + k) - stirling(x + MULTIPLIED) : Math.log(product);
}

/** ln Γ(x) − ½ ln 2π for x ≥ 12, by Stirling's series: right to thirteen digits. */
function stirling(x: number): number {
  const square = 1 / (x * x);
  return (
    (x - 0.5) * Math.log(x) - x + (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x
  );
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
