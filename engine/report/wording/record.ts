import { isKnown } from "../../basics/figure.ts";
import type { PeriodUnit } from "../../basics/period.ts";
import type { ScoredMethod } from "../../forecast/choose.ts";
import type { BacktestRecord, Forecast } from "../../forecast/types.ts";
import { countedText, countText, shareText } from "../numbers.ts";
import { judgedForecasts } from "../past-forecasts.ts";
import { methodWords } from "./forecast-methods.ts";
import { reasonText } from "./reasons.ts";

/** Below this p a difference is more than chance. */
const CREDIBLE = 0.1;
/** A bias below this is none to speak of. */
const UNBIASED = 0.02;

/** What a forecast by month, or by quarter, is judged by. */
const UNITS: Readonly<Record<PeriodUnit, { readonly past: string; readonly average: string }>> = {
  month: { past: "month", average: "the average month" },
  quarter: { past: "stretch of three months", average: "the average one" },
};

/** At how many past month-ends a forecast was made whose outcome is known. */
export function judgedCutoffs(record: BacktestRecord, by: PeriodUnit): number {
  return new Set(judgedForecasts(record, by).map(({ cutoffDay }) => cutoffDay)).size;
}

/**
 * The record in one sentence: how far our figure was off, and how far simple methods were. "Off by 19 % of the
 * average month" is the mean absolute error over the mean outcome (WAPE).
 */
export function recordSentence(forecast: Forecast): string {
  const { backtest, by } = forecast;
  if (!isKnown(backtest)) return `There is no record of past forecasts yet: ${reasonText(backtest)}.`;
  const ours = backtest.methods.find(({ method }) => method === "pipecast");
  if (!ours || ours.wape === null)
    return "There is no record yet: nothing was won in the months looked back on.";
  const { past, average } = UNITS[by];
  const cutoffs = countedText(judgedCutoffs(backtest, by), `past ${past}`, `past ${plural(past)}`);
  const figure = `In ${cutoffs} our figure was off by ${shareText(ours.wape, ours.n)} of ${average}`;
  const others = [...plainAverage(backtest), ...bestOther(backtest)].join(", ");
  return others === "" ? `${figure}.` : `${figure}; ${others}.`;
}

function plural(words: string): string {
  return words.replace(/^\w+/, (first) => (first.endsWith("ch") ? `${first}es` : `${first}s`));
}

function plainAverageOf({ methods }: BacktestRecord): ScoredMethod | undefined {
  return (
    methods.find(({ method }) => method === "trailing-mean-6") ??
    methods.find(({ method }) => method === "trailing-mean-3")
  );
}

function plainAverage(record: BacktestRecord): readonly string[] {
  const average = plainAverageOf(record);
  if (!average || average.wape === null) return [];
  return [`a plain average was off by ${shareText(average.wape, average.n)}`];
}

/** The best simple method, unless that is the plain average. */
function bestOther(record: BacktestRecord): readonly string[] {
  const best = record.methods.find(({ method }) => method === record.bestBaseline);
  if (!best || best.wape === null || best.method === plainAverageOf(record)?.method) return [];
  return [`the best simple method (${methodWords(best.method).phrase}) by ${shareText(best.wape, best.n)}`];
}

/** How often the ranges held, and whether forecasts were too high or too low on the whole. */
export function honestySentences({ backtest, level }: Forecast): readonly string[] {
  if (!isKnown(backtest)) return [];
  const ours = backtest.methods.find(({ method }) => method === "pipecast");
  if (!ours) return [];
  const inside = countText(Math.round(ours.coverage * ours.n));
  const held = `${inside} of ${countedText(ours.n, "outcome")} lay within our ${shareText(level, 0)} range (${shareText(ours.coverage, 0)}).`;
  return [held, ...biasSentence(ours.bias)];
}

function biasSentence(bias: number | null): readonly string[] {
  if (bias === null) return [];
  if (Math.abs(bias) < UNBIASED) return ["On the whole our forecasts were neither too high nor too low."];
  const way = bias > 0 ? "high" : "low";
  return [`On the whole our forecasts were ${shareText(Math.abs(bias), 0)} too ${way}.`];
}

/** Which method the forecast is made with, and why that one. */
export function choiceSentence({ backtest, method }: Forecast): string {
  if (!isKnown(backtest)) return "The forecast is our own model's: there is no record yet to choose by.";
  const [ours] = backtest.methods;
  const best = backtest.methods.find((one) => one.method === backtest.bestBaseline);
  const { p } = backtest;
  const odds = p === null ? "" : ` (p = ${p < 0.01 ? "below 0.01" : p.toFixed(2)})`;
  if (!ours || !best) return "The forecast is our own model's: there is no simple method to set beside it.";
  const phrase = methodWords(best.method).phrase;
  if (method !== "pipecast")
    return `The forecast is made with ${phrase}: figure and range judged together, it came closer than our own model by more than chance${odds}.`;
  if (best.crps < ours.crps)
    return `The forecast is our own model's. Figure and range judged together, ${phrase} came a little closer, which may be chance${odds}.`;
  return p !== null && p < CREDIBLE
    ? `The forecast is our own model's: figure and range judged together, it came closer than every simple method, by more than chance${odds}.`
    : `The forecast is our own model's: figure and range judged together, it came closer than every simple method, though that may be chance${odds}.`;
}
