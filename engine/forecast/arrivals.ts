import { type Day, dateOfDay } from "../basics/day.ts";
import { type Period, periodOf, shiftPeriod } from "../basics/period.ts";
import { drawGamma } from "../stats/draws.ts";
import { power } from "../stats/power.ts";
import type { RandomSource } from "../stats/random.ts";
import { priorStrength } from "./count-prior.ts";
import {
  discountFilter,
  drawPath,
  drawRate,
  type FilterSetting,
  type PathGuess,
  type Step,
  weighPaths,
} from "./discount-filter.ts";
import type { Spells } from "./spells.ts";

/** New deals a month: how many came, month by month. */
export interface MonthlyArrivals {
  readonly months: readonly Period[];
  readonly counts: readonly number[];
  /** Days of each month that were seen, in months of 30.4 days. */
  readonly exposures: readonly number[];
}

/** A way for the level to move, with a steady slope a month. */
interface SlopeSetting extends FilterSetting {
  readonly slope: number;
}

/** What was learnt of new deals: level, slope, season, scatter. */
export interface ArrivalModel {
  readonly paths: readonly PathGuess<SlopeSetting>[];
  /** By month of the year, mean about 1. */
  readonly season: readonly number[];
  readonly lastMonth: Period;
}

const MONTH_DAYS = 30.4375;
const OMEGAS = [1, 0.95, 0.88, 0.8, 0.7, 0.55];
const DELTAS = [0, 0.01, 0.03, 0.08, 0.2];
const SLOPES = [-0.09, -0.06, -0.045, -0.03, -0.015, 0, 0.015, 0.03, 0.045, 0.06, 0.09];
const SLOPE_DEVIATION = 0.03;
const DAMPING = 0.92;
const SEASON_FROM_MONTHS = 24;
const SLOPE_FROM_MONTHS = 6;

