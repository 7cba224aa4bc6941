import { describe, expect, it } from "vitest";
import { DataError } from "../../../engine/basics/data-error.ts";
import type { Grid } from "../../../engine/grid/grid.ts";
import { readRecords } from "../../../engine/intake/read-records.ts";
import { withDefaults } from "../../../engine/options.ts";
import { gridOf } from "../../helpers/grid-of.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const DEALS = "| Deal | Stage | Amount |\n| Acme | Lead | 900 |";

function errorOf(...grids: readonly Grid[]): readonly unknown[] {
  try {
    readRecords(grids, withDefaults({ asOfDay: 20634 }));
    return [];
  } catch (error) {
    if (error instanceof DataError) return [error.code, error.details];
    throw error;
  }
}

describe("a workbook without a deal to read", () => {
  it("deals-hidden: the hidden sheet is named", () => {
    const intro = gridOf("Intro", "| Welcome |");
    expect(errorOf(intro, { ...gridOf("Deals", DEALS), hidden: true })).toEqual([
      "deals-hidden",
      { sheet: "Deals" },
    ]);
    expect(errorOf(intro, { ...gridOf("Notes", "| a | b |"), hidden: true })[0]).toBe("no-deals-recognised");
  });

  it("too-many-stages: a stage column of different texts alone", () => {
    const rows = Array.from({ length: 500 }, (_, i) => `| ${i} | D${i} | S${i} |`);
    expect(errorOf(gridOf("Deals", ["| Deal ID | Deal | Stage |", ...rows].join("\n")))).toEqual([
      "too-many-stages",
      { sheet: "Deals", header: "Stage", count: 500, limit: 200 },
    ]);
  });

  it("no-deals-below-header: a header row alone", () => {
    expect(errorOf(gridOf("Deals", "| Deal | Stage | Amount |"))).toEqual([
      "no-deals-below-header",
      { sheet: "Deals" },
    ]);
  });
});

describe("what is not read", () => {
  it("is told: sheets, hidden ones too, and columns with values", () => {
    const grids = [
      gridOf("Deals", "| Deal | Stage | Amount | Mood | Blank |\n| Acme | Lead | 900 | fine | |"),
      gridOf("Contacts", "| Name | Mail |\n| Ann | a@acme.example |"),
      { ...gridOf("Notes", "| a | b |"), hidden: true },
      gridOf("Empty", "--"),
      gridOf("Pipecast Overview", "| ours |"),
    ];
    expect(readRecords(grids, withDefaults({ asOfDay: 20634 })).recognition.notRead).toEqual({
      sheets: [
        { sheet: "Contacts", rowCount: 2, hidden: false },
        { sheet: "Notes", rowCount: 1, hidden: true },
      ],
      columns: [{ sheet: "Deals", column: 3, header: "Mood" }],
    });
  });
});

describe("a true or false in the stage column", () => {
  it("is no stage", () => {
    const records = readTables({
      Deals: '| Deal | Stage |\n| A | Lead |\n| B | TRUE |\n| C | "True" |\n| D | Lead |\n| E | Offer |',
    });
    expect(records.stages.map(({ name }) => name)).toEqual(["Lead", "Offer"]);
    expect(problemsOf(records, "stage-missing")).toEqual([
      'Deals!B3 "TRUE" warning value',
      'Deals!B4 "True" warning value',
    ]);
  });
});

describe("stage-date columns of one kind", () => {
  const table = (...headers: readonly string[]): string =>
    `| Deal | ${headers.join(" | ")} |\n| A | 2026-01-01 | 2026-01-05 | 2026-02-01 |\n| B | 2026-01-02 | 2026-01-06 | |`;

  it("make a Lead date the first stage, and the day of creation too", () => {
    const records = readTables({ Deals: table("Lead date", "Demo date", "Offer date") });
    expect(records.stages.map(({ name }) => name)).toEqual(["Lead", "Demo", "Offer"]);
    expect(records.deals.map(({ createdDay }) => createdDay)).toEqual([20454, 20455]);
    expect(records.changes).toHaveLength(5);
  });

  it("leave a Lead date alone that has no siblings", () => {
    const records = readTables({
      Deals:
        "| Deal | Stage | Lead date | Closed |\n| A | Offer | 2026-01-01 | |\n| B | Won | 2026-01-01 | 2026-02-01 |",
    });
    expect([...records.changes]).toEqual([]);
    expect(records.stages.map(({ name }) => name)).not.toContain("Lead");
  });
});
