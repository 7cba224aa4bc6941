import type { Day } from "../basics/day.ts";
import { type Period, periodOf, shiftPeriod } from "../basics/period.ts";
import type { BacktestRun, BaselineMethod } from "./backtest.ts";
import { withPastErrors } from "./baselines/past-errors.ts";
import { SERIES_METHODS, seriesForecast } from "./baselines/series.ts";
import { type SummarySettings, summariseDraws } from "./summarise.ts";
import type { ForecastPeriod } from "./types.ts";

const MONTHS_JUDGED = 3;

/**
 * The periods ahead as a naive method sees them: its monthly points, with its own past errors around them. Of the
 * running month only the days left count. Null where the method has nothing to say. The errors of months further
 * ahead than three are those of the third.
 */
export function naivePeriods(
  run: BacktestRun,
  method: BaselineMethod,
  asOfDay: Day,
  periods: readonly Period[],
  settings: SummarySettings,
): ForecastPeriod[] | null {
  const { amounts } = run.series;
  const first = periodOf(asOfDay + 1, "month");
  const lastDay = periods[periods.length - 1]?.endDay ?? asOfDay;
  const months: Period[] = [];
  for (let month = first; month.startDay <= lastDay; month = shiftPeriod(month, 1)) months.push(month);
  const points = monthPoints(run, method, months.length);
  if (!points) return null;
  const shown: ForecastPeriod[] = [];
  for (const [p, period] of periods.entries()) {
    const inside = months.flatMap((month, i) =>
      month.startDay >= period.startDay && month.endDay <= period.endDay ? [i] : [],
    );
    const left = inside.map((i) => shareLeft(months[i], asOfDay));
    const total = inside.reduce((sum, i, at) => sum + (points[i] ?? 0) * (left[at] ?? 1), 0);
    const length = Math.max(1, Math.min(MONTHS_JUDGED, inside.length));
    const from = Math.max(1, Math.min((inside[0] ?? 0) + 1, MONTHS_JUDGED - length + 1));
    const around = withPastErrors(
      run.points.get(method) ?? [],
      amounts,
      amounts.length,
      from,
      from + length - 1,
    );
    if (!around) return null;
    const centre = judgedPoint(run, method, from, length);
    const draws = around.map((value) => Math.max(0, total + (value - centre) * Math.sqrt(left[0] ?? 1)));
    shown.push(summariseDraws(draws.sort(), period, p, settings));
  }
  return shown;
}

function shareLeft(month: Period | undefined, asOfDay: Day): number {
  if (!month) return 1;
  const days = month.endDay - month.startDay + 1;
  return Math.min(days, month.endDay - asOfDay) / days;
}

/** The point the errors of `withPastErrors` stand around. */
function judgedPoint(run: BacktestRun, method: BaselineMethod, from: number, length: number): number {
  const points = run.points.get(method)?.[run.series.amounts.length] ?? [];
  return points.slice(from - 1, from - 1 + length).reduce((sum, point) => sum + point, 0);
}

function monthPoints(run: BacktestRun, method: BaselineMethod, months: number): readonly number[] | null {
  const series = SERIES_METHODS.find((known) => known === method);
  if (series) return seriesForecast(series, run.series.amounts, Math.max(months, MONTHS_JUDGED));
  const judged = run.points.get(method)?.[run.series.amounts.length] ?? null;
  if (!judged) return null;
  return Array.from({ length: months }, (_, i) => judged[i] ?? 0);
}
