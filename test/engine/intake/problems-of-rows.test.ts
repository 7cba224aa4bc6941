import { describe, expect, it } from "vitest";
import type { Records } from "../../../engine/intake/records.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const ids = ({ deals }: Records): readonly string[] => deals.map(({ id }) => id);

describe("rows that are no deals", () => {
  it("row-skipped: repeated headers, totals, notes, and another table below", () => {
    const records = readTables({
      Pipeline: `
        | Sales pipeline 2026 |
        --
        | Deal      | Stage    | Amount | Created    |
        | Acme      | Proposal | 900    | 2026-01-04 |
        | Beta      | Lead     | 500    | 2026-01-05 |
        | Deal      | Stage    | Amount | Created    |
        | Total     | Won      | 100    | 2026-01-06 |
        | Total     |          | 1500   |            |
        |           |          | 1500   |            |
        | * Amounts are without VAT and without travel |
        --
        | Stage     | Amount   | Deal   |
        | Proposal  | 900      | 1      |`,
    });
    expect(ids(records)).toEqual(["Acme", "Beta", "Total"]);
    expect(records.excludedCount).toBe(0);
    expect(problemsOf(records, "row-skipped")).toEqual([
      'Pipeline!A6 "Deal" note nothing kind=header count=1',
      'Pipeline!A8 "Total" note nothing kind=total count=1',
      'Pipeline!C9 "1500" note nothing kind=total count=1',
      'Pipeline!A10 "* Amounts are without VAT and without travel" note nothing kind=note count=1',
    ]);
    expect(problemsOf(records, "table-unread")).toEqual([
      'Pipeline!A12 "Stage" warning nothing kind=deals count=1',
    ]);
  });

  it("reads on after blank rows, and takes ids prepared for later for no deals", () => {
    const records = readTables({
      Deals: `
        | ID | Deal | Stage | Amount | Done  |
        | 1  | Acme | Lead  | 900    | FALSE |
        --
        | 2  | Beta | Lead  | 500    | FALSE |
        |    |      |       | 0      | FALSE |
        | 3  |      |       | 0      | FALSE |
        | 4  |      |       | "0"    | "FALSE" |`,
    });
    expect(ids(records)).toEqual(["1", "2"]);
    expect(problemsOf(records, "row-skipped")).toEqual(['Deals!A6 "3" note nothing kind=unused count=2']);
  });

  it("takes a month, a quarter or an outcome alone in its row for the head of a group", () => {
    const records = readTables({
      Deals:
        "| Deal | Stage | Amount |\n| March 2026 |\n| Acme | Lead | 900 |\n| Q2 2026 |\n| Beta | Lead | 500 |\n| Won deals |\n| Gamma | Won | 50 |",
    });
    expect(ids(records)).toEqual(["Acme", "Beta", "Gamma"]);
    expect(records.excludedCount).toBe(0);
    expect(problemsOf(records, "row-skipped")).toHaveLength(3);
  });

  it("row-without-data: a name and nothing else is counted, and excluded", () => {
    const records = readTables({
      Deals: "| Deal | Stage | Amount |\n| Acme | Lead | 900 |\n| Hot ones |\n| Beta | Lead | 500 |",
    });
    expect(ids(records)).toEqual(["Acme", "Beta"]);
    expect(records.excludedCount).toBe(1);
    expect(problemsOf(records, "row-without-data")).toEqual(['Deals!A3 "Hot ones" warning deal']);
  });
});

