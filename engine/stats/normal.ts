const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const TAIL_FROM = 2.5;
const TAIL_TERMS = 160;

function density(x: number): number {
  return Math.exp((-x * x) / 2) / SQRT_TWO_PI;
}

/** Φ(x) − ½ as the series φ(x)·(x + x³/3 + x⁵/15 + …), for small |x|. */
function centralArea(x: number): number {
  let term = x;
  let total = x;
  for (let odd = 3; Math.abs(term) > Math.abs(total) * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    total += term;
  }
  return total * density(x);
}

/** 1 − Φ(x) for large x, by Laplace's continued fraction x + 1/(x + 2/(x + 3/(x + …))). */
function upperTail(x: number): number {
  let fraction = x;
  for (let term = TAIL_TERMS; term > 0; term -= 1) fraction = x + term / fraction;
  return density(x) / fraction;
}

/**
 * The chance that a standard normal variable is at most x: how far out a figure lies, as a share.
 * Right to about 13 digits, tails included. simple-statistics' `cumulativeStdNormalProbability` has four
 * decimals only, which would show in the report, hence our own.
 *
 * Source: Marsaglia 2004, "Evaluating the normal distribution"; Laplace's continued fraction for the tails;
 * R `pnorm(x)`.
 * @example normalCdf(0) // => 0.5
 */
export function normalCdf(x: number): number {
  if (x < -TAIL_FROM) return upperTail(-x);
  if (x > TAIL_FROM) return 1 - upperTail(x);
  return 0.5 + centralArea(x);
}

/** Abramowitz & Stegun 26.2.22 for a share of at most ½: within 0.003, tails included. */
function roughLowerQuantile(share: number): number {
  const t = Math.sqrt(-2 * Math.log(share));
  return (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t) - t;
}

function lowerQuantile(share: number): number {
  let x = roughLowerQuantile(share);
  for (let step = 0; step < 4; step += 1) {
    const error = (normalCdf(x) - share) / density(x);
    x -= error / (1 + (x * error) / 2);
  }
  return x;
}

/**
 * The point below which a standard normal variable lies with the given chance: 1.96 for 0.975.
 * −Infinity for 0, Infinity for 1; throws `RangeError` outside. simple-statistics' `probit` gives 1.9572 for
 * 1.9600, too rough for intervals, hence our own: a rough start, then Halley steps against `normalCdf`.
 *
 * Source: Abramowitz & Stegun 26.2.22; R `qnorm(p)`.
 * @example normalQuantile(0.5) // => 0
 */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies within 0 and 1, not ${share}.`);
  if (share === 0) return Number.NEGATIVE_INFINITY;
  if (share === 1) return Number.POSITIVE_INFINITY;
  if (share === 0.5) return 0;
  return share < 0.5 ? lowerQuantile(share) : -lowerQuantile(1 - share);
}

/**
 * How many standard errors an interval of the given coverage reaches to each side: 1.2816 for 0.8.
 * Throws `RangeError` where the level is not between 0 and 1.
 * @example normalReach(0) // => 0
 */
export function normalReach(level: number): number {
  return normalQuantile((1 + level) / 2);
}
