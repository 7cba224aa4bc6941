import type { Day } from "../basics/day.ts";
import type { Period } from "../basics/period.ts";
import { type PointsByMonth, withPastErrors } from "./baselines/past-errors.ts";
import { type PipelineDeals, pipelineDeals, pipelinePoints } from "./baselines/pipeline-points.ts";
import { SERIES_METHODS, type SeriesMethod, seriesForecast } from "./baselines/series.ts";
import {
  type Knowledge,
  knowledgeOf,
  learnUntil,
  modelOf,
  sceneOf,
  type Trust,
  visitsBy,
} from "./knowledge.ts";
import { amountEvidence, wonAmounts } from "./listed-amounts.ts";
import { periodsFrom } from "./period-grid.ts";
import { normalScore, spreadFactor, spreadOut } from "./recalibrate.ts";
import { type Outcome, outcomeOf } from "./scores.ts";
import { simulate } from "./simulate.ts";
import type { Spells } from "./spells.ts";
import { type WonSeries, wonByMonth } from "./won-by-month.ts";

/** A naive method that the forecast is held against. */
export type BaselineMethod = SeriesMethod | "weighted-pipeline" | "naive-bayes";
/** Whose forecast it is. */
export type Method = "pipecast" | BaselineMethod;

/** Stretches of months ahead that are judged: the first, the second, the third, and the three together. */
export const STRETCHES = [
  { key: "month-1", from: 1, to: 1 },
  { key: "month-2", from: 2, to: 2 },
  { key: "month-3", from: 3, to: 3 },
  { key: "quarter", from: 1, to: 3 },
] as const;
/** Name of a stretch of months ahead. */
export type StretchKey = (typeof STRETCHES)[number]["key"];

/** What a method said at a cutoff of one stretch, and what came. */
export interface PastForecast extends Outcome {
  readonly method: Method;
  readonly cutoffDay: Day;
  readonly stretch: StretchKey;
  readonly startDay: Day;
  readonly endDay: Day;
}

/** All past forecasts, ours and the naive ones, and what was learnt from them. */
export interface BacktestRun {
  readonly cutoffDays: readonly Day[];
  readonly forecasts: readonly PastForecast[];
  /** By how much the spread of months and of quarters is to be widened, learnt from all of them. */
  readonly spread: { readonly month: number; readonly quarter: number };
  readonly series: WonSeries;
  readonly points: ReadonlyMap<BaselineMethod, PointsByMonth>;
}

/** How a backtest is run. */
export interface BacktestSettings {
  readonly seed: number;
  readonly level: number;
  readonly draws: number;
  readonly mostCutoffs: number;
  /** What is taken as known at the cutoff; `KNOWN_THEN` unless set. */
  readonly trust?: Trust;
}

/**
 * Owners change hands and amounts are edited, and a sheet shows the last ones only. So at a past cutoff nobody's
 * owner is known, and no open deal's amount: it stands for what the deals won by then brought. Such a record is a
 * little harsh, and never flattered by what came later.
 */
const KNOWN_THEN: Trust = { fields: ["source", "product"], amounts: false };
const MONTHS_AHEAD = 3;
const LEAST_CUTOFFS = 6;
const LEAST_MONTHS = 2;
const OVERLAP = 2.2;

/**
 * What we would have said at past month-ends, and what naive methods would have said, beside what came: month-ends
 * over the second half of history, at least six where there are so many, at most 24. Every cutoff knows what lies
 * before it and nothing else. Source: method.md 7.
 */
export function backtest(spells: Spells, asOfDay: Day, settings: BacktestSettings): BacktestRun {
  const series = wonByMonth(spells, asOfDay);
  const cutoffs = cutoffMonths(series.months.length, settings.mostCutoffs);
  const trust = settings.trust ?? KNOWN_THEN;
  const points = baselinePoints(spells, series, cutoffs, trust);
  const forecasts: PastForecast[] = [];
  const scores: Record<StretchKey, number[]> = { "month-1": [], "month-2": [], "month-3": [], quarter: [] };
  let knowledge: Knowledge | null = null;
  for (const at of cutoffs) {
    const day = (series.months[at]?.startDay ?? 0) - 1;
    const periods = periodsFrom(day, "month", MONTHS_AHEAD);
    knowledge = forward(knowledge, spells, day, asOfDay, trust);
    const draws = ownDraws(knowledge, periods, settings);
    for (const stretch of STRETCHES) {
      if (at + stretch.to > series.amounts.length) continue;
      const actual = sumFrom(series.amounts, at + stretch.from - 1, at + stretch.to);
      const place = {
        cutoffDay: day,
        stretch: stretch.key,
        startDay: periods[stretch.from - 1]?.startDay ?? day,
        endDay: periods[stretch.to - 1]?.endDay ?? day,
      };
      const own = draws[stretch.key];
      const factor = spreadFactor(maturedBy(scores, stretch.key), OVERLAP);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      const judged = outcomeOf(spreadOut(own, factor), actual, settings.level, mean);
      forecasts.push({ method: "pipecast", ...place, ...judged });
      scores[stretch.key].push(normalScore(own, actual));
      for (const [method, byMonth] of points) {
        const sample = withPastErrors(byMonth, series.amounts, at, stretch.from, stretch.to);
        if (sample) forecasts.push({ method, ...place, ...outcomeOf(sample, actual, settings.level) });
      }
    }
  }
  return {
    cutoffDays: cutoffs.map((at) => (series.months[at]?.startDay ?? 0) - 1),
    forecasts,
    spread: {
      month: spreadFactor([...scores["month-1"], ...scores["month-2"], ...scores["month-3"]], OVERLAP),
      quarter: spreadFactor(scores.quarter, OVERLAP),
    },
    series,
    points,
  };
}

