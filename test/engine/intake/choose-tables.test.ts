import { describe, expect, it } from "vitest";
import { DataError } from "../../../engine/basics/data-error.ts";
import { OptionError } from "../../../engine/basics/option-error.ts";
import { readRecords } from "../../../engine/intake/read-records.ts";
import { withDefaults } from "../../../engine/options.ts";
import { gridOf } from "../../helpers/grid-of.ts";
import { readTables } from "../../helpers/read-tables.ts";

const LIST = "| Deal | Stage | Amount | Owner |\n| Acme | Lead | 900 | Ann |\n| Beta | Lead | 500 | Ben |";
const LONG =
  "| ID | Deal | Stage | Amount | Owner | Created |\n| 1 | Acme | Lead | 900 | Ann | 2026-01-01 |\n| 2 | Beta | Lead | 500 | Ben | 2026-01-01 |";

describe("the sheet that is read", () => {
  it("is the best case; a close second is named", () => {
    const { recognition } = readTables({ Notes: "| Remember | milk |", Old: LIST, Pipeline: LONG });
    expect(recognition).toMatchObject({ dealsSheet: "Pipeline", runnerUp: "Old" });
    expect(
      readTables({ Pipeline: LONG, Accounts: "| Account | Sector |\n| Acme | Steel |" }).recognition.runnerUp,
    ).toBeNull();
  });

  it("is the one that is named, even a hidden or a weaker one", () => {
    expect(readTables({ Old: LIST, Pipeline: LONG }, { dealsSheet: "Old" }).recognition).toMatchObject({
      dealsSheet: "Old",
    });
    const hidden = { ...gridOf("Hidden", LONG), hidden: true };
    const settings = withDefaults({ asOfDay: 20634 });
    expect(readRecords([hidden, gridOf("Old", LIST)], settings).recognition.dealsSheet).toBe("Old");
    expect(readRecords([hidden], { ...settings, dealsSheet: "Hidden" }).recognition.dealsSheet).toBe(
      "Hidden",
    );
  });

  it("is never a report of ours", () => {
    const { recognition } = readTables({ "Pipecast Deals": LONG, Old: LIST });
    expect(recognition).toMatchObject({ dealsSheet: "Old", runnerUp: null });
  });

  it("is told apart from accounts, products and people", () => {
    const { recognition } = readTables({
      accounts: "| account | sector | revenue |\n| Acme | steel | 1100 |",
      products: "| product | series | sales_price |\n| Desk | D | 100 |",
      sales_pipeline: "| opportunity_id | account | deal_stage | close_value |\n| 1 | Acme | Won | 100 |",
      sales_teams: "| sales_agent | manager |\n| Ann | Ben |",
    });
    expect(recognition).toMatchObject({ dealsSheet: "sales_pipeline", runnerUp: null });
  });

  it("may be a history that is named, in a workbook with another", () => {
    const history = (day: string) =>
      `| ID | To stage | Changed on |\n| 1 | Lead | ${day} |\n| 1 | Talks | 2026-03-01 |`;
    const sheets = { Pipeline: LONG, "Stage history": history("2026-01-01"), Second: history("2026-02-02") };
    expect(readTables(sheets).recognition.historySheet).toBe("Stage history");
    expect(readTables(sheets, { historySheet: "Second" }).recognition.historySheet).toBe("Second");
  });
});

describe("a list of deals without stages", () => {
  const history =
    "| Deal | To stage | Changed on |\n| 1 | Lead | 2026-01-01 |\n| 1 | Won | 2026-03-01 |\n| 2 | Lead | 2026-01-02 |";

  it("is read beside a history that names its deals", () => {
    const list =
      "| ID | Deal | Amount | Owner |\n| 1 | Acme | 900 | Ann |\n| 2 | Beta | 500 | Ben |\n| 3 | Gamma | 50 | Ben |";
    const people = "| ID | Name | Amount |\n| P1 | Ann | 5 |";
    const records = readTables({ People: people, List: list, Log: history });
    expect(records.recognition).toMatchObject({ dealsSheet: "List", historySheet: "Log", shape: "history" });
    expect(records.deals.map(({ id, amount, owner, outcome }) => [id, amount, owner, outcome])).toEqual([
      ["1", 900, "Ann", null],
      ["2", 500, "Ben", null],
      ["3", 50, "Ben", null],
    ]);
    expect(records.changes).toHaveLength(3);
  });

  it("is left alone where it names other things", () => {
    const records = readTables({
      People: "| ID | Name | Amount |\n| P1 | Ann | 5 |",
      "Pipecast History": history,
    });
    expect(records.recognition).toMatchObject({
      dealsSheet: "Pipecast History",
      historySheet: "Pipecast History",
    });
    expect(records.deals.map(({ id }) => id)).toEqual(["1", "2"]);
  });
});

