import {
  addressOf,
  type CellArea,
  type ChartRole,
  type ChartSeries,
  numberFormat,
  type ReportCell,
  type ReportSheet,
} from "../../engine/index.ts";
import { quotedName } from "./graft-sheet.ts";
import { escapedXml } from "./xml-text.ts";

/** Excel counts days from 1899-12-30. */
const EXCEL_DAY_ZERO = 25_569;
/** Okabe–Ito; dark enough to be told apart in grey, with a pattern or a dash where two could be mixed up. */
const COLOURS: Readonly<Record<ChartRole, string>> = {
  actual: "0072B2",
  forecast: "0072B2",
  won: "009E73",
  attention: "E69F00",
  problem: "D55E00",
  context: "999999",
  target: "222222",
  range: "BBDDF0",
  "range-start": "FFFFFF",
};
/** Lines that are no facts are broken, each in its way. */
const DASHES: ReadonlyMap<ChartRole, string> = new Map([
  ["target", "dash"],
  ["forecast", "sysDash"],
  ["context", "sysDot"],
]);
const LINE_WIDTH = 28_575;

export type Drawn = "filled" | "line" | "dots";

/** One series of a chart, its cells and what they hold now. */
export function seriesXml(
  sheet: ReportSheet,
  series: ChartSeries,
  index: number,
  drawn: Drawn,
  categories: CellArea,
  amountPrefix: string,
): string {
  const name = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapedXml(series.name)}</c:v></c:tx>`;
  const [across, up] = drawn === "dots" ? ["c:xVal", "c:yVal"] : ["c:cat", "c:val"];
  const labels =
    drawn === "filled" && !series.role.startsWith("range") ? labelsXml(sheet, series, amountPrefix) : "";
  const numbers = `<${up}>${cellsXml(sheet, series.values, amountPrefix)}</${up}>`;
  const names = `<${across}>${cellsXml(sheet, categories, amountPrefix)}</${across}>`;
  const smooth = drawn === "filled" ? "" : '<c:smooth val="0"/>';
  return `<c:ser>${name}${lookXml(series.role, drawn)}${labels}${names}${numbers}${smooth}</c:ser>`;
}

/** Fill, line and marker of a series. */
function lookXml(role: ChartRole, drawn: Drawn): string {
  const colour = `<a:solidFill><a:srgbClr val="${COLOURS[role]}"/></a:solidFill>`;
  if (role === "range-start") return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>";
  if (drawn === "filled") {
    const bars = role.startsWith("range") ? "" : '<c:invertIfNegative val="0"/>';
    const outline = role === "context" ? `<a:ln w="9525">${colour}</a:ln>` : "<a:ln><a:noFill/></a:ln>";
    return `<c:spPr>${role === "context" ? hatching() : colour}${outline}</c:spPr>${bars}`;
  }
  const fill = `<c:spPr>${colour}<a:ln w="9525"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>`;
  const marker =
    role === "target"
      ? '<c:marker><c:symbol val="none"/></c:marker>'
      : `<c:marker><c:symbol val="circle"/><c:size val="6"/>${fill}</c:marker>`;
  if (drawn === "dots") return `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${marker}`;
  const dash = DASHES.has(role) ? `<a:prstDash val="${DASHES.get(role)}"/>` : "";
  return `<c:spPr><a:ln w="${LINE_WIDTH}" cap="rnd">${colour}${dash}<a:round/></a:ln></c:spPr>${marker}`;
}

function hatching(): string {
  return `<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="${COLOURS.context}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;
}

/** Figures at the bars themselves, so that no eye must travel to an axis. */
function labelsXml(sheet: ReportSheet, series: ChartSeries, amountPrefix: string): string {
  const format = escapedXml(labelFormat(formatOf(sheet, series.values, amountPrefix)));
  return `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

/** A figure that is not known stands as a dash in its cell, which a chart takes for zero: it bears no label. */
function labelFormat(format: string): string {
  const sections = format.split(";");
  return sections.length > 1 ? `[=0]"";${sections[0]};${sections.at(-1)}` : `${format};-${format};`;
}

/** The number format of an axis: whole amounts, whatever the cells show. */
export function axisFormatOf(sheet: ReportSheet, area: CellArea, amountPrefix: string): string {
  const isAmount = cellsOf(sheet, area).some((cell) => cell?.unit === "amount");
  return isAmount ? `"${amountPrefix}"#,##0` : formatOf(sheet, area, amountPrefix);
}

/** Whether an area holds a figure below zero. */
export function hasNegative(sheet: ReportSheet, area: CellArea): boolean {
  return cellsOf(sheet, area).some((cell) => typeof cell?.value === "number" && cell.value < 0);
}

/** The number format of the first figure of an area, one that is not 0 if there is any. */
export function formatOf(sheet: ReportSheet, area: CellArea, amountPrefix: string): string {
  const figures = cellsOf(sheet, area).filter((cell) => cell !== null && cell.unit !== "text");
  const first = figures.find((cell) => cell?.value !== 0) ?? figures[0];
  return first ? numberFormat(first, amountPrefix) : "General";
}

function cellsOf(sheet: ReportSheet, area: CellArea): (ReportCell | null)[] {
  return Array.from(
    { length: area.rowCount },
    (_, offset) => sheet.rows[area.row + offset]?.[area.column] ?? null,
  );
}

/** A reference to cells, with what they hold now for programs that do not look them up. */
function cellsXml(sheet: ReportSheet, area: CellArea, amountPrefix: string): string {
  const cells = cellsOf(sheet, area);
  const isText = cells.some((cell) => typeof cell?.value === "string");
  const points = cells.map((cell, index) => {
    if (cell === null || cell.value === null) return "";
    const stored =
      cell.unit === "day" && typeof cell.value === "number" ? cell.value + EXCEL_DAY_ZERO : cell.value;
    return `<c:pt idx="${index}"><c:v>${escapedXml(String(stored))}</c:v></c:pt>`;
  });
  const kind = isText ? "str" : "num";
  const format = isText
    ? ""
    : `<c:formatCode>${escapedXml(formatOf(sheet, area, amountPrefix))}</c:formatCode>`;
  const cache = `<c:${kind}Cache>${format}<c:ptCount val="${cells.length}"/>${points.join("")}</c:${kind}Cache>`;
  return `<c:${kind}Ref><c:f>${escapedXml(referenceTo(sheet, area))}</c:f>${cache}</c:${kind}Ref>`;
}

function referenceTo(sheet: ReportSheet, { row, column, rowCount }: CellArea): string {
  const absolute = (address: string): string => address.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const first = absolute(addressOf(row, column));
  return `${quotedName(sheet.name)}!${first}:${absolute(addressOf(row + rowCount - 1, column))}`;
}
