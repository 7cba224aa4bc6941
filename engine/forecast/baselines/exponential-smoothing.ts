import { nelderMead } from "./nelder-mead.ts";

/** State after the last value: the level, the slope, and how the slope fades. */
export interface Smoothed {
  readonly level: number;
  readonly slope: number;
  readonly damping: number;
  /** Sum of squared one-step errors. */
  readonly squares: number;
}

/**
 * Simple exponential smoothing with a given α: each value moves the level by α of its surprise.
 * @example simpleSmoothing([12, 15], 0.5, 12).level // => 13.5
 */
export function simpleSmoothing(values: readonly number[], alpha: number, start: number): Smoothed {
  return dampedSmoothing(values, { alpha, beta: 0, damping: 1, level: start, slope: 0 });
}

/** Weights and first state of a smoothing with a slope. */
export interface SmoothingSettings {
  readonly alpha: number;
  /** Weight of the surprise in the slope, as R's `ets` has it: α times Holt's β*. */
  readonly beta: number;
  readonly damping: number;
  readonly level: number;
  readonly slope: number;
}

/**
 * Smoothing with a slope that fades by `damping` a step: the recursion ℓ ← ℓ + φb + αe, b ← φb + βe.
 *
 * Source: Hyndman, Koehler, Ord & Snyder 2008, ETS(A,Ad,N); Holt's method with damping 1.
 * @example dampedSmoothing([12, 15], { alpha: 0.5, beta: 0.1, damping: 1, level: 11, slope: 1 }).slope // => 1.2
 */
export function dampedSmoothing(values: readonly number[], settings: SmoothingSettings): Smoothed {
  const { alpha, beta, damping } = settings;
  let { level, slope } = settings;
  let squares = 0;
  for (const value of values) {
    const expected = level + damping * slope;
    const error = value - expected;
    squares += error * error;
    level = expected + alpha * error;
    slope = damping * slope + beta * error;
  }
  return { level, slope, damping, squares };
}

/**
 * The value `steps` ahead.
 * @example smoothedAhead({ level: 10, slope: 2, damping: 1, squares: 0 }, 3) // => 16
 */
export function smoothedAhead({ level, slope, damping }: Smoothed, steps: number): number {
  let sum = level;
  let share = 1;
  for (let step = 1; step <= steps; step += 1) {
    share *= damping;
    sum += slope * share;
  }
  return sum;
}

/** The search starts again from where it got stuck. */
const RESTARTS = 2;
const STEPS = 150;
const LEAST = 1e-4;
const MOST = 0.9999;

/**
 * ETS(A,N,N): α and the first level such that the one-step errors were least.
 *
 * Source: R `forecast::ets(y, "ANN")`, whose bounds for α these are.
 * @example fitSimple([5, 5, 5]).level // => 5
 */
export function fitSimple(values: readonly number[]): Smoothed {
  const { low, high } = spanOf(values);
  const smooth = ([alpha = 0]: readonly number[]): Smoothed =>
    smoothedFrom(values, { alpha, beta: 0, damping: 1 }, [low, high], [0, 0]);
  const squares = (at: readonly number[]): number => smooth(at).squares;
  const start = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95].reduce((best, alpha) =>
    squares([alpha]) < squares([best]) ? alpha : best,
  );
  return smooth(nelderMead(squares, [start], [[LEAST, MOST]], STEPS));
}

/**
 * Smoothing with a fading slope, ETS(A,Ad,N); ETS(A,A,N) where `damping` is fixed at 1.
 *
 * Source: R `forecast::ets(y, "AAN")`: β < α, φ within .8 and .98.
 * @example fitDamped([5, 5, 5, 5, 5], 1).level.toFixed(6) // => "5.000000"
 */
export function fitDamped(values: readonly number[], damping: number | null): Smoothed {
  const { low, high } = spanOf(values);
  const step = Math.max(1e-9, high - low);
  const smooth = ([alpha = 0, ratio = 0, fade = 1]: readonly number[]): Smoothed =>
    smoothedFrom(
      values,
      { alpha, beta: Math.max(LEAST, alpha * ratio), damping: damping ?? fade },
      [low - step, high + step],
      [-step, step],
    );
  const bounds: [number, number][] = [
    [LEAST, MOST],
    [0, 1],
    [0.8, 0.98],
  ];
  let best = [0.3, 0.1, 0.9].slice(0, damping === null ? 3 : 2);
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    best = nelderMead((at) => smooth(at).squares, best, bounds, STEPS);
  }
  return smooth(best);
}

/**
 * Smoothing from the first level and slope that fit best, within bounds: for given weights the errors are linear in
 * them, so that least squares finds them and nothing has to be searched for.
 */
function smoothedFrom(
  values: readonly number[],
  weights: Pick<SmoothingSettings, "alpha" | "beta" | "damping">,
  levels: readonly [number, number],
  slopes: readonly [number, number],
): Smoothed {
  const { alpha, beta, damping } = weights;
  // Errors from nothing, and what a first level or slope of 1 takes off them.
  let level = 0;
  let slope = 0;
  let ofLevel = 1;
  let slopeOfLevel = 0;
  let ofSlope = 0;
  let slopeOfSlope = 1;
  let aa = 0;
  let ab = 0;
  let bb = 0;
  let ay = 0;
  let by = 0;
  for (const value of values) {
    const a = ofLevel + damping * slopeOfLevel;
    const b = ofSlope + damping * slopeOfSlope;
    const error = value - level - damping * slope;
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ay += a * error;
    by += b * error;
    level += damping * slope + alpha * error;
    slope = damping * slope + beta * error;
    ofLevel = (1 - alpha) * a;
    slopeOfLevel = damping * slopeOfLevel - beta * a;
    ofSlope = (1 - alpha) * b;
    slopeOfSlope = damping * slopeOfSlope - beta * b;
  }
  const determinant = aa * bb - ab * ab;
  const firstSlope = determinant > 1e-12 * aa * bb ? within((aa * by - ab * ay) / determinant, slopes) : 0;
  const firstLevel = aa > 0 ? within((ay - ab * firstSlope) / aa, levels) : 0;
  return dampedSmoothing(values, { ...weights, level: firstLevel, slope: firstSlope });
}

function within(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}

function spanOf(values: readonly number[]): { low: number; high: number } {
  return { low: Math.min(...values), high: Math.max(...values) };
}
