import { mean as meanOfArray, sum as sumOfArray } from "simple-statistics";

/**
 * The sum, 0 where there are no values. Kahan–Babuška summation (simple-statistics' `sum`), so that the order
 * of rows does not show in the digits.
 * @example sum([0.1, 0.2, 0.3, 0.4]) // => 1
 */
export function sum(values: number[]): number {
  return sumOfArray(values);
}

/**
 * The arithmetic mean, in the values' unit. Throws `RangeError` where there are no values.
 * @example mean([12, 30, 18]) // => 20
 */
export function mean(values: number[]): number {
  if (values.length === 0) throw new RangeError("A mean needs at least one value.");
  return meanOfArray(values);
}
