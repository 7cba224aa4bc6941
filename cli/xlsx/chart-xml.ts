import type { CellArea, ChartSeries, ReportChart, ReportSheet } from "../../engine/index.ts";
import { axisFormatOf, type Drawn, hasNegative, seriesXml } from "./chart-series.ts";
import { escapedXml } from "./xml-text.ts";

const CATEGORY_AXIS = 500_001;
const VALUE_AXIS = 500_002;
const QUIET = "666666";
const RULE = "D9D9D9";
const AXES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

/** A chart part as Excel itself writes them, of the plainest kind. */
export function chartXml(sheet: ReportSheet, chart: ReportChart, amountPrefix: string): string {
  const shown = chart.series.filter(({ role }) => role !== "range-start");
  const hidden = chart.series.findIndex(({ role }) => role === "range-start");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title, 1200, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotsXml(sheet, chart, amountPrefix)}${axesXml(sheet, chart, amountPrefix)}<c:spPr><a:noFill/></c:spPr></c:plotArea>${shown.length > 1 ? legendXml(hidden) : ""}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`;
}

function plotsXml(sheet: ReportSheet, chart: ReportChart, amountPrefix: string): string {
  const draw = (series: readonly ChartSeries[], drawn: Drawn): string =>
    series
      .map((one) => seriesXml(sheet, one, chart.series.indexOf(one), drawn, chart.categories, amountPrefix))
      .join("");
  const { series, kind } = chart;
  if (kind === "dots") {
    return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${draw(series, "dots")}${AXES}</c:scatterChart>`;
  }
  if (kind === "bars" || kind === "columns") {
    const direction = kind === "bars" ? "bar" : "col";
    return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${draw(series, "filled")}<c:gapWidth val="60"/>${AXES}</c:barChart>`;
  }
  const ranges = series.filter(({ role }) => role.startsWith("range"));
  const lines = series.filter(({ role }) => !role.startsWith("range"));
  const areas = `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${draw(ranges, "filled")}${AXES}</c:areaChart>`;
  const overlaid = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${draw(lines, "line")}<c:marker val="1"/>${AXES}</c:lineChart>`;
  return (ranges.length > 0 ? areas : "") + (lines.length > 0 ? overlaid : "");
}

function axesXml(sheet: ReportSheet, chart: ReportChart, amountPrefix: string): string {
  const values: CellArea | undefined = chart.series.find(({ role }) => role !== "range")?.values;
  const valueFormat = values ? axisFormatOf(sheet, values, amountPrefix) : "General";
  const acrossFormat = axisFormatOf(sheet, chart.categories, amountPrefix);
  const isLying = chart.kind === "bars";
  /** Bars bear their figures, so that they need no axis. */
  const labelled = isLying || chart.kind === "columns";
  const across = axisParts({
    id: CATEGORY_AXIS,
    crossing: VALUE_AXIS,
    position: isLying ? "l" : "b",
    isReversed: isLying,
    isHidden: false,
    gridlines: "",
    title: chart.categoryTitle,
    format: acrossFormat,
    crosses: "autoZero",
    startsAtZero: false,
  });
  const up = axisParts({
    id: VALUE_AXIS,
    crossing: CATEGORY_AXIS,
    position: isLying ? "b" : "l",
    isReversed: false,
    isHidden: labelled,
    gridlines: labelled ? "" : `<c:majorGridlines><c:spPr>${lineXml(RULE)}</c:spPr></c:majorGridlines>`,
    title: chart.valueTitle,
    format: valueFormat,
    crosses: isLying ? "max" : "autoZero",
    startsAtZero: chart.kind !== "dots" && !chart.series.some(({ values }) => hasNegative(sheet, values)),
  });
  if (chart.kind === "dots") {
    return `<c:valAx>${across}<c:crossBetween val="midCat"/></c:valAx><c:valAx>${up}<c:crossBetween val="midCat"/></c:valAx>`;
  }
  return `<c:catAx>${across}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx>${up}<c:crossBetween val="between"/></c:valAx>`;
}

interface Axis {
  readonly id: number;
  readonly crossing: number;
  readonly position: "l" | "b";
  readonly isReversed: boolean;
  readonly isHidden: boolean;
  readonly gridlines: string;
  readonly title: string | undefined;
  readonly format: string;
  readonly crosses: "autoZero" | "max";
  readonly startsAtZero: boolean;
}

/** What both kinds of axes have, in the schema's order. */
function axisParts(axis: Axis): string {
  const orientation = axis.isReversed ? "maxMin" : "minMax";
  return [
    `<c:axId val="${axis.id}"/><c:scaling><c:orientation val="${orientation}"/>${axis.startsAtZero ? '<c:min val="0"/>' : ""}</c:scaling>`,
    `<c:delete val="${axis.isHidden ? 1 : 0}"/><c:axPos val="${axis.position}"/>${axis.gridlines}`,
    axis.title === undefined ? "" : titleXml(axis.title, 900, false),
    `<c:numFmt formatCode="${escapedXml(axis.format)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:spPr>${lineXml(RULE)}</c:spPr>${textXml(900, QUIET)}`,
    `<c:crossAx val="${axis.crossing}"/><c:crosses val="${axis.crosses}"/>`,
  ].join("");
}

function lineXml(colour: string): string {
  return `<a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln>`;
}

function textXml(size: number, colour: string): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

function titleXml(text: string, size: number, isBold: boolean): string {
  const look = `sz="${size}" b="${isBold ? 1 : 0}"`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}/></a:pPr><a:r><a:rPr lang="en-GB" ${look}/><a:t>${escapedXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The unseen start of a range has no place in the legend. */
function legendXml(hidden: number): string {
  const left = hidden < 0 ? "" : `<c:legendEntry><c:idx val="${hidden}"/><c:delete val="1"/></c:legendEntry>`;
  return `<c:legend><c:legendPos val="b"/>${left}<c:overlay val="0"/>${textXml(900, QUIET)}</c:legend>`;
}
