import { expect, test } from "vitest";
import { reportWorkbook } from "../../../cli/excel-out/report-workbook.ts";
import { graftReport } from "../../../cli/xlsx/graft.ts";
import { readRelations } from "../../../cli/xlsx/relations.ts";
import { unescapedXml } from "../../../cli/xlsx/xml-text.ts";
import { parseXml } from "../../../cli/xlsx/xml-tree.ts";
import { ZipPackage } from "../../../cli/xlsx/zip-package.ts";
import type { Grid } from "../../../engine/index.ts";
import { readRowGrids } from "../../helpers/row-grids.ts";
import { chartReport } from "./chart-report.ts";
import { loadedByExcelJs, partNames, partsNotIn, partText, personalWorkbook } from "./graft-workbooks.ts";

const REPORT = chartReport();
const FILE = await reportWorkbook(REPORT);
const CHARTS = partNames(FILE).filter((name) => name.startsWith("xl/charts/"));

/** What a chart's references lead to, as cell values: `'Sheet'!$B$2:$B$5` → four values. */
function valuesAt(grids: readonly Grid[], reference: string): unknown[] {
  const [, sheet = "", letter = "", first, last] =
    /^'(.*)'!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/.exec(reference) ?? [];
  const rows = grids.find((grid) => grid.sheet === sheet.replace(/''/g, "'"))?.rows ?? [];
  return rows.slice(Number(first) - 1, Number(last)).map((row) => {
    const cell = row[letter.charCodeAt(0) - 65] ?? null;
    return typeof cell === "object" && cell?.kind === "money" ? cell.amount : cell;
  });
}

function referencesOf(chart: string): { formula: string; cached: string[] }[] {
  return [...chart.matchAll(/<c:f>([^<]*)<\/c:f><c:(?:num|str)Cache>(.*?)<\/c:(?:num|str)Cache>/g)].map(
    ([, formula = "", cache = ""]) => ({
      formula: unescapedXml(formula),
      cached: [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text = ""]) => unescapedXml(text)),
    }),
  );
}

test("each chart is a part of its own, well-formed, with its type and relations", () => {
  const file = new ZipPackage(FILE);
  expect(CHARTS).toHaveLength(5);
  const types = partText(FILE, "[Content_Types].xml");
  for (const name of partNames(FILE)) {
    if (/\.(xml|rels)$/.test(name)) expect(() => parseXml(name, file.read(name))).not.toThrow();
    for (const { target, external } of readRelations(file, name))
      expect(external || file.has(target)).toBe(true);
  }
  for (const name of CHARTS)
    expect(types).toContain(
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
    );
});

test("the drawing stands where the schema wants it, also beside data bars", () => {
  for (const name of partNames(FILE).filter((part) => part.startsWith("xl/worksheets/sheet"))) {
    const { root } = parseXml(name, new ZipPackage(FILE).read(name));
    expect(root.children.map(({ local }) => local).slice(-3)).toEqual(["headerFooter", "drawing", "extLst"]);
  }
});

test("every figure that a chart draws stands in a cell of the workbook", async () => {
  const grids = await readRowGrids(Buffer.from(FILE));
  for (const name of CHARTS) {
    const references = referencesOf(partText(FILE, name));
    expect(references.length).toBeGreaterThan(1);
    for (const { formula, cached } of references) {
      const values = valuesAt(grids, formula);
      expect(values.filter((value) => value !== null).map(String)).toEqual(cached);
    }
  }
});

test("each chart has its sentence as title and an alternative text", () => {
  REPORT.sheets.forEach((sheet, index) => {
    const [chart] = sheet.charts ?? [];
    expect(unescapedXml(partText(FILE, `xl/charts/chart${index + 1}.xml`))).toContain(
      `<a:t>${chart?.title}</a:t>`,
    );
    expect(partText(FILE, `xl/drawings/drawing${index + 1}.xml`)).toContain(`descr="${chart?.alt}"`);
  });
});

test("bars, columns and ranges begin at zero, and go below it where a figure does", async () => {
  expect(partText(FILE, CHARTS[0] ?? "")).toContain('<c:min val="0"/>');
  const [sheet] = chartReport().sheets;
  if (!sheet) throw new Error("the report has no sheet");
  const rows = sheet.rows.map((row, index) =>
    index === 2 ? [row[0] ?? null, { value: -5, unit: "count", style: "body" } as const] : row,
  );
  const below = await reportWorkbook({ ...REPORT, sheets: [{ ...sheet, rows }] });
  expect(partText(below, "xl/charts/chart1.xml")).not.toContain("<c:min ");
});

test("the start of a range is neither seen nor named", () => {
  const fan = partText(FILE, "xl/charts/chart3.xml");
  expect(fan).toContain("<c:v>Lower</c:v></c:tx><c:spPr><a:noFill/>");
  expect(fan).toContain('<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>');
});

test("exceljs opens a workbook with charts", async () => {
  expect((await loadedByExcelJs(FILE)).worksheets.map(({ name }) => name)).toEqual(
    REPORT.sheets.map(({ name }) => name),
  );
});

test("--into carries charts along, and twice is once", async () => {
  const own = await personalWorkbook((book) => book.addWorksheet("Backtest"));
  const { bytes } = graftReport(own, FILE);
  expect(partsNotIn(own, bytes)).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/workbook.xml",
  ]);
  const charts = partNames(bytes).filter((name) => name.startsWith("xl/charts/chart"));
  expect(charts).toHaveLength(5);
  expect(partText(bytes, charts[3] ?? "")).toContain("<c:f>'Backtest (2)'!$B$2:$B$6</c:f>");
  expect(graftReport(bytes, FILE).bytes.equals(bytes)).toBe(true);
  const file = new ZipPackage(bytes);
  for (const name of partNames(bytes))
    for (const { target, external } of readRelations(file, name))
      expect(external || file.has(target)).toBe(true);
});
