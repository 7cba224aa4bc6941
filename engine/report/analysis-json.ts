import type { Analysis } from "../analysis.ts";
import { type Figure, isKnown } from "../basics/figure.ts";
import type { Velocity } from "../measures/types.ts";
import { adviceJson, missingAdviceFigures } from "./json/advice-json.ts";
import { forecastNotes } from "./json/forecast-json.ts";
import { targetsJson } from "./json/targets-json.ts";
import { intervalJson, known } from "./json/values.ts";
import {
  missingBottleneckFigures,
  missingChances,
  missingKeyFigures,
  missingNotes,
  missingStageFigures,
  missingWorths,
} from "./missing-figures.ts";
import { cycleJson, pipelineJson } from "./pipeline-json.ts";
import { eventualNotes, leftOutNotes } from "./sheets/notes.ts";

/**
 * An analysis as one JSON document: days as `YYYY-MM-DD`, shares 0–1, durations in days, amounts in `currency`.
 * What cannot be computed is `null`, with the reason in `notes`.
 */
export function analysisJson(analysis: Analysis, version: string) {
  const { seed, winRate, dealSize, cycle } = analysis;
  const shown = pipelineJson(analysis);
  return {
    pipecast: version,
    asOf: shown.asOf,
    seed,
    currency: shown.currency,
    level: shown.level,
    source: shown.source,
    columns: shown.columns,
    deals: shown.deals,
    stages: shown.stages,
    winRate: { ...shown.winRate, byAmount: intervalJson(winRate.byAmount) },
    wonAmount: known(dealSize.wonAmount),
    averageWonAmount: known(dealSize.averageWonAmount),
    medianWonAmount: known(dealSize.medianWonAmount),
    cycle: { ...shown.cycle, lost: cycleJson(cycle.lost) },
    velocity: velocityJson(analysis.velocity),
    bottlenecks: shown.bottlenecks,
    forecast: shown.forecast,
    backtest: shown.backtest,
    openDeals: shown.openDeals,
    ...adviceJson(analysis),
    targets: targetsJson(analysis),
    problems: shown.problems,
    notes: notes(analysis),
  };
}

function velocityJson(velocity: Figure<Velocity>): Velocity | null {
  if (!isKnown(velocity)) return null;
  const { amountPerDay, openDeals, winRate, averageWonAmount, cycleDays } = velocity;
  return { amountPerDay, openDeals, winRate, averageWonAmount, cycleDays };
}

function notes(analysis: Analysis): readonly string[] {
  return [
    ...eventualNotes(analysis),
    ...leftOutNotes(analysis),
    ...missingNotes([
      ...missingKeyFigures(analysis),
      ...missingStageFigures(analysis),
      ...missingBottleneckFigures(analysis),
      ...missingWorths(analysis),
      ...missingChances(analysis),
      ...missingAdviceFigures(analysis),
    ]),
    ...forecastNotes(analysis),
  ];
}
