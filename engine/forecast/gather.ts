import type { Period } from "../basics/period.ts";
import { type Futures, guessesFor } from "./simulate.ts";

/**
 * Months put together into the periods that they make up, draw by draw: so a quarter is the sum of its months,
 * whatever is asked of it. Months past the last period are left out.
 */
export function gather(futures: Futures, months: readonly Period[], periods: readonly Period[]): Futures {
  const gathered = gatherer(months, periods);
  return {
    draws: futures.draws,
    periods: periods.length,
    fromOpen: gathered(futures.fromOpen),
    fromNew: gathered(futures.fromNew),
    fromOpenWithout: futures.fromOpenWithout.map(gathered),
    expected: gathered(futures.expected),
  };
}

/** Adds up rows of values by month to rows of values by period. */
export function gatherer(
  months: readonly Period[],
  periods: readonly Period[],
): (values: Float64Array) => Float64Array {
  const periodOfMonth = months.map(({ startDay, endDay }) =>
    periods.findIndex((period) => period.startDay <= startDay && endDay <= period.endDay),
  );
  return (values) => {
    const rows = values.length / Math.max(1, months.length);
    const sums = new Float64Array(rows * periods.length);
    for (let row = 0; row < rows; row += 1) {
      periodOfMonth.forEach((p, month) => {
        if (p < 0) return;
        const at = row * periods.length + p;
        sums[at] = (sums[at] ?? 0) + (values[row * months.length + month] ?? 0);
      });
    }
    return sums;
  };
}

/** The first draws alone, as a shorter simulation would have made them. */
export function firstDraws(futures: Futures, draws: number): Futures {
  const { periods } = futures;
  const count = Math.min(draws, futures.draws);
  const first = (values: Float64Array): Float64Array => values.slice(0, count * periods);
  return {
    draws: count,
    periods,
    fromOpen: first(futures.fromOpen),
    fromNew: first(futures.fromNew),
    fromOpenWithout: futures.fromOpenWithout.map(first),
    expected: futures.expected.slice(0, guessesFor(count) * periods),
  };
}
