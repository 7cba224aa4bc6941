import { describe, expect, it } from "vitest";
import type { Records } from "../../../engine/intake/records.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const HEADER = "| Deal ID | Deal | Amount | Stage | Created |";
const told = ({ deals }: Records): readonly string[] =>
  deals.map(({ sheet, row, id, outcome }) => `${sheet} ${row + 1} ${id} ${outcome}`);

describe("sheets of deals with the same headers", () => {
  it("are read together, and a sheet called Won or Lost tells the outcome", () => {
    const records = readTables({
      Open: `${HEADER}\n| 1 | Acme | 900 | Lead | 2026-01-01 |`,
      Won: `| Wins of the year |\n${HEADER}\n| 2 | Beta | 500 | Proposal | 2026-01-02 |\n| 3 | Gamma | 50 | Proposal | someday |`,
      Lost: "| Deal ID | Deal | Stage | Amount | Created |\n| 4 | Delta | Lead | none at all | 2026-01-04 |",
    });
    expect(told(records).slice().sort()).toEqual([
      "Lost 2 4 lost",
      "Open 2 1 open",
      "Won 3 2 won",
      "Won 4 3 won",
    ]);
    expect(records.deals.find(({ id }) => id === "4")?.stage).toBe("Lead");
    const { dealsSheet, moreDealsSheets, runnerUp } = records.recognition;
    expect([dealsSheet, ...(moreDealsSheets ?? [])].sort()).toEqual(["Lost", "Open", "Won"]);
    expect(runnerUp).toBeNull();
    expect(records.recognition.headerRows).toEqual({ Lost: 0, Open: 0, Won: 1 });
    expect(
      records.recognition.columns
        .filter(({ field }) => field === "amount")
        .map(({ sheet, column, samples }) => `${sheet} ${column} ${samples.join("/")}`)
        .sort(),
    ).toEqual(["Lost 3 none at all", "Open 2 900", "Won 2 500/50"]);
    expect(problemsOf(records, "date-unreadable")).toEqual(['Won!E4 "someday" error value']);
    expect(problemsOf(records, "amount-unreadable")).toEqual(['Lost!D2 "none at all" error value']);
  });

  it("name deals of one name by the rows of their own sheets", () => {
    const records = readTables({
      Open: "| Deal | Stage | Created |\n| Acme | Lead | 2026-01-01 |\n| Beta | Lead | 2026-01-02 |",
      Won: "| Deal | Stage | Created |\n| Gamma | Lead | 2026-01-03 |\n| Delta | Lead | 2026-01-04 |\n| Acme | Lead | 2026-01-05 |",
    });
    expect(records.deals.map(({ id }) => id).sort()).toEqual([
      "Acme (row 2)",
      "Acme (row 4)",
      "Beta",
      "Delta",
      "Gamma",
    ]);
  });

  it("are not mixed where one is a copy, an archive, or named by a person", () => {
    const rows = "\n| 1 | Acme | 900 | Lead | 2026-01-01 |\n| 2 | Beta | 500 | Lead | 2026-01-02 |";
    const copy = readTables({ Deals: HEADER + rows, "Last month": HEADER + rows });
    expect(told(copy)).toEqual(["Deals 2 1 open", "Deals 3 2 open"]);
    expect(problemsOf(copy, "table-unread")).toEqual([
      'Last month!A1 "Deal ID" note nothing kind=copy count=2',
    ]);
    const other = rows.replace("| 1 |", "| 3 |").replace("| 2 |", "| 4 |");
    const archive = readTables({ Deals: HEADER + rows, "Archive 2024": HEADER + other });
    expect(archive.deals).toHaveLength(2);
    expect(problemsOf(archive, "table-unread")).toEqual([
      'Archive 2024!A1 "Deal ID" warning nothing kind=deals count=2',
    ]);
    const named = readTables({ Deals: HEADER + rows, More: HEADER + other }, { dealsSheet: "More" });
    expect(told(named)).toEqual(["More 2 3 open", "More 3 4 open"]);
    expect(problemsOf(named, "table-unread")).toEqual([]);
  });

  it("are read together where they share their line of totals and a deal or two", () => {
    const month = (sheet: string, ...rows: readonly string[]) => [
      sheet,
      `| Customer | Stage | Value | Closed |\n${rows.join("\n")}\n| TOTAL | | 1400 | |\n| | won: | 500 | |`,
    ];
    const carried = "| Acme | Lead | 900 | |";
    const records = readTables(
      Object.fromEntries([
        month("Sep 2026", carried, "| Beta | Won | 500 | 2026-09-09 |", "| Gamma | Lost | 50 | 2026-09-10 |"),
        month("Oct 2026", carried, "| Delta | Won | 500 | 2026-10-09 |", "| Eta | Lost | 50 | 2026-10-10 |"),
      ]),
    );
    expect(records.deals.map(({ name, account }) => name || account).sort()).toEqual([
      "Acme",
      "Acme",
      "Beta",
      "Delta",
      "Eta",
      "Gamma",
    ]);
    expect(problemsOf(records, "table-unread")).toEqual([]);
  });

  it("say where the other row of an id stands", () => {
    const records = readTables({
      "Deals 2025": `${HEADER}\n${Array.from({ length: 12 }, (_, i) => `| ${i} | Old ${i} | 9 | Lead | 2025-01-01 |`).join("\n")}`,
      "Deals 2026": `${HEADER}\n${Array.from({ length: 12 }, (_, i) => `| ${i + 11} | New ${i} | 9 | Lead | 2026-01-01 |`).join("\n")}`,
    });
    expect(records.deals).toHaveLength(23);
    expect(records.excludedCount).toBe(1);
    expect(problemsOf(records, "duplicate-id")).toEqual([
      'Deals 2026!A2 "11" error deal id=11 otherCell=Deals 2025!A13',
    ]);
  });
});