describe("the header row", () => {
  it("is found under titles, blank rows and summaries, up to row 30", () => {
    const above = ["| Sales pipeline |", "| as of | 2026-01-01 |", ...Array(26).fill("--")].join("\n");
    const records = readTables({ Pipeline: `${above}\n${LONG}` });
    expect(records.recognition.headerRows).toEqual({ Pipeline: 28 });
    expect(records.deals.map(({ row }) => row)).toEqual([29, 30]);
  });

  it("may be two rows of merged cells", () => {
    const records = readTables({
      Pipeline: `
        | Deal | Stage    | Date entered  |            | Amount |
        |      |          | Qualification | Proposal   |        |
        | Acme | Proposal | 2026-01-01    | 2026-02-01 | 900    |`,
    });
    expect(
      records.recognition.columns.map(({ field, stage, header }) => `${field} ${stage ?? ""} ${header}`),
    ).toEqual([
      "name  Deal",
      "stage  Stage",
      "entered-stage Qualification Qualification",
      "entered-stage Proposal Proposal",
      "amount  Amount",
    ]);
    expect(records.changes).toHaveLength(2);
  });

  it("may have the text of merged cells in each of them", () => {
    const records = readTables({
      Pipeline: `
        | Deal | Stage    | Date entered  | Date entered | Amount |
        | Deal | Stage    | Qualification | Proposal     | Amount |
        | Acme | Proposal | 2026-01-01    | 2026-02-01   | 900    |`,
    });
    expect(records.deals.map(({ name, amount }) => [name, amount])).toEqual([["Acme", 900]]);
    expect([...records.changes].map(({ stage }) => stage)).toEqual(["Qualification", "Proposal"]);
  });

  it("is shown with its columns, certainty and sample values", () => {
    const column = readTables({ Pipeline: LONG }).recognition.columns.find(({ field }) => field === "owner");
    expect(column).toEqual({
      field: "owner",
      header: "Owner",
      sheet: "Pipeline",
      column: 4,
      certainty: 0.95,
      samples: ["Ann", "Ben"],
    });
  });
});

describe("columns named by a person", () => {
  it("win over every guess", () => {
    const records = readTables(
      {
        Pipeline:
          "| Deal | Stage | Phase | Amount | Worth |\n| Acme | x1 | Lead | 1 | 900 |\n| Beta | x2 | Talks | 2 | 500 |",
      },
      { columns: { Stage: "phase", "Deal value": "Worth" } },
    );
    expect(records.deals.map(({ stage, amount }) => [stage, amount])).toEqual([
      ["Lead", 900],
      ["Talks", 500],
    ]);
  });

  it("make a table of headers that nobody knows", () => {
    const columns = { name: "Sprawa", stage: "Krok", amount: "Kwota" };
    const records = readTables(
      { Arkusz: "| Sprawa | Krok | Kwota |\n| Acme | Rozmowa | 900 |" },
      { columns },
    );
    expect(records.deals.map(({ name, stage, amount }) => [name, stage, amount])).toEqual([
      ["Acme", "Rozmowa", 900],
    ]);
  });
});

it("reads the latest of several lists that stand on sheets named by their day", () => {
  const listed = (stage: string): string => `| Deal | Stage |\n| A | ${stage} |\n| B | Lead |\n| C | Lead |`;
  for (const [early, late] of [
    ["2026-05-04", "2026-05-11"],
    ["31.05.2026", "7.6.2026"],
    ["4 May 26", "1 June 26"],
  ] as const) {
    for (const sheets of [
      { [early]: listed("Lead"), [late]: listed("Proposal") },
      { [late]: listed("Proposal"), [early]: listed("Lead") },
    ]) {
      const records = readTables(sheets);
      expect(records.deals.map(({ stage }) => stage)).toEqual(["Proposal", "Lead", "Lead"]);
      expect(records.problems.map(({ code, where }) => `${code} ${where.sheet}`)).toEqual([
        `table-unread ${early}`,
      ]);
    }
  }
});

describe("wrong options and unusable workbooks", () => {
  const code = (read: () => unknown): string => {
    try {
      read();
    } catch (error) {
      if (error instanceof DataError) return error.code;
      if (error instanceof OptionError) return error.option;
      throw error;
    }
    return "nothing thrown";
  };

  it("end in a named error", () => {
    expect(code(() => readTables({ Pipeline: LONG }, { dealsSheet: "Nope" }))).toBe("--deals");
    expect(code(() => readTables({ Pipeline: LONG }, { historySheet: "Nope" }))).toBe("--history");
    expect(code(() => readTables({ Pipeline: LONG }, { columns: { amount: "Nope" } }))).toBe("--map");
    expect(code(() => readTables({ Pipeline: LONG }, { columns: { Colour: "Owner" } }))).toBe("--map");
    expect(code(() => readTables({ Pipeline: LONG, Notes: "| a | b |" }, { dealsSheet: "Notes" }))).toBe(
      "sheet-without-deals",
    );
    expect(code(() => readTables({ Pipeline: LONG, Notes: "| a | b |" }, { historySheet: "Notes" }))).toBe(
      "sheet-without-history",
    );
    expect(code(() => readTables({ Notes: "| a | b |\n| 1 | 2 |" }))).toBe("no-deals-recognised");
    expect(code(() => readTables({ Sheet1: "--" }))).toBe("workbook-empty");
    expect(code(() => readTables({}))).toBe("workbook-empty");
    const set = { Pipeline: LONG, "Pipecast Settings": "| Setting | Value |\n| Deal sheet | Nope |" };
    expect(code(() => readTables(set))).toBe("Deals sheet (in Pipecast Settings)");
  });
});
