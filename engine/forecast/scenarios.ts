import type { Period } from "../basics/period.ts";
import type { Ahead } from "./ahead.ts";
import { firstDraws, gather, gatherer } from "./gather.ts";
import type { Futures } from "./simulate.ts";
import { type SummarySettings, summariseFutures } from "./summarise.ts";
import type { ForecastPeriod, Scenario } from "./types.ts";

/**
 * The same draws with something changed: the largest open deal lost; all flagged deals lost; deals moving and being
 * lost as in the last half year. What differs is due to the change alone. `own` is the forecast itself.
 */
export function scenariosOf(
  ahead: Ahead,
  own: readonly ForecastPeriod[],
  periods: readonly Period[],
  settings: SummarySettings,
): Scenario[] {
  const futures = gather(ahead.futures, ahead.months, periods);
  const losses = ahead.losses.map(({ kind, deal, deals }, i): Scenario => {
    const without = { ...futures, fromOpen: futures.fromOpenWithout[i] ?? futures.fromOpen };
    return { kind, deal, deals, periods: summariseFutures(without, periods, settings).map(shownOf) };
  });
  const changed = gather(ahead.recent, ahead.months, periods);
  const toCome = gatherer(ahead.months, periods)(toComeByMonth(ahead));
  const recent = moved(own, changed, firstDraws(futures, changed.draws), settings).map(
    (interval, p): Shown => ({ mean: (own[p]?.wonSoFar ?? 0) + (toCome[p] ?? 0), ...interval }),
  );
  return [...losses, { kind: "recent-pace", deal: null, deals: 0, periods: recent }];
}

type Shown = Scenario["periods"][number];

function shownOf({ mean, lower, upper }: ForecastPeriod): Shown {
  return { mean, lower, upper };
}

/**
 * The interval, moved by what changed between two simulations of fewer draws that share their random numbers: so
 * that chance does not pass for an effect.
 */
function moved(
  own: readonly ForecastPeriod[],
  changed: Futures,
  same: Futures,
  settings: SummarySettings,
): Pick<Shown, "lower" | "upper">[] {
  const periods = own.map(({ period }) => period);
  const [after, before] = [changed, same].map((futures) => summariseFutures(futures, periods, settings));
  return own.map((shown, p) => {
    const by = (key: "lower" | "upper"): number =>
      Math.max(shown.wonSoFar, shown[key] + (after?.[p]?.[key] ?? 0) - (before?.[p]?.[key] ?? 0));
    return { lower: by("lower"), upper: by("upper") };
  });
}

/**
 * The mean to come at the recent pace, moved likewise, by what was to be expected under each guess. Less than
 * nothing cannot come in a month: held there by month, so that a quarter stays the sum of its months.
 */
function toComeByMonth({ months, futures, recent }: Ahead): Float64Array {
  const same = firstDraws(futures, recent.draws);
  const drawn = Float64Array.from(futures.fromOpen, (open, i) => open + (futures.fromNew[i] ?? 0));
  return Float64Array.from(months, (_, month) => {
    const by = meanOf(recent.expected, recent.periods, month) - meanOf(same.expected, same.periods, month);
    return Math.max(0, meanOf(drawn, futures.periods, month) + by);
  });
}

/** The mean of one column of rows. */
function meanOf(values: Float64Array, columns: number, column: number): number {
  const rows = values.length / columns;
  let sum = 0;
  for (let row = 0; row < rows; row += 1) sum += values[row * columns + column] ?? 0;
  return sum / rows;
}
