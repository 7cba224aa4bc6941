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
  return quantiles(values, [share])[0] ?? 0;
}

/**
 * Several quantiles of the same values: O(n log n), and O(n) where they are many. See `quantile`.
 * @example quantiles([4, 1, 3, 2, 5], [0.25, 0.5, 0.9]) // => [2, 3, 4.6]
 */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const ordered = new Float64Array(values);
  if (ordered.length < MANY) ordered.sort();
  else {
    let from = 0;
    for (const share of [...shares].sort((a, b) => a - b)) {
      const place = Math.floor((ordered.length - 1) * share);
      orderAt(ordered, place, from);
      from = place;
    }
  }
  return shares.map((share) => quantileOfSorted(ordered, share));
}

/** Of fewer values sorting all is as quick. */
const MANY = 2000;

/**
 * Puts the values at a place and right after it where sorting would put them: what is smaller stands before, what is
 * larger behind, as it does at `from` already. Source: Hoare 1961 (FIND).
 */
function orderAt(values: Float64Array, place: number, from: number): void {
  let [low, high] = [from, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let [i, j] = [low, high];
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i += 1;
      while ((values[j] ?? 0) > pivot) j -= 1;
      if (i > j) break;
      const value = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = value;
      i += 1;
      j -= 1;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  let least = place + 1;
  for (let i = least; i < values.length; i += 1) if ((values[i] ?? 0) < (values[least] ?? 0)) least = i;
  if (least >= values.length) return;
  const value = values[least] ?? 0;
  values[least] = values[place + 1] ?? 0;
  values[place + 1] = value;
}

function quantileOfSorted(ordered: Float64Array, share: number): number {
  if (ordered.length === 0) throw new RangeError("A quantile needs at least one value.");
  // The library types its argument as number[], yet only indexes it; a typed array sorts ten times faster.
  return quantileSorted(ordered as unknown as number[], share);
}
