import {
  addressOf,
  type CellArea,
  type ChartRole,
  type ReportChart,
  type ReportSheet,
} from "../../engine/index.ts";
import { columnPixels, ROW_PIXELS } from "./sheet-pixels.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

const COLOURS: Readonly<Record<ChartRole, string>> = {
  actual: "#0072b2",
  forecast: "#0072b2",
  won: "#009e73",
  attention: "#e69f00",
  problem: "#d55e00",
  context: "#999999",
  target: "#222222",
  range: "#8fc1de",
  "range-start": "#ffffff",
};
/** Lines that are no facts are broken, each in its way. */
const DASHES: Partial<Record<ChartRole, readonly number[]>> = {
  target: [6, 4],
  forecast: [2, 2],
  context: [1, 3],
};

/**
 * The sheet's charts, native and editable; returns their ids, in the report's order. A chart that is there is given
 * its new cells and title and keeps what a person changed of its looks. `known` are the ids of those drawn last time.
 */
export function drawCharts(
  target: Sheet,
  sheet: ReportSheet,
  known: readonly number[],
  isBlank: boolean,
): readonly number[] {
  const charts = sheet.charts ?? [];
  const there = isBlank ? [] : ourCharts(target.getCharts(), charts, known);
  charts.forEach((chart, index) => {
    const existing = there[index];
    if (existing) target.updateChart(fill(existing.modify().clearRanges(), target, chart).build());
    else target.insertChart(dress(fill(target.newChart(), target, chart), sheet, chart).build());
  });
  for (const gone of there.slice(charts.length)) if (gone) target.removeChart(gone);
  const kept = there.slice(0, charts.length);
  const drawn = kept.length === charts.length && kept.every((chart) => chart !== undefined);
  return idsOf(drawn ? kept : ourCharts(target.getCharts(), charts, []));
}

/** Our charts among those of a sheet: by their ids, else by the cells that they are drawn from. */
function ourCharts(
  found: readonly Chart[],
  charts: readonly ReportChart[],
  known: readonly number[],
): readonly (Chart | undefined)[] {
  if (known.length > 0) {
    const byId = new Map(found.map((chart) => [chart.getChartId(), chart] as const));
    return known.map((id) => byId.get(id));
  }
  const byCells = new Map(found.map((chart) => [cellsOfChart(chart), chart] as const));
  return charts.map((chart) => byCells.get(cellsOf(chart)));
}

function idsOf(charts: readonly (Chart | undefined)[]): readonly number[] {
  return charts.map((chart) => chart?.getChartId() ?? 0);
}

/** The cells that a chart is drawn from, as one text. */
function cellsOf({ categories, series }: ReportChart): string {
  return [categories, ...series.map(({ values }) => values)].map(a1Of).join(",");
}

function cellsOfChart(chart: Chart): string {
  return chart
    .getRanges()
    .map((range) => range.getA1Notation())
    .join(",");
}

function a1Of({ row, column, rowCount, columnCount }: CellArea): string {
  const first = addressOf(row, column);
  const last = addressOf(row + rowCount - 1, column + columnCount - 1);
  return first === last ? first : `${first}:${last}`;
}

function fill(builder: Builder, target: Sheet, chart: ReportChart): Builder {
  const areas = [chart.categories, ...chart.series.map(({ values }) => values)];
  for (const { row, column, rowCount, columnCount } of areas)
    builder.addRange(target.getRange(row + 1, column + 1, rowCount, columnCount));
  return builder.setOption("title", chart.title);
}

function dress(builder: Builder, sheet: ReportSheet, chart: ReportChart): Builder {
  const { place, kind, series } = chart;
  const widths = sheet.widths.slice(place.column, place.column + place.columnCount).map(columnPixels);
  const [names, values] = kind === "bars" ? ["vAxis", "hAxis"] : ["hAxis", "vAxis"];
  return builder
    .setChartType(chartType(kind))
    .setNumHeaders(0)
    .setPosition(place.row + 1, place.column + 1, 0, 0)
    .setOption(
      "width",
      widths.reduce((sum, width) => sum + width, 0),
    )
    .setOption("height", place.rowCount * ROW_PIXELS)
    .setOption("legend", { position: series.length > 1 ? "bottom" : "none" })
    .setOption("isStacked", kind === "fan")
    .setOption(`${names}.title`, chart.categoryTitle ?? "")
    .setOption(`${values}.title`, chart.valueTitle ?? "")
    .setOption(`${values}.minValue`, 0)
    .setOption("series", seriesLooks(chart));
}

function chartType(kind: ReportChart["kind"]): GoogleAppsScript.Charts.ChartType {
  const { BAR, COLUMN, COMBO, LINE, SCATTER } = Charts.ChartType;
  return { bars: BAR, columns: COLUMN, fan: COMBO, lines: LINE, dots: SCATTER }[kind];
}

/** Looks by position: a range is an area on one that is not seen; the rest are lines or bars with their figures. */
function seriesLooks({ kind, series }: ReportChart): Record<number, Record<string, unknown>> {
  const looks = series.map(({ name, role }, index) => {
    const shared = { labelInLegend: name, color: COLOURS[role] };
    const dash = DASHES[role];
    if (kind === "bars" || kind === "columns") return [index, { ...shared, dataLabel: "value" }] as const;
    if (role === "range-start")
      return [
        index,
        { ...shared, type: "area", areaOpacity: 0, lineWidth: 0, visibleInLegend: false },
      ] as const;
    if (role === "range")
      return [index, { ...shared, type: "area", areaOpacity: 0.4, lineWidth: 0 }] as const;
    const line = {
      ...shared,
      type: "line",
      lineWidth: kind === "dots" ? 0 : 2,
      pointSize: role === "target" ? 0 : 5,
    };
    return [index, dash ? { ...line, lineDashStyle: dash } : line] as const;
  });
  return Object.fromEntries(looks);
}
