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
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
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
  const smooth = (at: readonly number[]): Smoothed => {
    const alpha = at[0] ?? 0;
    return simpleSmoothing(values, alpha, firstLevelOf(values, alpha, low, high));
  };
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
  const smooth = (at: readonly number[]): Smoothed => {
    const alpha = at[0] ?? 0;
    const beta = Math.max(LEAST, alpha * (at[1] ?? 0));
    return smoothedFrom(
      values,
      { alpha, beta, damping: damping ?? at[2] ?? 1 },
      { least: low - step, most: high + step, step },
    );
  };
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

/** The first level that fits best, of a smoothing without a slope: found as the two of `smoothedFrom` are. */
function firstLevelOf(values: readonly number[], alpha: number, least: number, most: number): number {
  let level = 0;
  let ofLevel = 1;
  let aa = 0;
  let ay = 0;
  for (let i = 0; i < values.length; i += 1) {
    const error = (values[i] ?? 0) - level;
    aa += ofLevel * ofLevel;
    ay += ofLevel * error;
    level += alpha * error;
    ofLevel *= 1 - alpha;
  }
  return Math.min(most, Math.max(least, ay / aa));
}

/**
 * Smoothing from the first level and slope that fit best, within bounds: for given weights the errors are linear in
 * them, so that least squares finds them and nothing has to be searched for.
 */
function smoothedFrom(
  values: readonly number[],
  weights: Pick<SmoothingSettings, "alpha" | "beta" | "damping">,
  { least, most, step }: { readonly least: number; readonly most: number; readonly step: number },
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
  for (let i = 0; i < values.length; i += 1) {
    const a = ofLevel + damping * slopeOfLevel;
    const b = ofSlope + damping * slopeOfSlope;
    const error = (values[i] ?? 0) - level - damping * slope;
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
  const firstSlope =
    determinant > 1e-12 * aa * bb ? Math.min(step, Math.max(-step, (aa * by - ab * ay) / determinant)) : 0;
  const firstLevel = Math.min(most, Math.max(least, (ay - ab * firstSlope) / aa));
  return dampedSmoothing(values, { alpha, beta, damping, level: firstLevel, slope: firstSlope });
}

function spanOf(values: readonly number[]): { low: number; high: number } {
  return { low: Math.min(...values), high: Math.max(...values) };
}
