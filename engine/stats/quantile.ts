import { quantileSorted } from "simple-statistics";

/**
 * The value below which a share of the given values lies, such as the median (0.5) or the P90 (0.9) of won
 * cycles. Open deals are not its business: it sees only finished values, so for times that may still be running
 * use `survivalQuantile`. Same unit as the values; throws `RangeError` where there are none.
 *
 * Source: Hyndman & Fan 1996, type 7; R `quantile(x, p, type = 7)`. simple-statistics' `quantileSorted` is this
 * very rule, so it does the work here.
 * @example quantile([10, 20], 0.1) // => 11
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  return quantileOfSorted(sorted(values), share);
}

/**
 * Several quantiles of the same values, sorted once: O(n log n). See `quantile`.
 * @example quantiles([4, 1, 3, 2, 5], [0.25, 0.5, 0.9]) // => [2, 3, 4.6]
 */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const ordered = sorted(values);
  return shares.map((share) => quantileOfSorted(ordered, share));
}

function sorted(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}

function quantileOfSorted(ordered: Float64Array, share: number): number {
  if (ordered.length === 0) throw new RangeError("A quantile needs at least one value.");
  // The library types its argument as number[], yet only indexes it; a typed array sorts ten times faster.
  return quantileSorted(ordered as unknown as number[], share);
}
