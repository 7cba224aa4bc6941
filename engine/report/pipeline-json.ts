import type { Analysis } from "../analysis.ts";
import { columnLetters } from "../basics/column-letters.ts";
import { isoOfDay } from "../basics/day.ts";
import { type Figure, isKnown } from "../basics/figure.ts";
import type { Problem } from "../basics/problem.ts";
import type { Worth } from "../forecast/bottleneck-worth.ts";
import type { RecognisedColumn } from "../intake/records.ts";
import type { Bottleneck, CycleLength, StageMeasures, TimeInStage } from "../measures/types.ts";
import { backtestJson, forecastJson } from "./json/forecast-json.ts";
import { openDealsJson } from "./json/open-deals-json.ts";
import { intervalJson, known } from "./json/values.ts";
import { whyBottleneck, worthOfBottleneck } from "./wording/bottlenecks.ts";
import { problemMessage } from "./wording/problems.ts";

/** The parts of the JSON document that a small view of the pipeline shows, each as it stands there. */
export function pipelineJson(analysis: Analysis) {
  const { asOfDay, currency, level, recognition } = analysis;
  return {
    asOf: isoOfDay(asOfDay),
    currency,
    level,
    source: { deals: recognition.dealsSheet, history: recognition.historySheet, shape: recognition.shape },
    columns: recognition.columns.map(columnJson),
    deals: analysis.counts,
    stages: analysis.stages.map(stageJson),
    winRate: { byCount: intervalJson(analysis.winRate.byCount) },
    cycle: { won: cycleJson(analysis.cycle.won) },
    bottlenecks: bottlenecksJson(analysis),
    forecast: forecastJson(analysis),
    backtest: backtestJson(analysis),
    openDeals: openDealsJson(analysis),
    problems: analysis.problems.map(problemJson),
  };
}

function columnJson({ field, header, sheet, column, certainty, stage }: RecognisedColumn) {
  const place = { field, header, sheet, column: columnLetters(column), certainty };
  return stage === undefined ? place : { ...place, stage };
}

function stageJson(measures: StageMeasures) {
  const { stage, reached, advanced, open } = measures;
  return {
    stage: stage.name,
    order: stage.order,
    reached,
    visited: known(measures.visited),
    skipped: known(measures.skipped),
    advanced,
    lost: known(measures.lost),
    open,
    reentries: known(measures.reentries),
    conversion: intervalJson(measures.conversion),
    eventualConversion: intervalJson(measures.eventualConversion),
    eventualWin: intervalJson(measures.eventualWin),
    timeInStage: timeJson(measures.timeInStage),
  };
}

function timeJson(time: Figure<TimeInStage>) {
  if (!isKnown(time)) return null;
  const { n, censored, medianDays, p75Days, p90Days, meanDays } = time;
  return {
    n,
    censored,
    medianDays: known(medianDays),
    p75Days: known(p75Days),
    p90Days: known(p90Days),
    meanDays: known(meanDays),
  };
}

/** How long deals of one outcome take, from start to close, in days. */
export function cycleJson(cycle: Figure<CycleLength>): CycleLength | null {
  if (!isKnown(cycle)) return null;
  const { n, meanDays, p25Days, medianDays, p75Days, p90Days } = cycle;
  return { n, meanDays, p25Days, medianDays, p75Days, p90Days };
}

function bottlenecksJson(analysis: Analysis) {
  const { bottlenecks, worths, isCounted } = analysis;
  if (!isKnown(bottlenecks)) return null;
  return bottlenecks.map((bottleneck) => ({
    stage: bottleneck.stage.name,
    rank: bottleneck.rank,
    kind: bottleneck.kind,
    evidence: evidenceJson(bottleneck.evidence),
    ...worthJson(worths.get(bottleneck), isCounted),
    why: whyBottleneck(bottleneck, analysis.counts),
    worth: worthOfBottleneck(bottleneck, analysis),
  }));
}

/** Where deals are counted, the worth is one of won deals: it is in words only. */
function worthJson(worth: Figure<Worth> | undefined, isCounted: boolean) {
  if (worth === undefined || !isKnown(worth)) return { valuePerQuarter: null, counterfactual: null };
  const { perQuarter, counterfactual } = worth;
  return { valuePerQuarter: isCounted ? null : intervalJson(perQuarter), counterfactual };
}

function evidenceJson(evidence: Bottleneck["evidence"]) {
  return {
    cycleShare: known(evidence.cycleShare),
    lossRate: known(evidence.lossRate),
    decided: evidence.decided,
    lossShare: known(evidence.lossShare),
    eventualConversion: known(evidence.eventualConversion),
    openShare: known(evidence.openShare),
    workDays: known(evidence.workDays),
    certainty: evidence.certainty,
  };
}

function problemJson(problem: Problem) {
  const { code, severity, where, value, excludes } = problem;
  const message = problemMessage(problem);
  return { code, severity, sheet: where.sheet, cell: where.cell, value, message, excludes };
}
