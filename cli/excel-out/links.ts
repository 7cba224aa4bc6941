import { addressOf, type Link, type Place, type Report, type ReportSheet } from "../../engine/index.ts";
import { escapedXml } from "../xlsx/xml-text.ts";

/** Links as Excel itself writes them: a place in this workbook, or the user's file and a place in it. */
export interface SheetLinks {
  /** The `<hyperlinks>` element; empty where the sheet has no links. */
  readonly xml: string;
  /** The relations part that names the user's file; empty where the sheet does not link to it. */
  readonly relations: string;
}

const SOURCE_ID = "rIdSource";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** The links of one sheet. Cells of a .csv or of standard input cannot be linked to: those links are left out. */
export function sheetLinks(sheet: ReportSheet, report: Report): SheetLinks {
  const hasSource = /\.xls[xm]$/i.test(report.sourceName);
  const elements: string[] = [];
  let usesSource = false;
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (cell?.link === undefined || (cell.link.to === "source" && !hasSource)) return;
      usesSource = usesSource || cell.link.to === "source";
      elements.push(linkXml(addressOf(rowIndex, column), cell.link));
    });
  });
  const xml = elements.length === 0 ? "" : `<hyperlinks>${elements.join("")}</hyperlinks>`;
  return { xml, relations: usesSource ? relationsXml(report.sourceName) : "" };
}

function linkXml(address: string, { to, place }: Link): string {
  const relation = to === "source" ? ` r:id="${SOURCE_ID}"` : "";
  return `<hyperlink ref="${address}"${relation} location="${escapedXml(locationOf(place))}"/>`;
}

function locationOf({ sheet, cell }: Place): string {
  return `'${sheet.replace(/'/g, "''")}'!${cell ?? "A1"}`;
}

function relationsXml(fileName: string): string {
  // Windows lets a name hold half a character, which no address can.
  const whole = fileName.replace(/\p{Cs}/gu, "\ufffd");
  const target = escapedXml(encodeURI(whole).replace(/[#?]/g, encodeURIComponent));
  const relation = `<Relationship Id="${SOURCE_ID}" Type="${HYPERLINK}" Target="${target}" TargetMode="External"/>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}">${relation}</Relationships>`;
}
