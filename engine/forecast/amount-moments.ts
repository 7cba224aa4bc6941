import type { RandomSource } from "../stats/random.ts";

/** Mean of amounts and of their squares: all that a sum of many of them needs. */
export interface Moments {
  readonly mean: number;
  readonly square: number;
}

/**
 * @example momentsOf(Float64Array.of(1, 3)) // => { mean: 2, square: 5 }
 */
export function momentsOf(values: Float64Array): Moments {
  if (values.length === 0) return { mean: 0, square: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, square: values.reduce((sum, value) => sum + value * value, 0) / values.length };
}

/** One of the amounts, each as likely; 0 where there are none. */
export function pickAmount(values: Float64Array, random: RandomSource): number {
  return values.length === 0 ? 0 : (values[Math.floor(random.uniform() * values.length)] ?? 0);
}
