import { expect, test } from "vitest";
import { ReadError, type ReadFault } from "../../../cli/xlsx/read-error.ts";
import { writeZip } from "../../../cli/xlsx/zip-writer.ts";
import { readRowGrids } from "../../helpers/row-grids.ts";
import { workbookOf, workbookOfRows, workbookXml } from "./handmade-workbook.ts";
import { swollenWorkbook, withCopies, withEntry } from "./hostile-files.ts";

const SHEET = "xl/worksheets/sheet1.xml";

function zipOf(...names: string[]): Buffer {
  return writeZip(names.map((name) => ({ name, bytes: Buffer.from("x") })));
}

/** The file with one bit flipped, so many bytes after a text. */
function flipped(file: Buffer, text: string, offset: number, bit = 1): Buffer {
  const copy = Buffer.from(file);
  const at = copy.indexOf(text) + text.length + offset;
  copy[at] = (copy[at] ?? 0) ^ bit;
  return copy;
}

const FILES: readonly (readonly [what: string, fault: ReadFault, file: Uint8Array, says: RegExp])[] = [
  ["another archive", "damaged", zipOf("photo.jpg"), /holds no workbook/],
  ["a truncated workbook", "cut-short", workbookOf().subarray(0, 900), /cut short/],
  ["a name that climbs", "unsafe-name", zipOf("xl/../../evil.xml"), /"xl\/..\/..\/evil.xml"/],
  ["a name with a drive", "unsafe-name", zipOf("C:/evil.xml"), /no workbook has/],
  ["an absolute name", "unsafe-name", zipOf("/etc/evil.xml"), /no workbook has/],
  ["a name twice", "unsafe-name", zipOf("xl/a.xml", "xl/A.xml"), /twice/],
  ["an entry with a password", "encrypted", flipped(zipOf("a.xml"), "PK\x01\x02", 4), /password/],
  ["a flipped bit in the packed sheet", "damaged", flipped(workbookOf(), SHEET, 12, 4), /damaged/],
  ["a wrong checksum", "damaged", withEntry(workbookOf(), SHEET, { crc: 1 }), /checksum/],
  ["an unknown packing", "damaged", withEntry(workbookOf(), SHEET, { method: 12 }), /unknown way/],
  ["a part shorter than told", "damaged", withEntry(workbookOf(), SHEET, { bytes: 100_000 }), /length/],
  ["XML that stops", "broken-xml", workbookOf({ [SHEET]: "<worksheet><sheetData><row><c>" }), /broken/],
  ["XML that is none", "broken-xml", workbookOf({ [SHEET]: "" }), /broken/],
  [
    "entities that multiply",
    "document-type",
    workbookOf({ [SHEET]: '<!DOCTYPE x [<!ENTITY a "aaa">]><worksheet><sheetData/></worksheet>' }),
    /document type/,
  ],
  [
    "a missing shared text",
    "damaged",
    workbookOfRows('<row><c t="s"><v>3</v></c></row>'),
    /refers to a text/,
  ],
  [
    "a cell outside",
    "damaged",
    workbookOfRows('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'),
    /outside the sheet/,
  ],
  ["a row outside", "damaged", workbookOfRows('<row r="1048577"><c><v>1</v></c></row>'), /outside the sheet/],
  [
    "cells far to the right in many rows",
    "too-many-cells",
    workbookOfRows('<row><c r="XFD1"><v>1</v></c></row>'.replace(' r="XFD1"', ' r="XFD"').repeat(2_000)),
    /more cells/,
  ],
  ["1 GB of one value", "swollen", swollenWorkbook("a".repeat(1 << 20), 1_024), /unpacks to far more/],
  ["1 GB of rows", "swollen", swollenWorkbook("<row><c><v>1</v></c></row>".repeat(40_000), 1_000), /unpacks/],
  ["190 MB of one value", "broken-xml", swollenWorkbook("a".repeat(1 << 20), 180), /broken/],
  [
    "many parts that are large together",
    "swollen",
    withCopies(swollenWorkbook("<row/>".repeat(170_000), 150), "xl/worksheets/sheet1.xml", 4),
    /all its parts together/,
  ],
  [
    "one part listed as many sheets",
    "damaged",
    workbookOf({ "xl/workbook.xml": workbookXml('<sheet name="A" sheetId="1" r:id="rId1"/>'.repeat(1_000)) }),
    /same part/,
  ],
  ["a part larger than told", "swollen", swollenWorkbook("<row/>".repeat(170_000), 1_000, 5_000), /unpacks/],
];

test.each(FILES)("names %s", async (_, fault, file, says) => {
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  const error: unknown = await readRowGrids(file).catch((caught: unknown) => caught);
  if (!(error instanceof ReadError)) throw error;
  expect(error.message).toMatch(says);
  expect(error.fault).toBe(fault);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(2);
  // Node 24 lets its memory for new objects grow further than Node 20 and 22 before it tidies up.
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400);
});

test("reads a million blank styled rows, and blank cells in them, as nothing", async () => {
  const rows = '<row s="1" customFormat="1"/>'.repeat(10_000);
  const cells = '<row s="1" customFormat="1"><c s="1"/><c s="1"/></row>'.repeat(10_000);
  for (const repeated of [rows, cells]) {
    expect(await readRowGrids(swollenWorkbook(repeated, 100))).toEqual([{ sheet: "Deals", rows: [] }]);
  }
});
