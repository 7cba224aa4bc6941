import type { Period } from "../basics/period.ts";
import { quantiles } from "../stats/quantile.ts";
import { spreadOut, spreadPlaces } from "./recalibrate.ts";
import type { Futures } from "./simulate.ts";
import type { ForecastPeriod } from "./types.ts";

/** What the summing up needs besides the draws. */
export interface SummarySettings {
  readonly level: number;
  /** Factor on the spread, from `spreadFactor`. */
  readonly spread: number;
  readonly targets: ReadonlyMap<string, number>;
  readonly wonSoFar: readonly number[];
}

/** Draws by period summed up: mean, median, interval, chance of the target. */
export function summariseFutures(
  futures: Futures,
  periods: readonly Period[],
  settings: SummarySettings,
): ForecastPeriod[] {
  const { spread } = settings;
  const places = spreadPlaces(spread === 1 ? 0 : futures.draws, spread);
  return periods.map((period, p) => {
    const open = column(futures.fromOpen, futures, p);
    const fresh = column(futures.fromNew, futures, p);
    const draws = open.map((value, draw) => value + (fresh[draw] ?? 0)).sort();
    return {
      ...summariseDraws(draws, period, p, settings, places),
      fromOpen: meanOf(open),
      fromNew: meanOf(fresh),
    };
  });
}

/**
 * What is still to come, as sorted draws, with what was won already. The mean is not moved by the spread. `places` are
 * the `spreadPlaces` of so many draws, for who sums up several periods.
 */
export function summariseDraws(
  sorted: Float64Array,
  period: Period,
  p: number,
  { level, spread, targets, wonSoFar }: SummarySettings,
  places?: Float64Array,
): ForecastPeriod {
  const won = wonSoFar[p] ?? 0;
  const draws = spreadOut(sorted, spread, places);
  const tail = (1 - level) / 2;
  const [lower = 0, median = 0, upper = 0] = quantiles(draws, [tail, 0.5, 1 - tail]);
  const target = targets.get(period.label) ?? null;
  return {
    period,
    mean: won + meanOf(sorted),
    median: won + median,
    lower: won + lower,
    upper: won + upper,
    fromOpen: null,
    fromNew: null,
    wonSoFar: won,
    target,
    chanceOfTarget: target === null ? null : shareFrom(draws, target - won),
  };
}

function shareFrom(draws: Float64Array, least: number): number {
  return draws.reduce((count, value) => count + (value >= least ? 1 : 0), 0) / draws.length;
}

function column(values: Float64Array, { draws, periods }: Futures, p: number): Float64Array {
  const own = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) own[draw] = values[draw * periods + p] ?? 0;
  return own;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
