import { gammaln } from "simple-statistics";
import { power } from "./power.ts";
import type { RandomSource } from "./random.ts";

/**
 * A standard normal draw. Two uniforms make one number, so that the stream depends on nothing but the seed.
 *
 * Source: Box & Muller 1958.
 * @example drawNormal({ uniform: () => 0.75, below: () => 0 }).toFixed(3) // => "-0.000"
 */
export function drawNormal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}

/**
 * A gamma draw of the given shape and rate (mean = shape ÷ rate): a rate of events that is not known for sure.
 * 0 for shape 0.
 *
 * Source: Marsaglia & Tsang 2000; for shapes under 1 the boost of their section 6.
 * @example drawGamma({ uniform: () => 0.5, below: () => 0 }, 0, 1) // => 0
 */
export function drawGamma(random: RandomSource, shape: number, rate: number): number {
  if (Number.isNaN(shape)) throw new RangeError("A gamma draw needs a shape.");
  if (shape <= 0) return 0;
  if (shape < 1)
    return drawGamma(random, shape + 1, rate) * power(Math.max(random.uniform(), 1e-300), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    const v = root * root * root;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return (d * v) / rate;
  }
}

const MULTIPLY_BELOW = 12;

/**
 * A Poisson draw: how many events where `mean` are expected.
 *
 * Source: Knuth's product of uniforms for small means, Hörmann 1993 (PTRS) for others.
 * @example drawPoisson({ uniform: () => 0.5, below: () => 0 }, 0) // => 0
 */
export function drawPoisson(random: RandomSource, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean >= MULTIPLY_BELOW) return drawLargePoisson(random, mean);
  const limit = Math.exp(-mean);
  let product = random.uniform();
  let count = 0;
  while (product > limit) {
    product *= random.uniform();
    count += 1;
  }
  return count;
}

function drawLargePoisson(random: RandomSource, mean: number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = 1 - random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const bound = k * logMean - mean - gammaln(k + 1);
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= bound) return k;
  }
}
