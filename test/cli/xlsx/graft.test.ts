import { expect, test } from "vitest";
import { graftReport } from "../../../cli/xlsx/graft.ts";
import { readRowGrids } from "../../helpers/row-grids.ts";
import {
  loadedByExcelJs,
  partNames,
  partsNotIn,
  partText,
  personalWorkbook,
  reportOf,
  withParts,
} from "./graft-workbooks.ts";
import { sheetXml, workbookOf } from "./handmade-workbook.ts";

/** The four parts that list sheets and styles; no other one may change. */
const LISTS = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"];
const REPORT = await reportOf(0.62);
const PERSONAL = withParts(await personalWorkbook(), {
  "xl/vbaProject.bin": Buffer.from([1, 2, 3]),
  "xl/charts/chart1.xml": "<c:chartSpace xmlns:c='urn:c'/>",
  "xl/pivotCache/pivotCacheRecords1.xml": "<r/>",
  "customXml/item1.xml": "\ufeff<anything/>",
  "xl/printerSettings/printerSettings1.bin": Buffer.from([0, 255]),
});

function sheetList(file: Uint8Array): string[] {
  return [...partText(file, "xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(([tag]) => tag);
}

test("every part but the four lists stays byte for byte, and at its place", () => {
  const { bytes, sheets } = graftReport(PERSONAL, REPORT);
  expect(sheets).toEqual(["Pipecast Overview", "Pipecast Glossary"]);
  expect(partsNotIn(PERSONAL, bytes)).toEqual(LISTS);
  expect(partNames(bytes).slice(0, partNames(PERSONAL).length)).toEqual(partNames(PERSONAL));
  expect(partNames(bytes).slice(partNames(PERSONAL).length)).toEqual([
    "xl/worksheets/sheet3.xml",
    "xl/worksheets/sheet4.xml",
  ]);
});

test("exceljs reads back the person's sheets and the report's, formats and links", async () => {
  const book = await loadedByExcelJs(graftReport(PERSONAL, REPORT).bytes);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "Deals",
    "Notes",
    "Pipecast Overview",
    "Pipecast Glossary",
  ]);
  const deals = book.getWorksheet("Deals");
  expect(deals?.getCell("B2").numFmt).toBe("#,##0.00 €");
  expect(deals?.getCell("A1").fill).toMatchObject({ fgColor: { argb: "FFFFEE00" } });
  const overview = book.getWorksheet("Pipecast Overview");
  expect(overview?.getCell("B2").value).toBe(0.62);
  expect(overview?.getCell("B2").numFmt).toBe('0.0 "%"');
  expect(overview?.getCell("A1").font).toMatchObject({ bold: true, color: { argb: "FF0072B2" } });
  expect(book.getWorksheet("Pipecast Glossary")?.getCell("A1").value).toBe("<Win rate> & more");
  expect(book.definedNames.getRanges("pipecast_win_rate").ranges).toEqual(["'Pipecast Overview'!$B$2"]);
  expect(book.definedNames.getRanges("first_value").ranges).toEqual(["Deals!$B$2"]);
});

test("styles are appended: every one of the person's keeps its number", () => {
  const { bytes } = graftReport(PERSONAL, REPORT);
  for (const list of ["fonts", "fills", "borders", "cellXfs", "numFmts"]) {
    const items = (file: Uint8Array): string =>
      new RegExp(`<${list}[^>]*>(.*)</${list}>`, "s").exec(partText(file, "xl/styles.xml"))?.[1] ?? "";
    expect(items(bytes).startsWith(items(PERSONAL))).toBe(true);
  }
  const count = /<cellXfs count="(\d+)"/.exec(partText(bytes, "xl/styles.xml"))?.[1];
  expect(Number(count)).toBe(partText(bytes, "xl/styles.xml").match(/<xf [^>]*xfId="0"/g)?.length);
});

test("the same report twice gives the same bytes as once", () => {
  const once = graftReport(PERSONAL, REPORT).bytes;
  expect(graftReport(once, REPORT).bytes.equals(once)).toBe(true);
});

test("a new report renews the sheets in place: ids, order, formulas and the number of parts stay", async () => {
  const once = graftReport(PERSONAL, REPORT).bytes;
  const built = withParts(once, {
    "xl/worksheets/sheet2.xml": sheetXml(
      '<row r="1"><c r="A1"><f>\'Pipecast Overview\'!B2+pipecast_win_rate</f><v>1.24</v></c></row>',
    ),
  });
  const renewed = graftReport(built, await reportOf(0.5)).bytes;
  expect(sheetList(renewed)).toEqual(sheetList(once));
  expect(partNames(renewed)).toEqual(partNames(once));
  expect(partsNotIn(built, renewed)).toEqual(["xl/worksheets/sheet3.xml"]);
  expect(partText(renewed, "xl/workbook.xml")).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
  const book = await loadedByExcelJs(renewed);
  expect(book.getWorksheet("Pipecast Overview")?.getCell("B2").value).toBe(0.5);
});

