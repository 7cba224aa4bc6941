import { gammaln } from "simple-statistics";
import { normalQuantile } from "./normal.ts";

/**
 * ln Γ(x) for x > 0. simple-statistics' `gammaln` is right to 15 digits, so it does the work.
 * @example logGamma(1) // => 0
 */
export function logGamma(x: number): number {
  return x === 1 || x === 2 ? 0 : gammaln(x);
}

const PRECISION = 1e-15;
const MAX_TERMS = 10_000;

/**
 * The chance that a gamma variable of the given shape and rate is at most x.
 *
 * Source: series and continued fraction of the incomplete gamma function (DLMF 8.7.1, 8.9.2); R `pgamma`.
 * @example gammaCdf(0, 2, 1) // => 0
 */
export function gammaCdf(x: number, shape: number, rate: number): number {
  const z = x * rate;
  if (!(z > 0)) return 0;
  const front = Math.exp(shape * Math.log(z) - z - logGamma(shape));
  return z < shape + 1 ? front * lowerSeries(z, shape) : 1 - front * upperFraction(z, shape);
}

function lowerSeries(z: number, shape: number): number {
  let term = 1 / shape;
  let total = term;
  for (let n = 1; n < MAX_TERMS && term > total * PRECISION; n += 1) {
    term *= z / (shape + n);
    total += term;
  }
  return total;
}

/** Lentz's method. */
function upperFraction(z: number, shape: number): number {
  let b = z + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    result *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return result;
}

/**
 * The value below which a gamma variable lies with the given chance: the bounds of a rate that was estimated.
 *
 * Source: Wilson–Hilferty start, then bisection-guarded Newton steps on `gammaCdf`; R `qgamma`.
 * @example gammaQuantile(0, 2, 1) // => 0
 */
export function gammaQuantile(share: number, shape: number, rate: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return Number.POSITIVE_INFINITY;
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let x = startingPoint(share, shape);
  for (let step = 0; step < 200; step += 1) {
    const error = gammaCdf(x, shape, 1) - share;
    if (error > 0) high = x;
    else low = x;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    let next = x - error / density;
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-14 * x) return next / rate;
    x = next;
  }
  return x / rate;
}

function startingPoint(share: number, shape: number): number {
  const t = 1 / (9 * shape);
  const root = 1 - t + normalQuantile(share) * Math.sqrt(t);
  const cube = shape * root * root * root;
  return cube > 0 ? cube : Math.exp((Math.log(share) + logGamma(shape + 1)) / shape);
}
