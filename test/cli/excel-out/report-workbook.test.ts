import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { read, type WorkBook, type WorkSheet } from "xlsx";
import { reportWorkbook } from "../../../cli/excel-out/report-workbook.ts";
import { readSheets } from "../../../cli/xlsx/workbook.ts";
import { missing } from "../../../engine/basics/figure.ts";
import { cellAt } from "../../../engine/grid/grid.ts";
import { buildReport, type Report } from "../../../engine/index.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

const HOSTILE = '=HYPERLINK("http://example.org","x")';

/** The fixture with a stage named like a formula, and its report written for one source file. */
function reportOf(sourceName: string): Report {
  const [first, ...others] = FIXTURE.stages;
  const renamed = first ? [{ ...first, stage: { name: HOSTILE, order: 1 } }] : [];
  return buildReport({ ...FIXTURE, stages: [...renamed, ...others] }, { sourceName, version: "0.1.0" });
}

let bytes: Uint8Array;
let book: WorkBook;
let parts: Map<string, string>;
/** Where the sheet Problems stands, from 1, and its part of the package. */
let problemsNumber: number;
let problemsPart: string;

beforeAll(async () => {
  bytes = await reportWorkbook(reportOf("our deals.xlsx"));
  book = read(bytes, { cellNF: true, cellStyles: true });
  parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  problemsNumber = book.SheetNames.indexOf("Pipecast Problems") + 1;
  problemsPart = `xl/worksheets/sheet${problemsNumber}.xml`;
});

afterEach(() => vi.useRealTimers());

function sheet(name: string): WorkSheet {
  const found = book.Sheets[name];
  if (found === undefined) throw new Error(`There is no sheet ${name}.`);
  return found;
}

/** The cell right of the one that holds this text. */
function beside(of: WorkSheet, label: string) {
  const address = Object.keys(of).find((key) => of[key]?.v === label) ?? "";
  return of[address.replace("A", "B")];
}

test("text that XML cannot hold, or that reads as an escape, makes no broken part and stays as it is", async () => {
  const name = "A\uffffB\ufffe\ud800\u0001C _x0041_";
  const [first, ...others] = FIXTURE.stages;
  const stages = first ? [{ ...first, stage: { name, order: 1 } }, ...others] : [];
  const written = await reportWorkbook(
    buildReport({ ...FIXTURE, stages }, { sourceName: `${name}.xlsx`, version: "0.1.0" }),
  );
  for (const part of Object.values(unzipSync(written)))
    expect(strFromU8(part)).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const [stagesSheet] = await readSheets(written, (sheet) => sheet.name === "Pipecast Stages");
  expect(stagesSheet && cellAt(stagesSheet, 6, 0)).toBe("ABC _x0041_");
});