/** Months at whose start a past forecast is made; a month must have passed since. */
function cutoffMonths(months: number, most: number): number[] {
  const first = Math.max(LEAST_MONTHS, Math.min(Math.ceil(months / 2), months - LEAST_CUTOFFS));
  const all: number[] = [];
  for (let at = first; at < months; at += 1) all.push(at);
  return all.slice(-most);
}

/** Scores of the same stretch whose outcome was known when the next forecast was made. */
function maturedBy(
  scores: Readonly<Record<StretchKey, readonly number[]>>,
  key: StretchKey,
): readonly number[] {
  const wait = key === "month-1" ? 0 : key === "month-2" ? 1 : 2;
  return scores[key].slice(0, Math.max(0, scores[key].length - wait));
}

/** Goes on to the cutoff; starts afresh where twice as many visits are known as when scale and classes were set. */
function forward(
  knowledge: Knowledge | null,
  spells: Spells,
  day: Day,
  lastDay: Day,
  trust: Trust,
): Knowledge {
  if (knowledge && visitsBy(spells, day) < 2 * knowledge.basisVisits) {
    return learnUntil(knowledge, day);
  }
  return knowledgeOf(spells, day, trust, lastDay);
}

function ownDraws(
  knowledge: Knowledge,
  periods: readonly Period[],
  { draws, seed }: BacktestSettings,
): Record<StretchKey, Float64Array> {
  const futures = simulate(sceneOf(knowledge, modelOf(knowledge), periods), draws, seed);
  const sums = (from: number, to: number): Float64Array =>
    new Float64Array(draws)
      .map((_, draw) => {
        let sum = 0;
        for (let p = from - 1; p < to; p += 1) {
          const at = draw * MONTHS_AHEAD + p;
          sum += (futures.fromOpen[at] ?? 0) + (futures.fromNew[at] ?? 0);
        }
        return sum;
      })
      .sort();
  return { "month-1": sums(1, 1), "month-2": sums(2, 2), "month-3": sums(3, 3), quarter: sums(1, 3) };
}

function sumFrom(values: readonly number[], from: number, to: number): number {
  return values.slice(from, to).reduce((sum, value) => sum + value, 0);
}

/** What each naive method said at the start of every month it could. */
function baselinePoints(
  spells: Spells,
  series: WonSeries,
  cutoffs: readonly number[],
  trust: Trust,
): Map<BaselineMethod, PointsByMonth> {
  const { amounts, months } = series;
  const points = new Map<BaselineMethod, PointsByMonth>();
  const origins = Array.from({ length: amounts.length + 1 }, (_, at) => at);
  for (const method of SERIES_METHODS) {
    points.set(
      method,
      origins.map((at) => seriesForecast(method, amounts.slice(0, at), MONTHS_AHEAD)),
    );
  }
  const first = Math.max(LEAST_MONTHS, (cutoffs[0] ?? 0) - LEAST_CUTOFFS);
  const deals = pipelineDeals(spells);
  const crm = origins.map((at) => {
    const day = at < months.length ? (months[at]?.startDay ?? 0) - 1 : (months[at - 1]?.endDay ?? 0);
    return at < first ? null : crmPoints(deals, day, trust);
  });
  points.set(
    "weighted-pipeline",
    crm.map((both) => both?.weighted ?? null),
  );
  points.set(
    "naive-bayes",
    crm.map((both) => both?.naiveBayes ?? null),
  );
  return points;
}

function crmPoints(deals: PipelineDeals, day: Day, trust: Trust) {
  const { spells } = deals;
  const { listed } = amountEvidence(spells, day);
  const won = wonAmounts(spells, day);
  const mean = won.length > 0 ? won.reduce((sum, amount) => sum + amount, 0) / won.length : 0;
  return pipelinePoints(deals, day, periodsFrom(day, "month", MONTHS_AHEAD), (deal) => {
    const amount = spells.deals.amount[deal] ?? Number.NaN;
    return trust.amounts && listed && amount > 0 ? amount : mean;
  });
}
