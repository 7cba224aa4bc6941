import type { Day } from "../basics/day.ts";
import { missing } from "../basics/figure.ts";
import type { Period } from "../basics/period.ts";
import type { Timelines } from "../pipeline/timelines.ts";
import type { BacktestRun } from "./backtest.ts";
import { type Choice, chooseMethod } from "./choose.ts";
import { type ForecastBasis, forecastBasis } from "./forecast-basis.ts";
import { gather } from "./gather.ts";
import { naivePeriods } from "./naive-periods.ts";
import { recordNotes, sizeOfDealsNotes } from "./notes.ts";
import { periodsFrom } from "./period-grid.ts";
import { scenariosOf } from "./scenarios.ts";
import type { Scene } from "./simulate.ts";
import type { Spells } from "./spells.ts";
import { type SummarySettings, summariseFutures } from "./summarise.ts";
import type { HistorySize } from "./thin.ts";
import type { Forecast, ForecastNoteCode, ForecastOptions, ForecastPeriod, PeriodOptions } from "./types.ts";
import { wonWithin } from "./won-by-month.ts";

/**
 * What will be won, period by period, from deals that are open and from deals yet to come; how good such forecasts
 * were; what is to be expected of each open deal. Nothing after `asOfDay` is looked at. The same seed gives the same
 * digits.
 *
 * `periods` is missing where nothing has closed ("none-closed"), nothing was won ("none-won"), or no won deal carries
 * an amount ("no-amounts"); the open deals' outlook is there as soon as something has closed.
 *
 * Source: method.md 6–8.
 */
export function forecastPipeline(timelines: Timelines, asOfDay: Day, options: ForecastOptions): Forecast {
  return forecastFrom(forecastBasis(timelines, asOfDay, options), options);
}

/** Where there is no forecast there is no range to speak of. */
const ABOUT_THE_RANGE: ReadonlySet<string> = new Set<ForecastNoteCode>(["thin", "early"]);

/** The same from what was learnt already: forecasts by month and by quarter learn once, and simulate the same months. */
export function forecastFrom(basis: ForecastBasis, options: PeriodOptions): Forecast {
  const { asOfDay, level, spells, scene, deals, notes } = basis;
  const { by } = options;
  const periods = periodsFrom(asOfDay, by, options.periods);
  const empty = { asOfDay, by, level, beside: null, scenarios: [], deals } as const;
  const nothing = reasonForNone(basis.size, scene, spells);
  if (nothing) {
    const told = notes.filter(({ code }) => !ABOUT_THE_RANGE.has(code));
    return { ...empty, method: "pipecast", periods: nothing, backtest: nothing, notes: told };
  }
  const ahead = basis.ahead(periods);
  const run = basis.past();
  const choice = chooseMethod(run, by);
  const settings = settingsOf(basis, options, run, periods);
  const own = summariseFutures(gather(ahead.futures, ahead.months, periods), periods, settings);
  return {
    ...empty,
    ...withMethod(own, run, choice, asOfDay, periods, settings),
    backtest: recordOf(run, choice, settings.spread),
    scenarios: scenariosOf(ahead, own, periods, settings),
    notes: [...notes, ...sizeOfDealsNotes(basis, own), ...recordNotes(run, choice, settings.spread)],
  };
}

function reasonForNone(size: HistorySize, scene: Scene, { arrivals, deals }: Spells) {
  const saysNoStarts = arrivals.count === 0 && deals.count > 0;
  if (saysNoStarts) return missing("no-created-days", deals.count);
  if (size.started === 0) return missing("no-deals", 0);
  if (size.closed === 0) return missing("none-closed", size.started);
  if (size.won === 0) return missing("none-won", size.closed);
  return scene.wonAmounts.some((amount) => amount > 0) ? null : missing("no-amounts", size.won);
}

function settingsOf(
  { spells, asOfDay, level }: ForecastBasis,
  options: PeriodOptions,
  run: BacktestRun,
  periods: readonly Period[],
): SummarySettings {
  return {
    level,
    spread: options.by === "month" ? run.spread.month : run.spread.quarter,
    targets: options.targets ?? new Map(),
    wonSoFar: wonWithin(spells, asOfDay, periods),
  };
}

/** The periods by the chosen method, with the other one beside where it has something to add. */
function withMethod(
  own: readonly ForecastPeriod[],
  run: BacktestRun,
  choice: Choice,
  asOfDay: Day,
  periods: readonly Period[],
  settings: SummarySettings,
): Pick<Forecast, "method" | "periods" | "beside"> {
  const [ours, best] = choice.methods;
  const better = best && ours && best.crps < ours.crps ? best.method : null;
  const naive =
    better && better !== "pipecast"
      ? naivePeriods(run, better, asOfDay, periods, { ...settings, spread: 1 })
      : null;
  if (!naive || !better) return { method: "pipecast", periods: own, beside: null };
  return choice.chosen === "pipecast"
    ? { method: "pipecast", periods: own, beside: { method: better, periods: naive } }
    : { method: better, periods: naive, beside: { method: "pipecast", periods: own } };
}

function recordOf(run: BacktestRun, choice: Choice, spread: number): Forecast["backtest"] {
  if (choice.methods.length === 0) return missing("too-few", run.cutoffDays.length);
  const { chosen, methods, bestBaseline, p } = choice;
  return { cutoffs: run.cutoffDays, methods, chosen, bestBaseline, p, spread, forecasts: run.forecasts };
}
