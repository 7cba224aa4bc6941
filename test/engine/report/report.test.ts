import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../engine/analysis.ts";
import { missing } from "../../../engine/basics/figure.ts";
import { addressOf } from "../../../engine/grid/address.ts";
import { buildReport } from "../../../engine/report/build-report.ts";
import type { Report, ReportCell, ReportSheet } from "../../../engine/report/report.ts";
import { AS_OF_DAY, FIXTURE } from "../../helpers/analysis-fixture.ts";

const META = { sourceName: "pipeline.xlsx", version: "0.1.0" };

function reportOf(changes: Partial<Analysis> = {}): Report {
  return buildReport({ ...FIXTURE, ...changes }, META);
}

function sheetOf(report: Report, name: string): ReportSheet {
  const sheet = report.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

function cellsOf(sheet: ReportSheet): readonly ReportCell[] {
  return sheet.rows.flat().filter((cell): cell is ReportCell => cell !== null);
}

function textsOf(sheet: ReportSheet): readonly string[] {
  return cellsOf(sheet).map(({ value }) => String(value));
}

function cellNamed(report: Report, name: string): ReportCell | null | undefined {
  const sheet = sheetOf(report, "Pipecast Overview");
  const place = sheet.names.find((one) => one.name === name);
  return place && sheet.rows[place.row]?.[place.column];
}

describe("links", () => {
  test("every glossary link leads to the line of a term", () => {
    const report = reportOf();
    const glossary = sheetOf(report, "Pipecast Glossary");
    const terms = new Map(
      glossary.rows.map((row, index) => [
        addressOf(index, 0),
        row[0]?.style === "label" ? row[0].value : null,
      ]),
    );
    const links = report.sheets
      .flatMap(cellsOf)
      .flatMap(({ link }) => (link?.to === "report" ? [link.place] : []));
    expect(links.length).toBeGreaterThan(20);
    for (const { cell } of links) expect(terms.get(cell ?? "")).toBeTypeOf("string");
  });

  test("the header Reached leads to what Reached means", () => {
    const report = reportOf();
    const reached = cellsOf(sheetOf(report, "Pipecast Stages")).find(({ value }) => value === "Reached");
    const row = Number(reached?.link?.place.cell?.slice(1)) - 1;
    expect(sheetOf(report, "Pipecast Glossary").rows[row]?.[0]?.value).toBe("Reached");
  });

  test("each problem leads to its cell in the user's own workbook", () => {
    const links = cellsOf(sheetOf(reportOf(), "Pipecast Problems")).flatMap(({ link }) =>
      link ? [link] : [],
    );
    expect(links).toHaveLength(FIXTURE.problems.length);
    expect(links[0]).toEqual({ to: "source", place: { sheet: "Deals", cell: "D17" } });
  });
});

describe("figures", () => {
  test("named cells hold the raw figures", () => {
    const report = reportOf();
    expect(cellNamed(report, "pipecast_win_rate")).toMatchObject({
      value: 0.4627,
      unit: "share",
      decimals: 1,
    });
    expect(cellNamed(report, "pipecast_average_won_amount")).toMatchObject({
      value: 14_210.42,
      unit: "amount",
    });
    expect(cellNamed(report, "pipecast_as_of")).toMatchObject({ value: 20_634, unit: "day" });
    expect(cellNamed(report, "pipecast_follow_up")).toMatchObject({ value: 31, unit: "count" });
  });

  test("a figure that cannot be computed is an empty value, and a note says why", () => {
    const report = reportOf({
      winRate: { byCount: missing("none-closed", 0), byAmount: missing("none-closed", 0) },
    });
    expect(cellNamed(report, "pipecast_win_rate")).toMatchObject({ value: null, unit: "share" });
    expect(textsOf(sheetOf(report, "Pipecast Overview"))).toContain(
      "Win rate by count and Win rate by amount: no deal has closed yet.",
    );
  });

  test("shares have no decimals below 100 deals", () => {
    const byCount = { lower: 0.5, estimate: 0.6, upper: 0.7, level: 0.8, n: 99 };
    const report = reportOf({ winRate: { ...FIXTURE.winRate, byCount } });
    expect(cellNamed(report, "pipecast_win_rate")).toMatchObject({ decimals: 0 });
  });

  test("stages that lack the same figures for the same reason share a note", () => {
    const stages = FIXTURE.stages.map((stage) => ({ ...stage, timeInStage: missing("curve-too-short", 9) }));
    const texts = textsOf(sheetOf(reportOf({ stages }), "Pipecast Stages"));
    const notes = texts.filter((text) => text.includes("are not over yet"));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("Time in stage of Qualification, Proposal and Negotiation: ");
  });
});

test("a sheet that nobody has kept up is told so, with the day to read it as of", () => {
  const silence = { lastDay: AS_OF_DAY - 90, days: 90, usualDays: 45 };
  expect(textsOf(sheetOf(reportOf({ silence }), "Pipecast Overview"))).toContain(
    "The sheet says nothing of the last 90 days, though up to 1 April 2026 something was written down on 50 % of the days. " +
      "If it was kept up to then only, read it as of that day (command line: --as-of 2026-04-01).",
  );
});

describe("text of the user's", () => {
  test("a stage called __proto__ or constructor is a stage like any other", () => {
    const names = ["__proto__", "constructor", "toString"];
    const stages = FIXTURE.stages.map((measures, index) => {
      const stage = { name: names[index] ?? "", order: index + 1 };
      return { ...measures, stage, conversion: missing("none-decided", index) };
    });
    const texts = textsOf(sheetOf(reportOf({ stages }), "Pipecast Stages"));
    for (const name of names) expect(texts.filter((text) => text === name)).toHaveLength(2);
    expect(texts).toContain("Conversion of constructor: the one deal there is not decided yet.");
  });

  test("ten thousand problems are listed, and the sheet says where the rest is", () => {
    const [problem] = FIXTURE.problems;
    const problems = Array.from({ length: 10_001 }, () => problem).flatMap((one) => (one ? [one] : []));
    const sheet = sheetOf(reportOf({ problems }), "Pipecast Problems");
    expect(sheet.tables[0]?.rowCount).toBe(10_001);
    expect(textsOf(sheet)).toContain(
      "The first 10,000 are listed; on the command line, pipecast check --json lists all.",
    );
  });
});

test("cells stay within the sheet's columns, and every row of a table is as long as its header", () => {
  for (const { rows, widths, tables } of reportOf().sheets) {
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(widths.length);
    for (const { row, rowCount, columnCount } of tables)
      for (const cells of rows.slice(row, row + rowCount)) expect(cells).toHaveLength(columnCount);
  }
});

test("no two tables of a sheet have filters: Excel allows one", () => {
  for (const { tables } of reportOf().sheets)
    expect(tables.filter(({ filters }) => filters).length).toBeLessThanOrEqual(1);
});
