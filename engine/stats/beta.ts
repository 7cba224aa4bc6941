import { gammaln } from "simple-statistics";

const PRECISION = 1e-16;
const TINY = 1e-300;
const MOST_TERMS = 100_000;
const MOST_STEPS = 400;

/** A beta distribution, with what is alike at all its points and slow to work out: −ln B(a, b). */
interface Beta {
  readonly a: number;
  readonly b: number;
  readonly scale: number;
}

function betaOf(a: number, b: number): Beta {
  return { a, b, scale: gammaln(a + b) - gammaln(a) - gammaln(b) };
}

function logDensity(x: number, { a, b, scale }: Beta): number {
  return scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Numerator of the continued fraction of the incomplete beta function, DLMF 8.17.22. */
function numerator(term: number, x: number, a: number, b: number): number {
  const m = Math.floor(term / 2);
  const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  return term % 2 === 0 ? even : odd;
}

/** The continued fraction by Lentz's method; converges fast for x below the mean. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 0;
  let fraction = 1;
  for (let term = 1; term < MOST_TERMS; term += 1) {
    const top = numerator(term, x, a, b);
    d = 1 / awayFromZero(1 + top * d);
    c = awayFromZero(1 + top / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 4 * PRECISION) break;
  }
  return 1 / fraction;
}

/**
 * The chance that a beta variable is at most x, in 0–1: what is believed about a rate after seeing
 * `a − ½` wins and `b − ½` losses.
 *
 * Source: DLMF 8.17.22 with the modified Lentz method; R `pbeta(x, a, b)`. simple-statistics has no beta
 * distribution; its `gammaln` is exact enough and is used.
 * @example betaCdf(0.5, 3, 3) // => 0.5
 */
export function betaCdf(x: number, a: number, b: number): number {
  return shareBelow(x, betaOf(a, b), betaOf(b, a));
}

function shareBelow(x: number, beta: Beta, mirrored: Beta): number {
  const { a, b } = beta;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x === 0.5 && a === b) return 0.5;
  return x < (a + 1) / (a + b + 2) ? lowerPart(x, beta) : 1 - lowerPart(1 - x, mirrored);
}

function lowerPart(x: number, beta: Beta): number {
  return (Math.exp(logDensity(x, beta)) * x * (1 - x) * continuedFraction(x, beta.a, beta.b)) / beta.a;
}

/**
 * The point below which a beta variable lies with the given chance. Newton steps, halving the bracket
 * wherever a step would leave it.
 *
 * Source: R `qbeta(p, a, b)`.
 * @example betaQuantile(0.5, 3, 3) // => 0.5
 */
export function betaQuantile(share: number, a: number, b: number): number {
  const [beta, mirrored] = [betaOf(a, b), betaOf(b, a)];
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const error = shareBelow(x, beta, mirrored) - share;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    const newton = x - error / Math.exp(logDensity(x, beta));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= x * 4 * PRECISION) return next;
    x = next;
  }
  return x;
}
