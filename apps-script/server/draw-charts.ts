import {
  addressOf,
  type CellArea,
  type ChartRole,
  type ReportChart,
  type ReportSheet,
} from "../../engine/index.ts";
import type { LayoutPart } from "./layout-marks.ts";
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

export interface ChartsBefore {
  /** The ids of the charts drawn last time, in the report's order; none where they are not known. */
  readonly known: readonly number[];
  readonly isBlank: boolean;
  readonly changed: (part: LayoutPart) => boolean;
}

/**
 * The sheet's charts, native and editable; returns their ids, in the report's order. A chart that is there is given
 * its new cells and title, moves along with its place, and keeps what a person changed of its looks.
 */
export function drawCharts(
  target: Sheet,
  sheet: ReportSheet,
  { known, isBlank, changed }: ChartsBefore,
): readonly number[] {
  const charts = sheet.charts ?? [];
  const found = isBlank ? [] : target.getCharts();
  const there = ourCharts(found, charts, known);
  charts.forEach((chart, index) => {
    const existing = there[index];
    const builder = fill(existing ? existing.modify().clearRanges() : target.newChart(), target, chart);
    if (!existing || changed("kinds")) dress(builder, chart);
    if (!existing || changed("places")) place(builder, sheet, chart);
    if (existing) target.updateChart(builder.build());
    else target.insertChart(builder.build());
  });
  for (const gone of there.slice(charts.length)) if (gone) target.removeChart(gone);
  const added = charts.filter((_, index) => there[index] === undefined);
  const fresh = added.length === 0 ? [] : newIds(target, found, added);
  return charts.map((_, index) => there[index]?.getChartId() ?? fresh.shift() ?? 0);
}

/** The ids of charts just inserted. Sheets gives them in their order, or the last one first: their cells tell. */
function newIds(target: Sheet, before: readonly Chart[], inserted: readonly ReportChart[]): number[] {
  const ids = new Set(before.map((chart) => chart.getChartId()));
  const fresh = target.getCharts().filter((chart) => !ids.has(chart.getChartId()));
  const [first] = fresh;
  const last = inserted[inserted.length - 1];
  const isLastFirst = fresh.length > 1 && first && last && cellsOfChart(first) === cellsOf(last);
  return (isLastFirst ? [...fresh].reverse() : fresh).map((chart) => chart.getChartId() ?? 0);
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

function place(builder: Builder, sheet: ReportSheet, { place: area }: ReportChart): void {
  const widths = sheet.widths.slice(area.column, area.column + area.columnCount).map(columnPixels);
  builder
    .setPosition(area.row + 1, area.column + 1, 0, 0)
    .setOption(
      "width",
      widths.reduce((sum, width) => sum + width, 0),
    )
    .setOption("height", area.rowCount * ROW_PIXELS);
}

function dress(builder: Builder, chart: ReportChart): void {
  const { kind, series } = chart;
  const [names, values] = kind === "bars" ? ["vAxis", "hAxis"] : ["hAxis", "vAxis"];
  builder
    .setChartType(chartType(kind))
    .setNumHeaders(0)
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