test("a sheet of ours that the person renamed, moved and hid is renewed where it is", async () => {
  const once = graftReport(PERSONAL, REPORT).bytes;
  const renamed = withParts(once, {
    "xl/workbook.xml": (text) =>
      text
        .replace('name="Pipecast Overview"', 'name="Bob\'s report" state="hidden"')
        .replaceAll("'Pipecast Overview'!", "'Bob''s report'!"),
  });
  const graft = graftReport(renamed, await reportOf(0.4));
  expect(graft.renamed).toEqual([{ wanted: "Pipecast Overview", given: "Bob's report" }]);
  const book = await loadedByExcelJs(graft.bytes);
  expect(book.worksheets.map(({ name, state }) => [name, state]).slice(2)).toEqual([
    ["Bob's report", "hidden"],
    ["Pipecast Glossary", "visible"],
  ]);
  expect(book.getWorksheet("Bob's report")?.getCell("B2").value).toBe(0.4);
  expect(book.definedNames.getRanges("pipecast_win_rate").ranges).toEqual(["'Bob''s report'!$B$2"]);
});

test("a person's sheet that bears our name is not touched; ours says that it got another one", async () => {
  const own = await personalWorkbook((book) => {
    book.addWorksheet("pipecast glossary").getCell("A1").value = "my words";
  });
  const graft = graftReport(own, REPORT);
  expect(graft.renamed).toEqual([{ wanted: "Pipecast Glossary", given: "Pipecast Glossary (2)" }]);
  expect(partText(graft.bytes, "xl/worksheets/sheet4.xml")).toContain("#'Pipecast Glossary (2)'!A1");
  expect(partsNotIn(own, graft.bytes)).toEqual(LISTS);
  const again = graftReport(graft.bytes, REPORT);
  expect(again.bytes.equals(graft.bytes)).toBe(true);
});

test("a copy that the person made of our sheet is theirs", () => {
  const once = graftReport(PERSONAL, REPORT).bytes;
  const copied = withParts(once, {
    "xl/workbook.xml": (text) =>
      text
        .replace("</sheets>", '<sheet name="Keep" sheetId="99" r:id="rId2"/></sheets>')
        .replace(
          "<definedNames>",
          '<definedNames><definedName name="_pipecast_sheet" localSheetId="4" hidden="1">"Pipecast Overview"</definedName>',
        ),
  });
  const renewed = graftReport(copied, REPORT).bytes;
  expect(sheetList(renewed)).toEqual(sheetList(copied));
  expect(partsNotIn(copied, renewed).filter((name) => !LISTS.includes(name))).toEqual([]);
});

test("the reader leaves our sheets out: a report is no source of figures", async () => {
  const { bytes } = graftReport(PERSONAL, REPORT);
  expect((await readRowGrids(bytes)).map(({ sheet }) => sheet)).toEqual(["Deals", "Notes"]);
  expect(await readRowGrids(bytes)).toEqual(await readRowGrids(PERSONAL));
});

test("works on prefixed parts, and gives a workbook styles that has none", async () => {
  const bare = workbookOf({ "[Content_Types].xml": await typesOf(PERSONAL) });
  const prefixed = withParts(bare, {
    "xl/workbook.xml": (text) => text.replace(/<(\/?)(?=[a-z])/g, "<$1x:").replace("xmlns=", "xmlns:x="),
    "xl/_rels/workbook.xml.rels": (text) =>
      text
        .replace(/<Relationship Id="rId[23]"[^>]*>/g, "")
        .replace(/<(\/?)(?=[A-Z])/g, "<$1p:")
        .replace("xmlns=", "xmlns:p="),
  });
  const { bytes } = graftReport(prefixed, REPORT);
  expect(partText(bytes, "xl/workbook.xml")).toMatch(/<x:sheet name="Pipecast Overview"[^>]*\/>/);
  const grids = await readRowGrids(bytes, ({ isReport }) => isReport);
  expect(grids.map(({ rows }) => rows[1]?.[1] ?? rows[0]?.[0])).toEqual([0.62, "<Win rate> & more"]);
  expect(partNames(bytes)).toContain("xl/styles1.xml");
  expect(graftReport(bytes, REPORT).bytes.equals(bytes)).toBe(true);
});

async function typesOf(file: Uint8Array): Promise<string> {
  return partText(file, "[Content_Types].xml");
}