describe("another program reads", () => {
  test("the sheets in their order", () => {
    expect(book.SheetNames).toEqual([
      "Pipecast Overview",
      "Pipecast Stages",
      "Pipecast Forecast",
      "Pipecast Deals",
      "Pipecast Review",
      "Pipecast Follow-up",
      "Pipecast Segments",
      "Pipecast Accuracy",
      "Pipecast Problems",
      "Pipecast Actions",
      "Pipecast Glossary",
    ]);
  });

  test("numbers as raw numbers, shown in their unit", () => {
    const overview = sheet("Pipecast Overview");
    expect(beside(overview, "Win rate by count")).toMatchObject({ t: "n", v: 0.4627, w: "46.3%" });
    expect(beside(overview, "Average won amount")).toMatchObject({ t: "n", v: 14_210.42, w: "€14,210" });
    expect(beside(overview, "Won cycle, mean (days)")).toMatchObject({ t: "n", v: 51.78, w: "52" });
    expect(beside(overview, "As-of day")).toMatchObject({ w: "2026-06-30" });
  });

  test("a dash where a figure cannot be computed", () => {
    expect(beside(sheet("Pipecast Overview"), "Win rate by amount")).toMatchObject({ t: "s", v: "–" });
  });

  test("text of the user's as text, never as a formula, even after an edit", () => {
    const stages = sheet("Pipecast Stages");
    const cells = Object.values(stages).filter((cell) => cell?.v === HOSTILE);
    expect(cells).toHaveLength(2);
    for (const cell of cells) expect(cell).toMatchObject({ t: "s", z: "@" });
    for (const [name, part] of parts) if (name.includes("worksheets")) expect(part).not.toContain("<f>");
  });

  test("named cells for the main figures", () => {
    const names = new Map(book.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref]));
    expect(names.get("pipecast_win_rate")).toMatch(/^'Pipecast Overview'!\$B\$\d+$/);
    const place = names.get("pipecast_win_rate")?.replace(/.*!|\$/g, "") ?? "";
    expect(sheet("Pipecast Overview")[place]?.v).toBe(0.4627);
  });

  test("a link from a problem to its cell in the source file", () => {
    const problems = sheet("Pipecast Problems");
    const cell = Object.values(problems).find((one) => one?.v === "C204");
    expect(cell?.l?.Target).toBe("our%20deals.xlsx#'Stage history'!C204");
  });

  test("a link from a header to the glossary", () => {
    const stages = sheet("Pipecast Stages");
    const cell = Object.values(stages).find((one) => one?.v === "Reached");
    expect(cell?.l?.Target).toMatch(/^#'Pipecast Glossary'!A\d+$/);
  });
});

describe("a sheet", () => {
  test("keeps its head in sight and on every page, and fits one page's width", () => {
    const xml = parts.get(problemsPart) ?? "";
    expect(xml).toMatch(/<pane ySplit="\d+"[^>]*state="frozen"/);
    expect(xml).toContain("<autoFilter");
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"/);
    expect(parts.get("xl/workbook.xml")).toMatch(
      new RegExp(
        `Print_Titles" localSheetId="${problemsNumber - 1}">&apos;Pipecast Problems&apos;!\\$1:\\$\\d`,
      ),
    );
  });

  test("draws bars from zero behind the deals that reached a stage", () => {
    const xml = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(xml).toMatch(/<conditionalFormatting sqref="B7:B9"><cfRule type="dataBar"/);
    expect(xml).toContain('<cfvo type="num" val="0"/><cfvo type="max"/>');
  });
});

test("the same report gives the same bytes, whenever it is written", async () => {
  vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
  expect(Buffer.from(await reportWorkbook(reportOf("our deals.xlsx"))).equals(Buffer.from(bytes))).toBe(true);
});

test("the file says who made it, and the as-of day as its time", () => {
  expect(book.Props).toMatchObject({ Author: "Pipecast", Title: "Pipeline report" });
  expect(parts.get("docProps/core.xml")).toContain("2026-06-30T00:00:00Z</dcterms:modified>");
});

test("cells of a .csv cannot be linked to, so none is", async () => {
  const csv = unzipSync(await reportWorkbook(reportOf("deals.csv")));
  expect(Object.keys(csv).filter((name) => name.endsWith(`sheet${problemsNumber}.xml.rels`))).toEqual([]);
  expect(strFromU8(csv[problemsPart] ?? new Uint8Array())).not.toContain("<hyperlink ");
});

test("two hundred stages with names of 30,000 characters stay within what Excel opens", async () => {
  const [stage] = FIXTURE.stages;
  const stages = Array.from({ length: 200 }, (_, index) => index + 1).flatMap((order) => {
    const name = `${order} ${"x".repeat(30_000)}`;
    return stage ? [{ ...stage, stage: { name, order }, conversion: missing("none-decided", 3) }] : [];
  });
  const report = buildReport({ ...FIXTURE, stages }, { sourceName: "deals.xlsx", version: "0.1.0" });
  const long = read(await reportWorkbook(report), { cellStyles: true });
  for (const of of Object.values(long.Sheets)) {
    for (const cell of Object.values(of)) expect(String(cell?.v ?? "").length).toBeLessThanOrEqual(32_767);
    for (const row of of["!rows"] ?? []) expect(row?.hpt ?? 0).toBeLessThanOrEqual(409);
  }
});