describe("ids", () => {
  it("duplicate-row and duplicate-id: one row stays, the fuller one, whatever the order", () => {
    const rows = [
      "| D1 | Acme | Lead | 900 |",
      "| D1 | Acme | Lead | 900 |",
      "| D2 | Beta | Lead | |",
      "| D2 | Gamma | Won | 500 |",
    ];
    const read = (order: readonly string[]) =>
      readTables({ Deals: ["| ID | Deal | Stage | Amount |", ...order].join("\n") });
    const records = read(rows);
    expect(problemsOf(records, "duplicate-row")).toEqual(['Deals!A3 "D1" warning deal id=D1 otherCell=A2']);
    expect(problemsOf(records, "duplicate-id")).toEqual(['Deals!A4 "D2" error deal id=D2 otherCell=A5']);
    expect(records.excludedCount).toBe(2);
    const kept = ({ deals }: Records) => deals.map(({ id, name }) => `${id} ${name}`).sort();
    expect(kept(records)).toEqual(["D1 Acme", "D2 Gamma"]);
    expect(kept(read([...rows].reverse()))).toEqual(kept(records));
  });

  it("duplicate-row: rows of one id that differ in columns nobody reads are copies", () => {
    const records = readTables({
      Deals: `
        | ID | Deal | Stage | Amount | My remarks     |
        | D1 | Acme | Lead  | 900    | called on Monday |
        | D1 | Acme | Lead  | 900    | no answer      |`,
    });
    expect(records.deals).toHaveLength(1);
    expect(problemsOf(records, "duplicate-row")).toEqual(['Deals!A3 "D1" warning deal id=D1 otherCell=A2']);
    expect(problemsOf(records, "duplicate-id")).toEqual([]);
  });

  it("tells deals of one name apart where there are no ids, but not the same row twice", () => {
    const records = readTables({
      Deals: `
        | Deal    | Stage | Created    |
        | Renewal | Lead  | 2026-01-04 |
        | Renewal | Lead  | 2026-02-04 |
        | Renewal | Lead  | 2026-02-04 |
        | Acme    | Lead  | 2026-02-04 |`,
    });
    expect(ids(records)).toEqual(["Renewal (row 2)", "Renewal (row 3)", "Acme"]);
    expect(problemsOf(records, "duplicate-row")).toEqual([
      'Deals!A4 "Renewal" warning deal id=Renewal otherCell=A3',
    ]);
  });

  it("deal-without-id: goes by its name", () => {
    const records = readTables({
      Deals:
        "| ID | Deal | Stage |\n| D1 | Acme | Lead |\n| | Beta | Lead |\n| | | Proposal |\n| D2 | Row 4 | Lead |",
    });
    expect(problemsOf(records, "deal-without-id")).toEqual([
      'Deals!A3 "" warning nothing id=Beta',
      'Deals!A4 "" warning nothing id=Row 4',
    ]);
    expect(ids(records)).toEqual(["D1", "Beta", "Row 4", "D2"]);
  });
});

describe("pipelines", () => {
  const DEALS = `
    | ID | Pipeline | Stage    |
    | D1 | Sales    | Lead     |
    | D2 | sales    | Proposal |
    | D3 | Partners | Intro    |
    | D4 |          | Lead     |`;

  it("other-pipeline: reads the largest, and says what it left out", () => {
    const records = readTables({ Deals: DEALS });
    expect(ids(records)).toEqual(["D1", "D2", "D4"]);
    expect(records.recognition).toMatchObject({ pipelineName: "Sales", otherPipelines: ["Partners"] });
    expect(problemsOf(records, "other-pipeline")).toEqual([
      'Deals!B4 "Partners" note deal pipeline=Partners read=Sales',
    ]);
    expect(records.excludedCount).toBe(1);
    expect(records.stages.map(({ name }) => name)).toEqual(["Lead", "Proposal"]);
  });

  it("reads the one that is named", () => {
    expect(ids(readTables({ Deals: DEALS }, { pipeline: "partners" }))).toEqual(["D3", "D4"]);
    expect(() => readTables({ Deals: DEALS }, { pipeline: "Retail" })).toThrow(
      /one of the pipelines: Sales, Partners/,
    );
  });

  it("reads the stage-date columns of the pipeline only, and leaves out the history of other deals silently", () => {
    const records = readTables({
      Deals: `
        | ID | Pipeline | Stage    | Date entered "Lead (Sales)" | Date entered "Intro (Partners)" |
        | D1 | Sales    | Lead     | 2026-01-04 | |
        | D2 | Sales    | Lead     | 2026-01-05 | |
        | D3 | Partners | Intro    | | 2026-01-06 |`,
      History: "| ID | To stage | Changed on |\n| D1 | Lead | 2026-01-04 |\n| D3 | Intro | 2026-01-06 |",
    });
    expect([...records.changes].map(({ dealId, stage }) => `${dealId} ${stage}`)).toEqual([
      "D1 Lead",
      "D2 Lead",
    ]);
    expect(problemsOf(records, "deal-unknown")).toEqual([]);
  });
});
