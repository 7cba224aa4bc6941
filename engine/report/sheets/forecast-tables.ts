import type { Figure } from "../../basics/figure.ts";
import { isKnown } from "../../basics/figure.ts";
import type { PeriodUnit } from "../../basics/period.ts";
import type { Forecast, ForecastPeriod } from "../../forecast/types.ts";
import type { WonPeriod } from "../../measures/won-by-period.ts";
import { amountCell, chanceCell, textCell } from "../cells.ts";
import { type TermKey, termLink } from "../glossary/glossary.ts";
import type { TableBlock, TableColumn, TableRow } from "../layout.ts";
import { shortPeriodText } from "../numbers.ts";
import type { CellStyle, ReportCell } from "../report.ts";
import { modelPeriods, scenarioTitle } from "../wording/scenarios.ts";

/** The tables' names, by which charts and formulas find them. */
export function forecastTableName(by: PeriodUnit): string {
  return `Forecast by ${by}`;
}

export function behindTableName(by: PeriodUnit): string {
  return `Behind the chart by ${by}`;
}

/** Columns of the table behind a chart. */
export const BEHIND = { period: 0, won: 1, forecast: 2, from: 3, height: 4, target: 5 } as const;

export function linkedColumn(text: string, term: TermKey, group?: string): TableColumn {
  const header = textCell(text, "header", termLink(term));
  return group === undefined ? { header } : { header, group };
}

/** Month by month or quarter by quarter: what is won already, what is to come, its range, and the target. */
export function forecastTable(by: PeriodUnit, periods: readonly ForecastPeriod[]): TableBlock {
  const hasTarget = periods.some(({ target }) => target !== null);
  const hasWon = periods.some(({ wonSoFar }) => wonSoFar > 0);
  const target = "Target";
  return {
    kind: "table",
    name: forecastTableName(by),
    columns: [
      linkedColumn(by === "month" ? "Month" : "Quarter", "forecast"),
      ...(hasWon ? [linkedColumn("Won so far", "forecast", "Where it comes from")] : []),
      linkedColumn("From open", "fromOpen", "Where it comes from"),
      linkedColumn("From new", "fromNew", "Where it comes from"),
      linkedColumn("Expected", "forecast", "Forecast"),
      linkedColumn("Lower", "forecastRange", "Forecast"),
      linkedColumn("Middle", "forecastRange", "Forecast"),
      linkedColumn("Upper", "forecastRange", "Forecast"),
      ...(hasTarget
        ? [
            linkedColumn("Amount", "target", target),
            linkedColumn("Gap", "gap", target),
            linkedColumn("Chance", "chanceOfTarget", target),
          ]
        : []),
    ],
    rows: periods.map((period) => ({ cells: forecastCells(period, hasWon, hasTarget) })),
  };
}

function forecastCells(
  shown: ForecastPeriod,
  hasWon: boolean,
  hasTarget: boolean,
): readonly (ReportCell | null)[] {
  const { period, wonSoFar, fromOpen, fromNew, mean, lower, median, upper } = shown;
  return [
    textCell(period.label, "label"),
    ...(hasWon ? [orGap(wonSoFar > 0 ? wonSoFar : null)] : []),
    orGap(fromOpen),
    orGap(fromNew),
    amountCell(mean),
    amountCell(lower, "bound"),
    amountCell(median),
    amountCell(upper, "bound"),
    ...(hasTarget ? targetCells(shown) : []),
  ];
}

function targetCells({ mean, target, chanceOfTarget }: ForecastPeriod): readonly (ReportCell | null)[] {
  if (target === null) return [null, null, null];
  const gap = mean - target;
  const style: CellStyle = gap < 0 ? "attention" : "good";
  return [amountCell(target), amountCell(gap, style), chanceCell(chanceOfTarget ?? 0)];
}

function orGap(amount: number | null): ReportCell | null {
  return amount === null ? null : amountCell(amount);
}

/** Past outcomes and the forecast in the shape that a fan chart needs; of a past period the range is nothing. */
export function behindTable(forecast: Forecast, before: readonly WonPeriod[]): TableBlock {
  const { by } = forecast;
  const periods = isKnown(forecast.periods) ? forecast.periods : [];
  const hasTarget = periods.some(({ target }) => target !== null);
  const headers = [
    by === "month" ? "Month" : "Quarter",
    "Won",
    "Forecast",
    "Range from",
    "Range width",
    ...(hasTarget ? ["Target"] : []),
  ];
  const last = before[before.length - 1];
  const past = before.map((one): TableRow => {
    const won = amountCell(one.amount);
    const joint = one === last ? won : null;
    const cells = [textCell(shortPeriodText(one.period), "label"), won, joint, won, amountCell(0)];
    return { cells: hasTarget ? [...cells, null] : cells };
  });
  const ahead = periods.map(({ period, mean, lower, upper, target }): TableRow => {
    const label = textCell(shortPeriodText(period), "label");
    const cells = [label, null, amountCell(mean), amountCell(lower), amountCell(upper - lower)];
    return { cells: hasTarget ? [...cells, orGap(target)] : cells };
  });
  return {
    kind: "table",
    name: behindTableName(by),
    columns: headers.map((text) => ({ header: textCell(text, "header") })),
    rows: [...past, ...ahead],
  };
}

/** The same periods if something were otherwise, side by side. */
export function scenarioTable(forecast: Forecast): TableBlock {
  const { by, scenarios } = forecast;
  const base = modelPeriods(forecast);
  const sides = [
    { title: "As forecast", periods: base },
    ...scenarios.map((scenario) => ({ title: scenarioTitle(scenario), periods: scenario.periods })),
  ];
  return {
    kind: "table",
    name: `What if by ${by}`,
    columns: [
      linkedColumn(by === "month" ? "Month" : "Quarter", "scenario"),
      ...sides.flatMap(({ title }) => [
        linkedColumn("Expected", "scenario", title),
        linkedColumn("Lower", "forecastRange", title),
        linkedColumn("Upper", "forecastRange", title),
      ]),
    ],
    rows: base.map(({ period }, at) => ({
      cells: [textCell(period.label, "label"), ...sides.flatMap(({ periods }) => sideCells(periods[at]))],
    })),
  };
}

type Side = Pick<ForecastPeriod, "mean" | "lower" | "upper">;

function sideCells(side: Side | undefined): readonly (ReportCell | null)[] {
  if (!side) return [null, null, null];
  return [amountCell(side.mean), amountCell(side.lower, "bound"), amountCell(side.upper, "bound")];
}

/** Whether there is anything to draw. */
export function hasPeriods(periods: Figure<readonly ForecastPeriod[]>): boolean {
  return isKnown(periods) && periods.length > 0;
}
