import { describe, expect, it } from "vitest";
import type { Records } from "../../../engine/intake/records.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const HEADER = "| Deal ID | Deal name | Owner | Amount | Stage | Created |";
const ROWS = [
  "| 1 | Alpha | Ana | 1000 | Proposal | 2026-01-05 |",
  "| 2 | Beta  | Ben | 2000 | Proposal | 2026-02-05 |",
  "| 3 | Gamma | Ana | 3000 | Won      | 2026-02-06 |",
];
const names = ({ deals }: Records): readonly string[] => deals.map(({ name }) => name);
const read = (...more: readonly string[]): Records =>
  readTables({ Deals: [HEADER, ...ROWS, ...more].join("\n") });

describe("lines of totals below the deals", () => {
  it.each([
    ["a total word first", '| | Total pipeline | | "6000" | | |'],
    ["a total in the column of ids, and a count beside it", "| Total | Records: 40 | | 6000 | | |"],
    ["one last", "| | Pipeline total | | 6000 | | |"],
    ["a period last", "| | Won YTD | | 35000 | | |"],
    ["a quarter behind it", '| | Gesamt Q1 | | "105,000" | | |'],
    ["a count in brackets", "| | TOTAL (5 deals) | | 105000 | | |"],
    ["an owner's sum", "| | | Sum of Ana | 4000 | | |"],
    ["a forecast", "| | Forecast | | 50000 | | |"],
    ["a share", '| | Weighted | | "50%" | | |'],
    ["the sum of the rows above", "| | Everything | | 6000 | | |"],
  ])("%s", (_what, row) => {
    const records = read(row);
    expect(names(records)).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(records.excludedCount).toBe(0);
    expect(problemsOf(records, "row-skipped")).toHaveLength(1);
  });

  it("are told from deals with such a name, an id, a stage or an owner", () => {
    const records = read(
      "| 4 | Total Energies | Ana | 500  |      |            |",
      "|   | Sum Insured    | Ana | 500  |      |            |",
      "|   | Total rewrite  |     | 500  | Lead |            |",
      "|   | Harbour lights |     | 500  |      |            |",
    );
    expect(names(records).slice(3)).toEqual([
      "Total Energies",
      "Sum Insured",
      "Total rewrite",
      "Harbour lights",
    ]);
  });
});

describe("sums of an outcome or a stage below the deals", () => {
  it.each([
    ["an outcome with a colon", "| | | | 3000 | won: | |"],
    ["an outcome alone", "| | | | 3000 | Won | |"],
    ["a stage", "| | | | 3000 | Proposal | |"],
    ["a total word where the stage stands", "| | | | 6000 | Total won | |"],
    ["the word in another column", "| | | lost: | 100 | | |"],
  ])("%s is no deal", (_what, row) => {
    const records = read("| | TOTAL | | 6000 | | |", row);
    expect(names(records)).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(problemsOf(records, "row-skipped")).toHaveLength(2);
    expect(problemsOf(records, "stage-spellings-merged")).toEqual([]);
  });

  it.each([
    ["a name", "| | Delta | | 3000 | Won | |"],
    ["an owner", "| | | Ana | 3000 | Won | |"],
    ["a day", "| | | | 3000 | Won | 2026-02-06 |"],
    ["a stage of one's own", "| | | | 3000 | Purgatory | |"],
    ["no amount", "| | | | | Won | |"],
  ])("a row with %s is a deal", (_what, row) => {
    expect(read(row).deals).toHaveLength(4);
  });

  it.each(["Product", "Deal name"])("are deals in a list with a %s for some of them", (header) => {
    const records = readTables({
      Deals: `
        | ${header} | Owner | Amount | Stage    | Created    | Closed     |
        | Alpha     | Ana   | 1000   | Proposal | 2026-01-05 |            |
        |           | Ben   | 2000   | Proposal | 2026-01-06 |            |
        |           | Ben   | 2000   | Lost     | 2026-01-07 | 2026-01-09 |
        |           |       | 3000   | Won      |            |            |`,
    });
    expect(records.deals.map(({ outcome }) => outcome)).toEqual(["open", "open", "lost", "won"]);
  });
});

describe("a header that is repeated", () => {
  it.each([
    ["in capitals", "| DEAL ID | DEAL NAME | OWNER | AMOUNT | STAGE | CREATED |"],
    ["with a word changed", "| Deal ID | Deal name | Owner | Value | Stage | Created on |"],
  ])("%s is no deal", (_what, row) => {
    const records = read(row, "| 4 | Delta | Ana | 500 | Lead | 2026-02-06 |");
    expect(names(records)).toEqual(["Alpha", "Beta", "Gamma", "Delta"]);
    expect(problemsOf(records, "row-skipped")).toEqual([
      `Deals!A5 "${row.slice(2, 9)}" note nothing kind=header count=1`,
    ]);
  });

  it("is told from a deal that is called as its column", () => {
    const records = read("| Deal ID | Stage | Amount | 500 | Lead | 2026-02-06 |");
    expect(names(records)).toContain("Stage");
  });
});

describe("rows below a blank one in a list without ids", () => {
  const list = (...rows: readonly string[]): Records =>
    readTables({
      Deals: ["| Deal | Owner | Amount | Stage |", "| A | Ana | 100 | Lead |", "--", ...rows].join("\n"),
    });

  it("are deals with a name, an owner and an amount", () => {
    expect(names(list("| B | Ana | 200 | |", "| C | | 300 | |"))).toEqual(["A", "B", "C"]);
  });

  it("are left out and told with a name and an amount alone", () => {
    const records = list("| C | | 300 | |");
    expect(names(records)).toEqual(["A"]);
    expect(records.excludedCount).toBe(1);
    expect(problemsOf(records, "row-without-data")).toEqual(['Deals!A4 "C" warning deal']);
  });

  it("are notes where a word says that they are totals", () => {
    expect(names(list("| Sum of all | Total | 900 | |"))).toEqual(["A"]);
  });

  it("are notes with a name and an owner alone", () => {
    expect(problemsOf(list("| Prepared by | Ana | | |"), "row-skipped")).toEqual([
      'Deals!A4 "Prepared by" note nothing kind=note count=1',
    ]);
  });
});

describe("lines that head a group of deals", () => {
  it.each(["Q1 2026", "WON", "H1 2026", "FY26", "2026 Q2", "Q3/26", "Lost deals (2)", "2026"])(
    "%s",
    (label) => {
      const records = read(
        `| | ${label.replace(/^2026$/, '"2026"')} | | | | |`,
        "| 4 | Delta | Ana | 500 | Lead | 2026-02-06 |",
      );
      expect(names(records)).toEqual(["Alpha", "Beta", "Gamma", "Delta"]);
      expect(records.excludedCount).toBe(0);
    },
  );
});
