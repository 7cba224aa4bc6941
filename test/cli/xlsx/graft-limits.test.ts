import { expect, test } from "vitest";
import { graftReport } from "../../../cli/xlsx/graft.ts";
import type { GraftFault } from "../../../cli/xlsx/graft-error.ts";
import { loadedByExcelJs, partText, personalWorkbook, reportOf, withParts } from "./graft-workbooks.ts";

const REPORT = await reportOf(0.62);
const PERSONAL = await personalWorkbook();
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const REFUSED: readonly (readonly [what: string, fault: GraftFault, file: Buffer, says: RegExp])[] = [
  [
    "a signed workbook",
    "signed",
    withParts(PERSONAL, { "_xmlsignatures/sig1.xml": "<Signature/>" }),
    /signature/,
  ],
  [
    "a strict workbook",
    "strict",
    withParts(PERSONAL, {
      "xl/workbook.xml": (text) =>
        text.replace(/"http:[^"]*spreadsheetml[^"]*main"/, '"http://purl.oclc.org/ooxml/spreadsheetml/main"'),
    }),
    /Strict/,
  ],
  [
    "a protected structure",
    "protected",
    withParts(PERSONAL, {
      "xl/workbook.xml": (text) =>
        text.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'),
    }),
    /protected/,
  ],
  [
    "a shared workbook",
    "shared",
    withParts(PERSONAL, {
      "xl/_rels/workbook.xml.rels": (text) =>
        text.replace(
          "</Relationships>",
          `<Relationship Id="rId77" Type="${OFFICE}/revisionHeaders" Target="revisions/h.xml"/></Relationships>`,
        ),
    }),
    /shared/,
  ],
];

test.each(REFUSED)("refuses %s with its reason", (_, fault, file, says) => {
  expect(() => graftReport(file, REPORT)).toThrow(
    expect.objectContaining({ fault, message: expect.stringMatching(says) }),
  );
});

test("refuses a styles part that is broken", () => {
  const broken = withParts(PERSONAL, { "xl/styles.xml": (text) => text.replace("</fonts>", "") });
  expect(() => graftReport(broken, REPORT)).toThrow("is damaged: part xl/styles.xml is broken");
});

function namesOf(file: Uint8Array): string[] {
  return [...partText(file, "xl/workbook.xml").matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g)]
    .map(([, name, formula]) => `${name} ${formula}`)
    .filter((line) => line.startsWith("pipecast"));
}

test("a name that the person uses for something else stays theirs", async () => {
  const own = await personalWorkbook((book) => book.definedNames.add("Deals!$A$1", "Pipecast_Win_Rate"));
  const graft = graftReport(own, REPORT);
  expect(graft.takenNames).toEqual(["pipecast_win_rate"]);
  expect(partText(graft.bytes, "xl/workbook.xml").match(/pipecast_win_rate/gi)?.length).toBe(1);
});

test("a name that a later report does not give says so, and recovers", async () => {
  const more = await reportOf(0.6, (book) =>
    book.definedNames.add("'Pipecast Overview'!$B$1", "pipecast_forecast"),
  );
  const once = graftReport(PERSONAL, more).bytes;
  const without = graftReport(once, REPORT).bytes;
  expect(namesOf(without)).toEqual(["pipecast_win_rate 'Pipecast Overview'!$B$2", "pipecast_forecast #N/A"]);
  expect(graftReport(without, more).bytes.equals(once)).toBe(true);
});

test("formats do not pile up, however often and however different the reports are", async () => {
  let file = graftReport(PERSONAL, REPORT).bytes;
  const styles = partText(file, "xl/styles.xml");
  for (const figure of [1, 2, 3]) file = graftReport(file, await reportOf(figure)).bytes;
  expect(partText(file, "xl/styles.xml")).toBe(styles);
});

test("links to the person's own file become links within it", () => {
  const link = '<hyperlinks><hyperlink ref="A2" r:id="rIdSource" location="\'Deals\'!A2"/></hyperlinks>';
  const linked = withParts(Buffer.from(REPORT), {
    "xl/worksheets/sheet2.xml": (text) => text.replace("<pageMargins", `${link}<pageMargins`),
    "xl/worksheets/_rels/sheet2.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdSource" Type="${OFFICE}/hyperlink" Target="deals.xlsx" TargetMode="External"/></Relationships>`,
  });
  const { bytes } = graftReport(PERSONAL, linked);
  expect(partText(bytes, "xl/worksheets/sheet4.xml")).toContain(
    `<hyperlink ref="A2" location="'Deals'!A2"/>`,
  );
  expect(() => partText(bytes, "xl/worksheets/_rels/sheet4.xml.rels")).toThrow("missing");
});

test("parts in UTF-16 are edited too, and say that they are UTF-8 then", async () => {
  const wide = (text: string): Buffer => {
    const declared = text.replace('encoding="UTF-8"', 'encoding="UTF-16"');
    return Buffer.from(`\ufeff${declared}`, "utf16le");
  };
  const listed = ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"];
  const file = withParts(
    PERSONAL,
    Object.fromEntries(listed.map((name) => [name, wide(partText(PERSONAL, name))])),
  );
  const { bytes } = graftReport(file, REPORT);
  for (const name of listed) expect(partText(bytes, name)).toMatch(/^<\?xml version="1.0" encoding="UTF-8"/);
  expect((await loadedByExcelJs(bytes)).worksheets.map(({ name }) => name)).toEqual([
    "Deals",
    "Notes",
    "Pipecast Overview",
    "Pipecast Glossary",
  ]);
});
