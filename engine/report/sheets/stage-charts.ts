import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { TimeInStage } from "../../measures/types.ts";
import { type Block, type ChartPlan, GAP } from "../layout.ts";
import { funnelWords, timeWords } from "../wording/stage-charts.ts";

export const FUNNEL_TABLE = "Funnel";
export const TIME_TABLE = "Time in stage";

/** Columns of the two tables that the charts are drawn from. */
const REACHED = 1;
const MEDIAN = 4;
const P90 = 6;
const CHART_ROWS = 17;

/** The funnel and the time in stage as charts, side by side; a chart without a figure is left out. */
export function stageCharts(analysis: Analysis): readonly Block[] {
  const charts = [...funnelChart(analysis), ...timeChart(analysis)];
  return charts.length === 0 ? [] : [GAP, { kind: "charts", rowCount: CHART_ROWS, charts }];
}

function funnelChart({ stages }: Analysis): readonly ChartPlan[] {
  if (!stages.some(({ reached }) => isKnown(reached) && reached > 0)) return [];
  const series = [{ name: "Deals that reached it", column: REACHED, role: "actual" as const }];
  return [
    {
      kind: "bars",
      ...funnelWords(stages),
      table: FUNNEL_TABLE,
      categories: 0,
      series,
      column: 0,
      columnCount: 6,
    },
  ];
}

function timeChart(analysis: Analysis): readonly ChartPlan[] {
  const knows = (pick: (time: TimeInStage) => TimeInStage["medianDays"]): boolean =>
    analysis.stages.some(({ timeInStage }) => isKnown(timeInStage) && isKnown(pick(timeInStage)));
  if (!knows((time) => time.medianDays)) return [];
  const series = [
    { name: "Median days", column: MEDIAN, role: "actual" as const },
    ...(knows((time) => time.p90Days)
      ? [{ name: "Nine in ten within", column: P90, role: "context" as const }]
      : []),
  ];
  return [
    {
      kind: "columns",
      ...timeWords(analysis),
      table: TIME_TABLE,
      categories: 0,
      series,
      column: 7,
      columnCount: 9,
    },
  ];
}