/** Counts spells by the month they begin, from the first whole month on (or the first one where it is all). */
export function monthlyArrivals({ arrivals }: Spells, day: Day): MonthlyArrivals {
  let first = day;
  for (const start of arrivals.day) if (start < first) first = start;
  const firstMonth = periodOf(first, "month");
  const months: Period[] = [];
  for (let month = firstMonth; month.startDay <= day; month = shiftPeriod(month, 1)) months.push(month);
  const counts = months.map(() => 0);
  let at = 0;
  for (const start of arrivals.day) {
    if (start > day) continue;
    while (at > 0 && start < (months[at]?.startDay ?? 0)) at -= 1;
    while (at + 1 < months.length && start > (months[at]?.endDay ?? 0)) at += 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const exposures = months.map(
    ({ startDay, endDay }) => (Math.min(endDay, day) - Math.max(startDay, first) + 1) / MONTH_DAYS,
  );
  const from = months.length > 3 && (months[0]?.startDay ?? 0) < first ? 1 : 0;
  return { months: months.slice(from), counts: counts.slice(from), exposures: exposures.slice(from) };
}

/**
 * Level, slope and season of new deals: the filter of `discountFilter` on monthly counts, averaged over how fast
 * the level moves, how much a month scatters, and a slope with prior N(0, .03²) a month, from six months on.
 * Seasons, from 24 months on, shrink to none as far as chance explains them. Source: method.md 6.8.
 */
export function arrivalModel(history: MonthlyArrivals): ArrivalModel {
  const { months, counts, exposures } = history;
  const season = seasonOf(history);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const seen = exposures.reduce((sum, exposure) => sum + exposure, 0);
  const start = { shape: 1, rate: seen / (total + 0.5), logLikelihood: 0 };
  const slopes = months.length >= SLOPE_FROM_MONTHS ? SLOPES : [0];
  const level = exposures.map((exposure, i) => exposure * (season[monthIndex(months[i])] ?? 1));
  const guesses = slopes.flatMap((slope) => {
    const steps: Step[] = counts.map((observed, i) => ({
      observed,
      expected: (level[i] ?? 0) * Math.exp(slope * (i - months.length + 1)),
    }));
    return OMEGAS.flatMap((omega) =>
      DELTAS.map((delta) => {
        const setting: SlopeSetting = { omega, delta, pull: 0, slope };
        const prior = Math.exp(-((slope / SLOPE_DEVIATION) ** 2) / 2) * (omega === 1 ? 2 : 1);
        return { setting, prior, state: discountFilter(steps, start, setting) };
      }),
    );
  });
  const paths = weighPaths(guesses);
  const kept = paths.filter(({ weight }) => weight > 1e-4);
  return {
    paths: kept.length > 0 ? kept : paths,
    season,
    lastMonth: months[months.length - 1] ?? periodOf(0, "month"),
  };
}

function monthIndex(month: Period | undefined): number {
  return month ? dateOfDay(month.startDay).month - 1 : 0;
}

const SEASON_STRENGTHS = [4, 8, 16, 32, 64, 128, 256, 1024, 4096];

function seasonOf({ months, counts, exposures }: MonthlyArrivals): number[] {
  const season = Array.from({ length: 12 }, () => 1);
  if (counts.length < SEASON_FROM_MONTHS) return season;
  const cells = season.map(() => ({ observed: 0, expected: 0 }));
  counts.forEach((count, i) => {
    const expected = yearAround(counts, exposures, i);
    const cell = cells[monthIndex(months[i])];
    if (!cell) return;
    cell.observed += count;
    cell.expected += expected * (exposures[i] ?? 0);
  });
  const kappa = priorStrength(cells, SEASON_STRENGTHS);
  const factors = cells.map(({ observed, expected }) => (observed + kappa) / (expected + kappa));
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / 12;
  return factors.map((factor) => factor / mean);
}

/** Deals a month over the year around a month; at the ends over the nearest whole year, carried by its trend. */
function yearAround(counts: readonly number[], exposures: readonly number[], at: number): number {
  const rate = (from: number): number => {
    let [sum, seen] = [0, 0];
    for (let i = from; i < from + 12; i += 1) {
      sum += counts[i] ?? 0;
      seen += exposures[i] ?? 0;
    }
    return sum / seen;
  };
  const last = counts.length - 12;
  const from = at - 6;
  if (from >= 0 && from + 1 <= last) return (rate(from) + rate(from + 1)) / 2;
  const [anchor, base] = from < 0 ? [5.5, rate(0)] : [last + 5.5, rate(last)];
  // A year without any new deal has no trend to carry on.
  if (rate(0) === 0 || rate(last) === 0) return base;
  const trend = power(rate(last) / rate(0), 1 / Math.max(1, last));
  return base * power(trend, at - anchor);
}

/** Draws new deals a day, for each cell of the days ahead; without random numbers, what is to be expected. */
export type ArrivalRates = (
  random: { readonly arrivals: RandomSource; readonly newScatter: RandomSource } | null,
) => Float64Array;

/** New deals a day under draws of level, slope and scatter: the calendar is looked up once for all of them. */
export function arrivalRates(
  model: ArrivalModel,
  grid: { readonly firstDay: Day; readonly cellCount: number; readonly cellDays: number },
): ArrivalRates {
  const months = monthsAhead(model, grid);
  return (random) => {
    const path = random ? drawPath(random.arrivals, model.paths) : null;
    const level = path && random ? drawRate(random.arrivals, path) : meanLevel(model);
    const slope = path ? path.setting.slope : meanSlope(model);
    const delta = path?.setting.delta ?? 0;
    const rates = new Float64Array(grid.cellCount);
    for (const { fromCell, damped, season } of months) {
      const scatter = random && delta > 0 ? drawGamma(random.newScatter, 1 / delta, 1 / delta) : 1;
      const trend = Math.exp(slope * DAMPING * damped);
      rates.fill((level * scatter * trend * season) / MONTH_DAYS, fromCell);
    }
    return rates;
  };
}

interface MonthAhead {
  /** The first cell whose middle lies in it. */
  readonly fromCell: number;
  /** For how many months a slope has done its work, were it steady. */
  readonly damped: number;
  readonly season: number;
}

function monthsAhead(
  model: ArrivalModel,
  { firstDay, cellCount, cellDays }: { firstDay: Day; cellCount: number; cellDays: number },
): MonthAhead[] {
  const monthFrom = (month: Period, fromCell: number): MonthAhead => ({
    fromCell,
    damped: (1 - power(DAMPING, monthsBetween(model.lastMonth, month))) / (1 - DAMPING),
    season: model.season[monthIndex(month)] ?? 1,
  });
  let month = periodOf(firstDay, "month");
  const months = [monthFrom(month, 0)];
  for (let cell = 0; cell < cellCount; cell += 1) {
    const day = firstDay + cell * cellDays + Math.floor(cellDays / 2);
    if (day <= month.endDay) continue;
    month = periodOf(day, "month");
    months.push(monthFrom(month, cell));
  }
  return months;
}

function meanLevel({ paths }: ArrivalModel): number {
  return paths.reduce((sum, path) => sum + (path.weight * path.shape) / path.rate, 0);
}

function meanSlope({ paths }: ArrivalModel): number {
  return paths.reduce((sum, path) => sum + path.weight * path.setting.slope, 0);
}

function monthsBetween(from: Period, to: Period): number {
  const [a, b] = [dateOfDay(from.startDay), dateOfDay(to.startDay)];
  return (b.year - a.year) * 12 + b.month - a.month;
}
