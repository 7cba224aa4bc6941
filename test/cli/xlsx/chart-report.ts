import type { CellArea, Report, ReportCell, ReportChart, ReportSheet } from "../../../engine/index.ts";

const AS_OF_DAY = 20_634;
const STAGES = ["Lead", "Qualification", "Proposal & price", "Negotiation"];
const MONTHS = ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"];

function text(value: string): ReportCell {
  return { value, unit: "text", style: "body" };
}

function figure(value: number | null, unit: ReportCell["unit"]): ReportCell | null {
  return value === null ? null : { value, unit, style: "body" };
}

function column(index: number, rowCount: number, row = 1): CellArea {
  return { row, column: index, rowCount, columnCount: 1 };
}

/** A sheet whose rows are a header row, the given columns below it, and room for a chart. */
function chartSheet(
  name: string,
  columns: readonly (readonly (ReportCell | null)[])[],
  chart: Omit<ReportChart, "place">,
): ReportSheet {
  const length = columns[0]?.length ?? 0;
  const header = columns.map((_, index) => text(`Column ${index + 1}`));
  const rows = Array.from({ length }, (_, row) => columns.map((cells) => cells[row] ?? null));
  return {
    name,
    rows: [header, ...rows],
    widths: columns.map(() => 18),
    frozenRows: 1,
    frozenColumns: 0,
    tables: [
      {
        name,
        row: 0,
        column: 0,
        rowCount: length + 1,
        columnCount: columns.length,
        filters: false,
        barColumns: [1],
      },
    ],
    names: [],
    charts: [{ ...chart, place: { row: length + 2, column: 0, rowCount: 18, columnCount: 6 } }],
  };
}

/** A report with one chart of each kind. */
export function chartReport(): Report {
  const stages = STAGES.map(text);
  const months = MONTHS.map(text);
  const money = (values: readonly (number | null)[]): (ReportCell | null)[] =>
    values.map((value) => figure(value, "amount"));
  const days = (values: readonly number[]): (ReportCell | null)[] =>
    values.map((value) => figure(value, "days"));
  const categories = column(0, 4);
  return {
    title: "Charts",
    asOfDay: AS_OF_DAY,
    currency: "EUR",
    amountPrefix: "€",
    sourceName: "deals.xlsx",
    sheets: [
      chartSheet("Pipecast Stages", [stages, [120, 84, 51, 30].map((value) => figure(value, "count"))], {
        kind: "bars",
        title: "One deal in four gets as far as negotiation",
        alt: "Bars: deals that reached each stage, from 120 leads to 30 negotiations.",
        categories,
        series: [{ name: "Reached", values: column(1, 4), role: "actual" }],
      }),
      chartSheet("Time in stage", [stages, days([5, 9, 24, 12]), days([14, 30, 71, 33])], {
        kind: "columns",
        title: "Proposal holds deals 24 days, twice as long as any other stage",
        alt: "Columns: median and 90th percentile of days in each stage.",
        categories,
        series: [
          { name: "Median days", values: column(1, 4), role: "actual" },
          { name: "90th percentile", values: column(2, 4), role: "context" },
        ],
      }),
      chartSheet(
        "Bob's forecast",
        [
          months,
          money([31_000, 45_000, 38_000, 40_000, 30_000, 28_000, 25_000]),
          money([0, 0, 0, 0, 30_000, 40_000, 52_000]),
          money([null, null, null, 40_000, 44_000, 47_000, 50_000]),
          money([31_000, 45_000, 38_000, 40_000, null, null, null]),
          money([42_000, 42_000, 42_000, 42_000, 50_000, 50_000, 50_000]),
        ],
        {
          kind: "fan",
          title: "September brings 25,000 to 77,000 euros",
          alt: "Fan: won amounts by month until June, then the forecast with its range, and the target.",
          categories: column(0, 7),
          valueTitle: "Won amount",
          series: [
            { name: "Lower", values: column(1, 7), role: "range-start" },
            { name: "80 % range", values: column(2, 7), role: "range" },
            { name: "Forecast", values: column(3, 7), role: "forecast" },
            { name: "Won", values: column(4, 7), role: "actual" },
            { name: "Target", values: column(5, 7), role: "target" },
          ],
        },
      ),
      chartSheet("Backtest", [months.slice(0, 5), money([30, 42, 38, 41, 36]), money([33, 39, 44, 35, 37])], {
        kind: "lines",
        title: "Forecasts were 2 % too low",
        alt: "Lines: what was forecast and what came, by month.",
        categories: column(0, 5),
        series: [
          { name: "Forecast", values: column(1, 5), role: "context" },
          { name: "Outcome", values: column(2, 5), role: "actual" },
        ],
      }),
      chartSheet("Dots", [days([1, 5, 9, 12]), money([1_000, 5_000, 2_000, 9_000])], {
        kind: "dots",
        title: "Older deals are larger",
        alt: "Dots: amount of each open deal by its age in days.",
        categories,
        categoryTitle: "Age in days",
        valueTitle: "Amount",
        series: [{ name: "Open deals", values: column(1, 4), role: "actual" }],
      }),
    ],
  };
}
