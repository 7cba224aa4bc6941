import type { Report } from "../../engine/index.ts";
import { addCharts } from "../xlsx/charts.ts";
import { ZipPackage } from "../xlsx/zip-package.ts";
import { writeZip } from "../xlsx/zip-writer.ts";
import { withFixedIds } from "./fixed-ids.ts";
import { sheetLinks } from "./links.ts";

/**
 * Adds what exceljs cannot write to its package (links with a place inside a file, charts), and packs it anew with
 * fixed ids and times; all its parts are text. exceljs names the sheets' parts `sheet1.xml` and up, in order.
 */
export function finishPackage(packed: Uint8Array, report: Report): Uint8Array {
  const source = new ZipPackage(packed);
  const parts = new Map(source.entries.map(({ name }) => [name, source.read(name).toString("utf8")]));
  report.sheets.forEach((sheet, index) => {
    const { xml, relations } = sheetLinks(sheet, report);
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const part = parts.get(path);
    if (part === undefined) throw new Error(`The workbook has no part ${path}.`);
    parts.set(path, withLinks(withFixedIds(part), xml));
    if (relations !== "") parts.set(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relations);
  });
  addCharts(parts, report);
  return writeZip([...parts].map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

/** Links stand right before the page set-up; the schema wants this order. */
function withLinks(sheetXml: string, links: string): string {
  const at = sheetXml.search(/<(printOptions|pageMargins)\b/);
  if (at < 0) throw new Error("The sheet has no page set-up.");
  return sheetXml.slice(0, at) + links + sheetXml.slice(at);
}
