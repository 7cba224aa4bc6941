/** One figure a stage, as seen and as resampled. */
export interface ResampledStages {
  readonly seen: readonly number[];
  /** One array a resample. */
  readonly resampled: readonly (readonly number[])[];
}

/**
 * How certain it is that each stage is the worst, by its figure: the share of draws in which it is the highest, ties
 * split evenly. A draw is a resample drawn to what all stages have in common, as far as chance explains what they
 * differ by: the worst of five stages alike is worst by luck, and a plain bootstrap would believe the luck.
 *
 * Formula: x_i = m + B_i (v_i − m) + √B_i (v*_i − v_i), B_i = A/(A + s²_i), A = max(0, var v − mean s²).
 * Source: Morris 1983 (empirical Bayes); Efron & Tibshirani 1993.
 * @example certaintyOfWorst({ seen: [1, 9], resampled: [[1, 9], [1, 9]] }) // => [0, 1]
 */
export function certaintyOfWorst({ seen, resampled }: ResampledStages): number[] {
  const count = seen.length;
  const mean = meanOf(seen);
  const noise = seen.map((_, stage) => varianceOf(resampled.map((figures) => figures[stage] ?? 0)));
  const between = Math.max(0, varianceOf(seen) - meanOf(noise));
  const pull = noise.map((own) => (between === 0 ? 0 : between / (between + own)));
  const points = seen.map(() => 0);
  for (const figures of resampled) {
    const drawn = seen.map((figure, stage) => {
      const kept = pull[stage] ?? 0;
      return mean + kept * (figure - mean) + Math.sqrt(kept) * ((figures[stage] ?? 0) - figure);
    });
    creditLargest(points, drawn);
  }
  return points.map((point) => (count === 0 ? 0 : point / resampled.length));
}

/** One point to the highest, split evenly among equals. */
function creditLargest(points: number[], values: readonly number[]): void {
  const largest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const equals = values.flatMap((value, stage) => (value === largest ? [stage] : []));
  for (const stage of equals) points[stage] = (points[stage] ?? 0) + 1 / equals.length;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
