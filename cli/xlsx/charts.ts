import type { Report, ReportChart, ReportSheet } from "../../engine/index.ts";
import { chartXml } from "./chart-xml.ts";
import { escapedXml } from "./xml-text.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT_TYPES = "[Content_Types].xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const DRAWING_ID = "rIdDrawing";
/** What may stand behind a sheet's drawing. */
const BEHIND_DRAWING =
  /<(?:legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|\/worksheet)\b/;

/** The parts of a package, by name; text parts as text. */
export type TextParts = Map<string, string>;

/**
 * Adds native charts to the parts of a report workbook: a drawing for each sheet that has charts, a chart part for
 * each of them. Sheets' parts are named `sheet1.xml` and up, in their order.
 */
export function addCharts(parts: TextParts, report: Report): void {
  let charts = 0;
  let drawings = 0;
  report.sheets.forEach((sheet, index) => {
    if (sheet.charts === undefined || sheet.charts.length === 0) return;
    const first = charts + 1;
    for (const chart of sheet.charts) {
      charts++;
      addPart(parts, `xl/charts/chart${charts}.xml`, CHART_TYPE, chartXml(sheet, chart, report.amountPrefix));
    }
    drawings++;
    addDrawing(parts, sheet, `xl/worksheets/sheet${index + 1}.xml`, drawings, first);
  });
}

function addPart(parts: TextParts, name: string, type: string, text: string): void {
  parts.set(name, text);
  edit(parts, CONTENT_TYPES, (types) =>
    types.replace("</Types>", `<Override PartName="/${name}" ContentType="${type}"/></Types>`),
  );
}

function addDrawing(
  parts: TextParts,
  sheet: ReportSheet,
  sheetPart: string,
  number: number,
  firstChart: number,
): void {
  const charts = sheet.charts ?? [];
  const anchors = charts.map((chart, index) => anchorXml(chart, index + 1));
  const drawing = `xl/drawings/drawing${number}.xml`;
  addPart(
    parts,
    drawing,
    DRAWING_TYPE,
    `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors.join("")}</xdr:wsDr>`,
  );
  const relations = charts.map((_, index) =>
    relationXml(`rId${index + 1}`, "chart", `../charts/chart${firstChart + index}.xml`),
  );
  parts.set(`xl/drawings/_rels/drawing${number}.xml.rels`, relationsXml(relations.join("")));
  const sheetRelations = sheetPart.replace(/([^/]+)$/, "_rels/$1.rels");
  if (!parts.has(sheetRelations)) parts.set(sheetRelations, relationsXml(""));
  const relation = relationXml(DRAWING_ID, "drawing", `../drawings/drawing${number}.xml`);
  edit(parts, sheetRelations, (text) => text.replace("</Relationships>", `${relation}</Relationships>`));
  edit(parts, sheetPart, withDrawing);
}

/** The schema wants the drawing behind the page set-up and before tables and extensions. */
function withDrawing(text: string): string {
  const setUp = text.lastIndexOf("<pageMargins");
  const behind = text.slice(Math.max(0, setUp)).search(BEHIND_DRAWING);
  if (setUp < 0 || behind < 0) throw new Error("The sheet has no page set-up.");
  const at = setUp + behind;
  return `${text.slice(0, at)}<drawing r:id="${DRAWING_ID}"/>${text.slice(at)}`;
}

function edit(parts: TextParts, name: string, change: (text: string) => string): void {
  const text = parts.get(name);
  if (text === undefined) throw new Error(`The workbook has no part ${name}.`);
  parts.set(name, change(text));
}

function relationXml(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function relationsXml(relations: string): string {
  return `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${relations}</Relationships>`;
}

/** Where a chart stands: it moves and grows with the cells that it covers. */
function anchorXml({ place, title, alt }: ReportChart, number: number): string {
  const corner = (tag: string, column: number, row: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const from = corner("from", place.column, place.row);
  const to = corner("to", place.column + place.columnCount, place.row + place.rowCount);
  const properties = `<xdr:cNvPr id="${number + 1}" name="${escapedXml(`Chart ${number}`)}" descr="${escapedXml(alt)}" title="${escapedXml(title)}"/>`;
  return `<xdr:twoCellAnchor>${from}${to}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rId${number}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}
