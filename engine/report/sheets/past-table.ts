import type { PeriodUnit } from "../../basics/period.ts";
import type { PastForecast, StretchKey } from "../../forecast/backtest.ts";
import type { BacktestRecord } from "../../forecast/types.ts";
import { amountCell, countCell, dayCell, textCell } from "../cells.ts";
import type { TableBlock } from "../layout.ts";
import { judgedForecasts, ownPast, stretchLabel } from "../past-forecasts.ts";
import type { ReportCell } from "../report.ts";
import { linkedColumn } from "./forecast-tables.ts";

/** The name of the table by which charts find it. */
export function pastTableName(by: PeriodUnit): string {
  return `Past forecasts by ${by}`;
}

/** Columns that charts draw. */
export const PAST = { forecast: 3, outcome: 6 } as const;

const AHEAD: Readonly<Record<StretchKey, number>> = { "month-1": 1, "month-2": 2, "month-3": 3, quarter: 3 };

/** Each past forecast of ours beside its outcome, and beside a plain average's forecast. */
export function pastTable(record: BacktestRecord, by: PeriodUnit, filters: boolean): TableBlock {
  const averages = new Map(
    judgedForecasts(record, by)
      .filter(({ method }) => method === "trailing-mean-6")
      .map((past) => [`${past.cutoffDay} ${past.stretch}`, past.mean]),
  );
  return {
    kind: "table",
    name: pastTableName(by),
    columns: [
      linkedColumn("Forecast of", "backtest"),
      linkedColumn("Made on", "backtest"),
      linkedColumn("Months ahead", "backtest"),
      linkedColumn("Forecast", "forecast"),
      linkedColumn("Lower", "forecastRange"),
      linkedColumn("Upper", "forecastRange"),
      linkedColumn("Outcome", "backtest"),
      linkedColumn("Miss", "wape"),
      linkedColumn("In range", "coverage"),
      linkedColumn("Plain average said", "backtest"),
    ],
    rows: ownPast(record, by).map((past) => ({
      cells: pastCells(past, averages.get(`${past.cutoffDay} ${past.stretch}`)),
    })),
    filters,
  };
}

function pastCells(past: PastForecast, average: number | undefined): readonly (ReportCell | null)[] {
  const { mean, lower, upper, actual } = past;
  const inside = actual >= lower && actual <= upper;
  return [
    textCell(stretchLabel(past), "label"),
    dayCell(past.cutoffDay),
    countCell(AHEAD[past.stretch]),
    amountCell(mean),
    amountCell(lower, "bound"),
    amountCell(upper, "bound"),
    amountCell(actual),
    amountCell(mean - actual),
    inside ? textCell("yes") : textCell(actual > upper ? "no: above" : "no: below", "attention"),
    average === undefined ? null : amountCell(average),
  ];
}
