import { studentCdf } from "./student.ts";

export interface Comparison {
  /** Negative where the first forecast lost less. */
  readonly statistic: number;
  /** Two-sided: how often such a difference would come by chance alone. */
  readonly p: number;
}

/**
 * Whether one forecast was better than another by more than chance: both are judged by what they lost (error,
 * CRPS) at the same past cutoffs. `steps` is how many cutoffs the periods overlap. Null where there are under
 * three cutoffs, or no difference at all, or the variance is not positive.
 *
 * Source: Diebold & Mariano 1995 with the small-sample correction of Harvey, Leybourne & Newbold 1997; R
 * `forecast::dm.test`.
 * @example dieboldMariano([1, 2], [2, 3], 1) // => null
 */
export function dieboldMariano(
  first: readonly number[],
  second: readonly number[],
  steps: number,
): Comparison | null {
  const n = first.length;
  if (n < 3 || steps >= n) return null;
  const gaps = first.map((loss, i) => loss - (second[i] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / n;
  let variance = covariance(gaps, mean, 0);
  for (let lag = 1; lag < steps; lag += 1) variance += 2 * covariance(gaps, mean, lag);
  if (!(variance > 0)) return null;
  const correction = Math.sqrt((n + 1 - 2 * steps + (steps * (steps - 1)) / n) / n);
  const statistic = (mean / Math.sqrt(variance / n)) * correction;
  return { statistic, p: 2 * studentCdf(-Math.abs(statistic), n - 1) };
}

function covariance(gaps: readonly number[], mean: number, lag: number): number {
  let sum = 0;
  for (let i = lag; i < gaps.length; i += 1) sum += ((gaps[i] ?? 0) - mean) * ((gaps[i - lag] ?? 0) - mean);
  return sum / gaps.length;
}
