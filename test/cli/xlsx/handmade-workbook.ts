import { writeZip } from "../../../cli/xlsx/zip-writer.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parts of a workbook with one sheet `Deals`, written by hand; each may be replaced, or left out by null. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

/** A sheet part around its rows. */
export function sheetXml(rows: string, after = ""): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A styles part whose cell formats show numbers by these codes, counted from 0. */
export function stylesXml(codes: readonly string[]): string {
  const formats = codes.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`);
  const xfs = codes.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join("")}</cellXfs></styleSheet>`;
}

/** A shared-string part around its items. */
export function sharedXml(items: string): string {
  return `<sst xmlns="${MAIN}">${items}</sst>`;
}

export function workbookXml(sheets = '<sheet name="Deals" sheetId="1" r:id="rId1"/>', before = ""): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheets>${sheets}</sheets></workbook>`;
}

export function relationsXml(
  relations: readonly (readonly [id: string, kind: string, target: string])[],
): string {
  const items = relations.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

const USUAL: Parts = {
  "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  "_rels/.rels": relationsXml([["rId1", "officeDocument", "xl/workbook.xml"]]),
  "xl/workbook.xml": workbookXml(),
  "xl/_rels/workbook.xml.rels": relationsXml([
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "styles", "styles.xml"],
    ["rId3", "sharedStrings", "sharedStrings.xml"],
  ]),
  "xl/worksheets/sheet1.xml": sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Deal</t></is></c></row>'),
};

/** A workbook file of these parts. */
export function workbookOf(parts: Parts = {}): Buffer {
  const chosen = Object.entries({ ...USUAL, ...parts });
  return writeZip(
    chosen.flatMap(([name, content]) => (content === null ? [] : [{ name, bytes: Buffer.from(content) }])),
  );
}

/** A workbook whose sheet `Deals` has these rows. */
export function workbookOfRows(rows: string, parts: Parts = {}): Buffer {
  return workbookOf({ "xl/worksheets/sheet1.xml": sheetXml(rows), ...parts });
}
