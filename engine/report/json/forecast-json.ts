import type { Analysis } from "../../analysis.ts";
import { isoOfDay } from "../../basics/day.ts";
import { isKnown } from "../../basics/figure.ts";
import type { PeriodUnit } from "../../basics/period.ts";
import type { PastForecast } from "../../forecast/backtest.ts";
import type { ScoredMethod } from "../../forecast/choose.ts";
import type { Forecast, ForecastPeriod, Scenario } from "../../forecast/types.ts";
import type { WonPeriod } from "../../measures/won-by-period.ts";
import { judgedForecasts } from "../past-forecasts.ts";
import { forecastRemarks } from "../wording/forecast-remarks.ts";
import { reasonText } from "../wording/reasons.ts";
import { choiceSentence, judgedCutoffs, recordSentence } from "../wording/record.ts";

/** How many months are judged; by quarter they are one stretch. */
const HORIZON: Readonly<Record<PeriodUnit, number>> = { month: 3, quarter: 1 };

/** The forecast in the unit asked for, with the other unit's beside it; null where there is none. */
export function forecastJson(analysis: Analysis) {
  const { forecast, otherForecast, wonBefore } = analysis;
  if (!forecast || !isKnown(forecast.periods)) return null;
  return {
    ...unitJson(forecast, wonBefore),
    scenarios: forecast.scenarios.map((scenario) => scenarioJson(scenario, forecast, analysis)),
    notes: forecast.notes.map(({ code, numbers, text }) =>
      text === undefined ? { code, ...numbers } : { code, ...numbers, text },
    ),
    other:
      otherForecast && isKnown(otherForecast.periods)
        ? { ...unitJson(otherForecast, wonBefore), backtest: backtestOf(otherForecast) }
        : null,
  };
}

function unitJson(forecast: Forecast, wonBefore: Analysis["wonBefore"]) {
  const { method, by, level, periods, beside } = forecast;
  return {
    method,
    by,
    level,
    periods: isKnown(periods) ? periods.map(periodJson) : [],
    beside: beside && { method: beside.method, periods: beside.periods.map(periodJson) },
    wonBefore: wonBefore[by].map(wonJson),
  };
}

function periodJson(shown: ForecastPeriod) {
  const { period, mean, median, lower, upper, fromOpen, fromNew, wonSoFar, target, chanceOfTarget } = shown;
  return {
    period: period.label,
    start: isoOfDay(period.startDay),
    end: isoOfDay(period.endDay),
    mean,
    median,
    lower,
    upper,
    fromOpen,
    fromNew,
    wonSoFar,
    target,
    chanceOfTarget,
  };
}

function wonJson({ period, amount, deals }: WonPeriod) {
  return { period: period.label, amount, deals };
}

function scenarioJson({ kind, deal, deals, periods }: Scenario, forecast: Forecast, { facts }: Analysis) {
  const labels = isKnown(forecast.periods) ? forecast.periods.map(({ period }) => period.label) : [];
  const id = deal === null ? null : (facts[deal]?.id ?? null);
  const shown = periods.map((one, at) => ({ period: labels[at] ?? null, ...one }));
  return { kind, deal: id, deals, periods: shown };
}

/** The record of the forecast in the unit asked for; null where there is none. */
export function backtestJson({ forecast }: Analysis) {
  return forecast ? backtestOf(forecast) : null;
}

function backtestOf(forecast: Forecast) {
  const { backtest: record, by } = forecast;
  if (!isKnown(record)) return null;
  return {
    cutoffs: judgedCutoffs(record, by),
    horizonPeriods: HORIZON[by],
    methods: record.methods.map(methodJson),
    chosen: record.chosen,
    bestBaseline: record.bestBaseline,
    p: record.p,
    spread: record.spread,
    record: recordSentence(forecast),
    choice: choiceSentence(forecast),
    forecasts: judgedForecasts(record, by).map(pastJson),
  };
}

function methodJson({ method, n, wape, bias, crps, coverage, pinballs }: ScoredMethod) {
  return { method, n, wape, bias, crps, coverage, pinballs };
}

function pastJson({ method, cutoffDay, startDay, endDay, mean, median, lower, upper, actual }: PastForecast) {
  return {
    method,
    cutoff: isoOfDay(cutoffDay),
    start: isoOfDay(startDay),
    end: isoOfDay(endDay),
    mean,
    median,
    lower,
    upper,
    actual,
  };
}

/** Why a part is null, and what is thin or odd behind the rest. */
export function forecastNotes({ forecast, otherForecast, currency }: Analysis): readonly string[] {
  if (!forecast) return ["forecast and backtest: they were not asked for."];
  const { periods, backtest } = forecast;
  const all = [forecast, ...(otherForecast ? [otherForecast] : [])].flatMap((one) =>
    forecastRemarks(one, currency),
  );
  return [
    ...(isKnown(periods) ? [] : [`forecast: ${reasonText(periods)}.`]),
    ...(isKnown(backtest) ? [] : [`backtest: ${reasonText(backtest)}.`]),
    ...all.filter((remark, index) => all.indexOf(remark) === index),
  ];
}