describe("tables below each other on a sheet", () => {
  it("are read together; the title above each tells the outcome", () => {
    const records = readTables({
      Sales: `
        | Open deals |
        | Deal ID | Deal  | Amount | Stage    | Created    |
        | 1       | Alpha | 1000   | Proposal | 2026-01-05 |
        --
        | Won deals |
        | Deal ID | Deal  | Amount | Created    | Closed     |
        | 2       | Beta  | 2000   | 2026-02-05 | 2026-03-05 |
        | 3       | Gamma | 3000   | 2026-02-06 | soon       |
        --
        | Lost deals |
        | Deal ID | Deal  | Value | Lost reason |
        | 4       | Delta | 4000  | Price       |`,
    });
    expect(told(records)).toEqual(["Sales 3 1 open", "Sales 7 2 won", "Sales 8 3 won", "Sales 12 4 lost"]);
    expect(records.deals.map(({ amount }) => amount)).toEqual([1000, 2000, 3000, 4000]);
    expect(records.deals[3]?.lostReason).toBe("Price");
    expect(records.excludedCount).toBe(0);
    expect(problemsOf(records, "date-unreadable")).toEqual(['Sales!E8 "soon" error value']);
    expect(problemsOf(records, "table-unread")).toEqual([]);
  });

  it("table-unread: one that lists deals in another way is named, and so is one that lists something else", () => {
    const records = readTables({
      Sales: `
        | Deal  | Amount | Stage    | Created    |
        | Alpha | 1000   | Proposal | 2026-01-05 |
        --
        | Stage    | Project | Owner |
        | Proposal | Shop    | Ann   |
        --
        | Owner | Amount |
        | Ann   | 500    |
        | Ben   | 700    |`,
    });
    expect(records.deals.map(({ name }) => name)).toEqual(["Alpha"]);
    expect(problemsOf(records, "table-unread")).toEqual([
      'Sales!A4 "Stage" warning nothing kind=deals count=1',
      'Sales!A7 "Owner" note nothing kind=table count=2',
    ]);
  });
});
