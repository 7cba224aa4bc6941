import { dayOfDate } from "../../engine/basics/day.ts";
import { type PeriodUnit, periodOf, shiftPeriod } from "../../engine/basics/period.ts";
import type { Method, PastForecast } from "../../engine/forecast/backtest.ts";
import type { ScoredMethod } from "../../engine/forecast/choose.ts";
import type { BacktestRecord, Forecast, ForecastPeriod } from "../../engine/forecast/types.ts";
import type { WonPeriod } from "../../engine/measures/won-by-period.ts";
import { factsOf } from "./facts-of.ts";

/** A forecast put together by hand, made on the last day of June 2026. */

const AS_OF_DAY = dayOfDate(2026, 6, 30) ?? Number.NaN;

type Figures = readonly [mean: number, lower: number, upper: number, fromOpen: number];

/** The periods from the next one on; the middle is 1,000 below the mean. */
function periodsOf(unit: PeriodUnit, target: number | null, rows: readonly Figures[]): ForecastPeriod[] {
  const first = periodOf(AS_OF_DAY + 1, unit);
  return rows.map(([mean, lower, upper, fromOpen], step) => ({
    period: shiftPeriod(first, step),
    mean,
    median: mean - 1000,
    lower,
    upper,
    fromOpen,
    fromNew: mean - fromOpen,
    wonSoFar: 0,
    target,
    chanceOfTarget: target === null ? null : 0.24,
  }));
}

export const MONTHS = periodsOf("month", 90_000, [
  [74_000, 45_000, 110_000, 73_500],
  [80_000, 39_000, 122_000, 70_000],
  [73_000, 34_000, 119_000, 44_000],
]);

export const QUARTERS = periodsOf("quarter", 270_000, [[227_000, 165_000, 298_000, 187_500]]);

function scored(method: Method, n: number, scores: readonly [number, number, number, number]): ScoredMethod {
  const [wape, bias, crps, coverage] = scores;
  return { method, n, wape, bias, crps, coverage, pinballs: [3600, 10_400, 5700] };
}

/** One, two and three months ahead from the ends of February, March and April: outcome, then our forecasts. */
const OUTCOMES = [60_000, 125_000, 37_000, 86_000, 57_000];
const SAID = 70_000;

function pastOf(method: Method, mean: number): PastForecast[] {
  return [2, 3, 4].flatMap((month, at) => {
    const cutoff = periodOf(dayOfDate(2026, month, 1) ?? Number.NaN, "month");
    return ([1, 2, 3] as const).flatMap((ahead): PastForecast[] => {
      const actual = OUTCOMES[at + ahead];
      const { startDay, endDay } = shiftPeriod(cutoff, ahead);
      if (actual === undefined || endDay > AS_OF_DAY) return [];
      const said = { mean, median: mean, lower: mean - 30_000, upper: mean + 30_000 };
      const scores = { crps: Math.abs(mean - actual) / 2, pinballs: [0, 0, 0] as const };
      const stretch = `month-${ahead}` as const;
      return [{ method, cutoffDay: cutoff.endDay, stretch, startDay, endDay, actual, ...said, ...scores }];
    });
  });
}

export const RECORD: BacktestRecord = {
  cutoffs: [2, 3, 4].map((month) => periodOf(dayOfDate(2026, month, 1) ?? Number.NaN, "month").endDay),
  methods: [
    scored("pipecast", 8, [0.19, 0.04, 14_900, 0.75]),
    scored("damped-trend", 8, [0.26, -0.09, 21_200, 0.75]),
    scored("trailing-mean-6", 8, [0.31, 0.22, 24_500, 0.63]),
  ],
  chosen: "pipecast",
  bestBaseline: "damped-trend",
  p: 0.04,
  spread: 1.12,
  forecasts: [...pastOf("pipecast", SAID), ...pastOf("trailing-mean-6", 64_000)],
};

export const FORECAST: Forecast = {
  asOfDay: AS_OF_DAY,
  by: "month",
  level: 0.8,
  method: "pipecast",
  periods: MONTHS,
  beside: null,
  backtest: RECORD,
  scenarios: [
    {
      kind: "largest-lost",
      deal: 0,
      deals: 1,
      periods: MONTHS.map(({ mean, lower, upper }) => ({ mean: mean - 2000, lower, upper: upper - 5000 })),
    },
    {
      kind: "recent-pace",
      deal: null,
      deals: 0,
      periods: MONTHS.map(({ mean, lower, upper }) => ({ mean: mean * 0.9, lower, upper })),
    },
  ],
  deals: [],
  notes: [
    { code: "open-without-amount", numbers: { deals: 2 } },
    { code: "record", numbers: { cutoffs: 3, wape: 0.19, baselineWape: 0.26 }, text: "damped-trend" },
    { code: "spread-adjusted", numbers: { factor: 1.12 } },
  ],
};

export const QUARTER_FORECAST: Forecast = {
  ...FORECAST,
  by: "quarter",
  periods: QUARTERS,
  backtest: { missing: "too-few", n: 2 },
  scenarios: [],
  notes: [],
};

function wonOf(unit: PeriodUnit, amounts: readonly number[]): WonPeriod[] {
  const running = periodOf(AS_OF_DAY + 1, unit);
  return amounts.map((amount, at) => ({
    period: shiftPeriod(running, at - amounts.length),
    amount,
    deals: 1 + at,
  }));
}

export const WON_BEFORE = { month: wonOf("month", OUTCOMES.slice(1)), quarter: wonOf("quarter", [180_000]) };

/** The largest open deal, the first of all. */
export const LARGEST = factsOf(6, { id: "D-7", name: "=New office", amount: 68_200 });
