import { type PeriodUnit, periodOf } from "../basics/period.ts";
import type { PastForecast } from "../forecast/backtest.ts";
import type { BacktestRecord } from "../forecast/types.ts";

/** The past forecasts of all methods that a forecast by this unit is judged by. */
export function judgedForecasts(record: BacktestRecord, by: PeriodUnit): readonly PastForecast[] {
  return record.forecasts.filter(({ stretch }) => (stretch === "quarter") === (by === "quarter"));
}

/** Our own past forecasts by the day they were made and the stretch they were for. */
export function ownPast(record: BacktestRecord, by: PeriodUnit): readonly PastForecast[] {
  return judgedForecasts(record, by)
    .filter(({ method }) => method === "pipecast")
    .sort((a, b) => a.cutoffDay - b.cutoffDay || a.startDay - b.startDay);
}

/** Forecasts of what began right after the cutoff: one a month-end, so that they make a line. */
export function nextOnes(record: BacktestRecord, by: PeriodUnit): readonly PastForecast[] {
  return ownPast(record, by).filter(({ stretch }) => stretch === "month-1" || stretch === "quarter");
}

/**
 * The months a past forecast was for.
 * @example stretchLabel({ startDay: 20544, endDay: 20634 }) // => "2026-04 to 06"
 */
export function stretchLabel({ startDay, endDay }: Pick<PastForecast, "startDay" | "endDay">): string {
  const [first, last] = [periodOf(startDay, "month").label, periodOf(endDay, "month").label];
  if (first === last) return first;
  return first.slice(0, 4) === last.slice(0, 4) ? `${first} to ${last.slice(5)}` : `${first} to ${last}`;
}
