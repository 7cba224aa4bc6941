import { expect, test } from "vitest";
import { readRowGrids } from "../../helpers/row-grids.ts";
import {
  sharedXml,
  sheetXml,
  stylesXml,
  workbookOf,
  workbookOfRows,
  workbookXml,
} from "./handmade-workbook.ts";

const DAY = { kind: "day", day: 20634, second: 0 };

async function rowsOf(file: Uint8Array): Promise<unknown> {
  return (await readRowGrids(file))[0]?.rows;
}

test("reads results of formulas of every type, and not the formulas", async () => {
  const rows = `<row r="1">
    <c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
    <c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
    <c r="E1"><f t="array" ref="E1:E2">{1;2}</f><v>1</v></c><c r="F1"><f>A9</f></c>
    <c r="G1" t="str"><f>""</f><v></v></c><c r="H1" t="b"><v>0</v></c></row>`;
  expect(await rowsOf(workbookOfRows(rows))).toEqual([
    [2, "ab", true, { kind: "error", text: "#DIV/0!" }, 1, null, null, false],
  ]);
});

test("tells days and money by number format, whatever else the code says", async () => {
  const styles = stylesXml([
    "yyyy-mm-dd",
    "0&quot; days&quot;",
    "[Red]d/m/yy",
    "#,##0 [$€-407]",
    "[h]:mm",
    "General",
  ]);
  const cells = [0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>46203</v></c>`).join("");
  expect(await rowsOf(workbookOfRows(`<row>${cells}</row>`, { "xl/styles.xml": styles }))).toEqual([
    [DAY, 46203, DAY, { kind: "money", amount: 46203, currency: "EUR" }, 46203, 46203],
  ]);
});

test("keeps the time of day", async () => {
  const file = workbookOfRows('<row><c s="0"><v>46203.75</v></c></row>', {
    "xl/styles.xml": stylesXml(["yyyy-mm-dd hh:mm"]),
  });
  expect(await rowsOf(file)).toEqual([[{ kind: "day", day: 20634, second: 18 * 3600 }]]);
});

test("counts days from 1904 where the workbook says so", async () => {
  // 46203 − 1462 = 44741
  const file = workbookOfRows('<row><c s="0"><v>44741</v></c></row>', {
    "xl/styles.xml": stylesXml(["d mmm yyyy"]),
    "xl/workbook.xml": workbookXml(undefined, '<workbookPr date1904="1"/>'),
  });
  expect(await rowsOf(file)).toEqual([[DAY]]);
});

test("reads days that are written as ISO dates", async () => {
  const file = workbookOfRows(
    '<row><c t="d"><v>2026-06-30</v></c><c t="d"><v>2026-06-30T01:00:05.5Z</v></c></row>',
  );
  expect(await rowsOf(file)).toEqual([[DAY, { ...DAY, second: 3605 }]]);
});

test("joins runs of rich text and leaves phonetic ones out, shared and inline", async () => {
  const rich =
    '<r><rPr><b/></rPr><t xml:space="preserve">Ac </t></r><r><t>me</t></r><rPh sb="0" eb="1"><t>アクメ</t></rPh><phoneticPr fontId="1"/>';
  const file = workbookOfRows(
    `<row><c t="s"><v>1</v></c><c t="inlineStr"><is>${rich}</is></c><c t="s"><v>0</v></c></row>`,
    { "xl/sharedStrings.xml": sharedXml(`<si><t/></si><si>${rich}</si>`) },
  );
  expect(await rowsOf(file)).toEqual([["Ac me", "Ac me"]]);
});

test("resolves entities, escapes of Excel and CDATA; leaves what XML does not know", async () => {
  const texts = [
    ["R&amp;D &lt;3 &quot;x&quot; &apos;", 'R&D <3 "x" \''],
    ["caf&#233; &#x1F600;", "café 😀"],
    ["line_x000D_end _x005F_x000D_", "line\rend _x000D_"],
    ["a<![CDATA[ <b> & ]]>c<!-- no -->d", "a <b> & cd"],
    ["&nbsp;", "&nbsp;"],
    ["  two  ", "  two  "],
    ["one\r\ntwo", "one\ntwo"],
  ];
  const cells = texts
    .map(([xml]) => `<c t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`)
    .join("");
  expect(await rowsOf(workbookOfRows(`<row>${cells}</row>`))).toEqual([texts.map(([, text]) => text)]);
});

test("places cells and rows that do not say where they are", async () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c r="B7"><v>5</v></c></row><row><c><v>6</v></c></row>';
  expect(await rowsOf(workbookOfRows(rows))).toEqual([
    [1, 2],
    [],
    [],
    [null, null, 3, 4],
    [],
    [],
    [null, 5],
    [6],
  ]);
});

test("gives a merged area's value once", async () => {
  const sheet = sheetXml(
    '<row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>7</v></c><c r="C1"><v>1</v></c></row><row r="2"><c r="A2"><v>7</v></c><c r="B2"/></row>',
    '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
  );
  expect(await rowsOf(workbookOf({ "xl/worksheets/sheet1.xml": sheet }))).toEqual([[7, null, 1], [null]]);
});

test("does not trust the declared dimension, and ignores other vocabularies", async () => {
  const sheet = sheetXml(
    '<row r="2"><c r="B2"><v>1</v><x:v xmlns:x="urn:other">9</x:v></c></row>',
    '<extLst><x:c xmlns:x="urn:other" r="A1"><x:v>9</x:v></x:c></extLst>',
  ).replace("<sheetData>", '<dimension ref="A1"/><sheetData>');
  expect(await rowsOf(workbookOf({ "xl/worksheets/sheet1.xml": sheet }))).toEqual([[], [null, 1]]);
});

test("reads a single cell in the last corner", async () => {
  const rows = (
    await readRowGrids(workbookOfRows('<row r="1048576"><c r="XFD1048576"><v>5</v></c></row>'))
  )[0]?.rows;
  expect(rows?.length).toBe(1_048_576);
  expect(rows?.[1_048_575]?.[16_383]).toBe(5);
});

test("keeps texts that cross the borders of unpacked pieces whole", async () => {
  const name = "Größe – 株式会社 😀";
  const count = 60_000;
  const cell = `<row><c t="inlineStr"><is><t>${name}</t></is></c></row>`;
  const rows = (await readRowGrids(workbookOfRows(cell.repeat(count))))[0]?.rows ?? [];
  expect(rows.length).toBe(count);
  expect(new Set(rows.map((row) => row[0]))).toEqual(new Set([name]));
});
