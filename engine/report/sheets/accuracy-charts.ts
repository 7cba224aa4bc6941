import { type PeriodUnit, periodOf } from "../../basics/period.ts";
import type { BacktestRecord, Forecast } from "../../forecast/types.ts";
import { amountCell, textCell } from "../cells.ts";
import { type Block, type ChartPlan, GAP, type TableBlock } from "../layout.ts";
import { shareText, shortPeriodText } from "../numbers.ts";
import { nextOnes, ownPast, stretchLabel } from "../past-forecasts.ts";
import { dotsWords, pastWords } from "../wording/forecast-charts.ts";
import { PAST, pastTableName } from "./past-table.ts";

const CHART_ROWS = 18;

/** A forecast with the record of its past. */
export interface Judged {
  readonly forecast: Forecast;
  readonly record: BacktestRecord;
}

function behindName(by: PeriodUnit): string {
  return `Behind past forecasts by ${by}`;
}

/** What was forecast and what came, over time and one against the other. */
export function accuracyCharts(judged: readonly Judged[], currency: string | null): readonly Block[] {
  const [main] = judged;
  if (!main || nextOnes(main.record, main.forecast.by).length === 0) return [];
  const { forecast, record } = main;
  const { by, level } = forecast;
  const overTime: ChartPlan = {
    kind: "fan",
    ...pastWords(nextOnes(record, by), forecast, currency),
    table: behindName(by),
    categories: 0,
    series: [
      { name: "Range from", column: 3, role: "range-start" },
      { name: `${shareText(level, 0)} range`, column: 4, role: "range" },
      { name: "Forecast", column: 2, role: "forecast" },
      { name: "Outcome", column: 1, role: "actual" },
    ],
    column: 0,
    columnCount: 6,
  };
  const against: ChartPlan = {
    kind: "dots",
    ...dotsWords(ownPast(record, by), forecast),
    table: pastTableName(by),
    categories: PAST.forecast,
    series: [{ name: "Outcome", column: PAST.outcome, role: "actual" }],
    categoryTitle: "Forecast",
    valueTitle: "Outcome",
    column: 6,
    columnCount: 4,
  };
  return [GAP, { kind: "charts", rowCount: CHART_ROWS, charts: [overTime, against] }];
}

/** Past forecasts of the period right after, in the shape that a fan chart needs. */
export function pastBehindTable(record: BacktestRecord, by: PeriodUnit): TableBlock {
  const headers = [by === "month" ? "Month" : "Months", "Outcome", "Forecast", "Range from", "Range width"];
  return {
    kind: "table",
    name: behindName(by),
    columns: headers.map((text) => ({ header: textCell(text, "header") })),
    rows: nextOnes(record, by).map((past) => ({
      cells: [
        textCell(
          by === "month" ? shortPeriodText(periodOf(past.startDay, "month")) : stretchLabel(past),
          "label",
        ),
        amountCell(past.actual),
        amountCell(past.mean),
        amountCell(past.lower),
        amountCell(past.upper - past.lower),
      ],
    })),
  };
}
