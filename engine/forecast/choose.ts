import type { PeriodUnit } from "../basics/period.ts";
import { dieboldMariano } from "../stats/diebold-mariano.ts";
import type { BacktestRun, Method, PastForecast } from "./backtest.ts";
import { type MethodScore, scoreOf } from "./scores.ts";

/** A method with its scores. */
export interface ScoredMethod extends MethodScore {
  readonly method: Method;
}

/** The record of all methods, and which one the forecast is made with. */
export interface Choice {
  readonly chosen: Method;
  /** Pipecast first, then the others, the best first; all judged at the same cutoffs. */
  readonly methods: readonly ScoredMethod[];
  readonly bestBaseline: Method | null;
  /** Two-sided Diebold–Mariano p of Pipecast against the best baseline; null where it cannot be said. */
  readonly p: number | null;
}

const CREDIBLE = 0.1;
const LEAST_CUTOFFS = 6;
const OVERLAP = 3;

/**
 * Judges all methods where all of them had something to say, and keeps Pipecast unless the best naive method was
 * better by more than chance (Diebold–Mariano, 10 %) at six cutoffs or more. Months are judged for a forecast by
 * month, three months together for one by quarter. Source: method.md 7.
 */
export function chooseMethod(run: BacktestRun, by: PeriodUnit): Choice {
  const rows = run.forecasts.filter(({ stretch }) => (stretch === "quarter") === (by === "quarter"));
  const own = rows.filter(({ method }) => method === "pipecast");
  const baselines = [...new Set(rows.map(({ method }) => method))].filter((method) => method !== "pipecast");
  const full = baselines.filter((method) => countOf(rows, method) === own.length);
  const methods = full
    .flatMap((method) => scored(rows, method))
    .sort((a, b) => a.crps - b.crps || (a.method < b.method ? -1 : 1));
  const ours = scored(rows, "pipecast");
  const best = methods[0] ?? null;
  const p = best ? comparison(rows, best.method) : null;
  const cutoffs = new Set(own.map(({ cutoffDay }) => cutoffDay)).size;
  const beaten = best !== null && best.crps < (ours[0]?.crps ?? 0) && p !== null && p < CREDIBLE;
  return {
    chosen: beaten && cutoffs >= LEAST_CUTOFFS ? best.method : "pipecast",
    methods: [...ours, ...methods],
    bestBaseline: best?.method ?? null,
    p,
  };
}

function countOf(rows: readonly PastForecast[], method: Method): number {
  return rows.filter((row) => row.method === method).length;
}

function scored(rows: readonly PastForecast[], method: Method): ScoredMethod[] {
  const score = scoreOf(rows.filter((row) => row.method === method));
  return score ? [{ method, ...score }] : [];
}

function comparison(rows: readonly PastForecast[], baseline: Method): number | null {
  const cutoffs = [...new Set(rows.map(({ cutoffDay }) => cutoffDay))].sort((a, b) => a - b);
  const losses = (method: Method): number[] =>
    cutoffs.map(
      (day) => scoreOf(rows.filter((row) => row.method === method && row.cutoffDay === day))?.crps ?? 0,
    );
  return dieboldMariano(losses("pipecast"), losses(baseline), OVERLAP)?.p ?? null;
}
