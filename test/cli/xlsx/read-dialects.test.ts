import { expect, test } from "vitest";
import { openWorkbook } from "../../../cli/xlsx/workbook.ts";
import { readRowGrids, rowGrid } from "../../helpers/row-grids.ts";
import {
  relationsXml,
  sharedXml,
  sheetXml,
  stylesXml,
  workbookOf,
  workbookXml,
} from "./handmade-workbook.ts";

const ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>46203</v></c></row>';
const READ = [["Acmé", { kind: "day", day: 20634, second: 0 }]];
const SHARED = sharedXml("<si><t>Acmé</t></si>");
const STYLES = stylesXml(["yyyy-mm-dd"]);
const PARTS = {
  "xl/worksheets/sheet1.xml": sheetXml(ROWS),
  "xl/sharedStrings.xml": SHARED,
  "xl/styles.xml": STYLES,
};

async function rowsOf(file: Uint8Array): Promise<unknown> {
  return (await readRowGrids(file))[0]?.rows;
}

/** The same XML with a prefix on every element. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[a-z])/gi, "<$1x:").replace("xmlns=", "xmlns:x=");
}

test("reads XML with prefixes, as ClosedXML writes it", async () => {
  const parts = Object.entries({ ...PARTS, "xl/workbook.xml": workbookXml() });
  expect(
    await rowsOf(workbookOf(Object.fromEntries(parts.map(([name, xml]) => [name, prefixed(xml)])))),
  ).toEqual(READ);
});

test("reads absolute targets, other folders, and names in other letter case", async () => {
  const file = workbookOf({
    "xl/worksheets/sheet1.xml": null,
    "xl/_rels/workbook.xml.rels": relationsXml([
      ["rId1", "worksheet", "/tables/Deal%20list.xml"],
      ["rId2", "styles", "./../XL/Styles.xml"],
      ["rId3", "sharedStrings", "/xl/texts.xml"],
    ]),
    "tables/deal list.xml": sheetXml(ROWS),
    "xl/styles.xml": STYLES,
    "xl/texts.xml": SHARED,
  });
  expect(await rowsOf(file)).toEqual(READ);
});

test("reads strict workbooks", async () => {
  const strict = (xml: string): string =>
    xml
      .replaceAll(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
      )
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      );
  const file = workbookOf({
    "xl/worksheets/sheet1.xml": strict(sheetXml(ROWS)),
    "xl/sharedStrings.xml": strict(SHARED),
    "xl/styles.xml": strict(STYLES),
    "xl/workbook.xml": strict(workbookXml(undefined, '<workbookPr date1904="false"/>')),
    "_rels/.rels": strict(relationsXml([["rId1", "officeDocument", "xl/workbook.xml"]])),
    "xl/_rels/workbook.xml.rels": strict(
      relationsXml([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "styles", "styles.xml"],
        ["rId3", "sharedStrings", "sharedStrings.xml"],
      ]),
    ),
  });
  expect(await rowsOf(file)).toEqual(READ);
});

test("reads parts in UTF-16, of both byte orders, and with a UTF-8 mark", async () => {
  const declaration = '<?xml version="1.0" encoding="UTF-16"?>';
  const little = (xml: string): Buffer => Buffer.from(`\ufeff${declaration}${xml}`, "utf16le");
  const file = workbookOf({
    "xl/worksheets/sheet1.xml": little(sheetXml(ROWS)),
    "xl/sharedStrings.xml": little(SHARED).swap16(),
    "xl/styles.xml": `\ufeff${STYLES}`,
    "xl/workbook.xml": little(workbookXml()),
  });
  expect(await rowsOf(file)).toEqual(READ);
});

test("reads other encodings that the XML declares", async () => {
  const shared = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${SHARED}`, "latin1");
  expect(await rowsOf(workbookOf({ ...PARTS, "xl/sharedStrings.xml": shared }))).toEqual(READ);
});

test("does without shared texts, styles and relations of its sheets", async () => {
  const file = workbookOf({
    "xl/worksheets/sheet1.xml": sheetXml("<row><c><v>1</v></c></row>"),
    "xl/_rels/workbook.xml.rels": null,
  });
  expect(await rowsOf(file)).toEqual([[1]]);
});

test("lists sheets in the order of their tabs, marks hidden ones and passes over charts", async () => {
  const sheets =
    '<sheet name="B &amp; C" sheetId="7" r:id="rId9"/><sheet name="Chart" sheetId="2" r:id="rId4"/><sheet name="A" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="H" sheetId="3" state="hidden" r:id="rId5"/>';
  const workbook = openWorkbook(
    workbookOf({
      "xl/workbook.xml": workbookXml(sheets),
      "xl/_rels/workbook.xml.rels": relationsXml([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId4", "chartsheet", "chartsheets/sheet1.xml"],
        ["rId5", "worksheet", "worksheets/sheet3.xml"],
        ["rId9", "worksheet", "worksheets/sheet2.xml"],
      ]),
      "xl/chartsheets/sheet1.xml": "<chartsheet/>",
      "xl/worksheets/sheet2.xml": sheetXml("<row><c><v>2</v></c></row>"),
      "xl/worksheets/sheet3.xml": sheetXml("<row><c><v>3</v></c></row>"),
    }),
  );
  expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["B & C", false],
    ["A", true],
    ["H", true],
  ]);
  expect(rowGrid(await workbook.read("H"))).toEqual({ sheet: "H", hidden: true, rows: [[3]] });
  await expect(workbook.read("Z")).rejects.toThrow('has no sheet named "Z"');
});

test("reads only the sheets that are wanted", async () => {
  const file = workbookOf({
    "xl/workbook.xml": workbookXml(
      '<sheet name="Deals" sheetId="1" r:id="rId1"/><sheet name="Broken" sheetId="2" r:id="rId2"/>',
    ),
    "xl/_rels/workbook.xml.rels": relationsXml([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ]),
    "xl/worksheets/sheet2.xml": "<worksheet><sheetData><row>",
  });
  const grids = await readRowGrids(file, ({ name }) => name === "Deals");
  expect(grids).toEqual([{ sheet: "Deals", rows: [["Deal"]] }]);
});
