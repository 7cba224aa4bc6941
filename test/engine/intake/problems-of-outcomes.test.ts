import { describe, expect, it } from "vitest";
import type { Records } from "../../../engine/intake/records.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const stages = (...names: readonly string[]): Readonly<Record<string, string>> => ({
  Deals: ["| ID | Stage |", ...names.map((name, i) => `| D${i} | "${name}" |`)].join("\n"),
});
const kinds = (records: Records): Readonly<Record<string, string>> =>
  Object.fromEntries(records.stages.map(({ name, kind }) => [name, kind]));
const outcomes = (records: Records): readonly string[] =>
  records.deals.map(({ id, outcome, stage }) => `${id} ${outcome} ${stage}`);

describe("outcomes", () => {
  it("decides by status, stage word, days, then probability", () => {
    expect(
      outcomes(
        readTables({
          Deals:
            "| ID | Stage | Status |\n| D1 | Talks | Won |\n| D2 | Talks | Lost |\n| D3 | Talks | Open |",
        }),
      ),
    ).toEqual(["D1 won Talks", "D2 lost Talks", "D3 open Talks"]);
    expect(
      outcomes(
        readTables({
          Deals:
            "| ID | Stage | Won on | Lost on |\n| D1 | Talks | 2026-01-04 | |\n| D2 | Talks | | 2026-01-04 |\n| D3 | Talks | | |",
        }),
      ),
    ).toEqual(["D1 won Talks", "D2 lost Talks", "D3 open Talks"]);
    expect(
      outcomes(
        readTables({
          Deals:
            "| ID | Stage | Probability |\n| D1 | Talks | 100 |\n| D2 | Talks | 0 |\n| D3 | Talks | 50 |",
        }),
      ),
    ).toEqual(["D1 won Talks", "D2 lost Talks", "D3 open Talks"]);
    const stageWords = {
      Deals:
        "| ID | Stage | Probability |\n| D1 | Talks | 100 |\n| D2 | Closed Lost | 0 |\n| D3 | Lost to competitor | 0 |",
    };
    expect(outcomes(readTables(stageWords))).toEqual(["D1 open Talks", "D2 lost null", "D3 lost null"]);
  });

  it("outcome-conflict: says what was taken, and what says otherwise", () => {
    const records = readTables({
      Deals: `
        | ID | Stage       | Status | Probability | Lost on    |
        | D1 | Closed Lost | Won    | 100         |            |
        | D2 | Talks       | Won    | 0           |            |
        | D3 | Talks       | Open   | 50          | 2026-01-04 |
        | D4 | Talks       | Lost   | 0           | 2026-01-04 |`,
    });
    expect(problemsOf(records, "outcome-conflict")).toEqual(
      [
        'Deals!B2 "Closed Lost" warning nothing outcome=won by=status other=lost otherBy=stage',
        'Deals!D3 "" warning nothing outcome=won by=status other=lost otherBy=probability',
        'Deals!E4 "" warning nothing outcome=open by=status other=lost otherBy=days',
      ].map((line) => line.replace('D3 ""', 'D3 "0"').replace('E4 ""', 'E4 "2026-01-04"')),
    );
  });

  it("outcome-unclear: closed, and nothing says how", () => {
    const records = readTables({
      Deals: `
        | ID | Stage  | Status | Lost reason |
        | D1 | Talks  | Closed |             |
        | D2 | Talks  | Closed | Price       |
        | D3 | Won    | Closed |             |
        | D4 | Talks  | Open   |             |`,
    });
    expect(outcomes(records)).toEqual(["D2 lost Talks", "D3 won null", "D4 open Talks"]);
    expect(problemsOf(records, "outcome-unclear")).toEqual(['Deals!C2 "Closed" warning deal']);
    expect(records.excludedCount).toBe(1);
  });

  it("stage-missing: counts as open, in no stage", () => {
    const records = readTables({
      Deals: "| ID | Deal | Stage | Amount |\n| D1 | Acme | | 900 |\n| D2 | Beta | Lead | 500 |",
    });
    expect(problemsOf(records, "stage-missing")).toEqual(['Deals!C2 "" warning value']);
    expect(outcomes(records)).toEqual(["D1 null null", "D2 open Lead"]);
  });

  it("keeps the last stage of a lost deal unknown where only the outcome is told", () => {
    const records = readTables(stages("Open", "Won", "Lost"));
    expect(outcomes(records)).toEqual(["D0 open null", "D1 won null", "D2 lost null"]);
    expect(kinds(records)).toEqual({ Won: "won", Lost: "lost" });
  });
});

describe("a stage that is only called closed", () => {
  it("ends each deal as its status says, in the history too", () => {
    const records = readTables({
      Deals: `
        | ID | Stage  | Status |
        | D1 | Closed | Won    |
        | D2 | Closed | Lost   |
        | D3 | Talks  | Open   |`,
      History: `
        | ID | To stage | Changed on |
        | D1 | Talks    | 2026-01-01 |
        | D1 | Closed   | 2026-02-01 |
        | D2 | Talks    | 2026-01-01 |
        | D2 | Closed   | 2026-02-01 |`,
    });
    expect(outcomes(records)).toEqual(["D1 won null", "D2 lost null", "D3 open Talks"]);
    const kindOf = new Map(records.stages.map(({ name, kind }) => [name, kind]));
    expect([...records.changes].map(({ dealId, stage }) => `${dealId} ${kindOf.get(stage)}`)).toEqual([
      "D1 open",
      "D1 won",
      "D2 open",
      "D2 lost",
    ]);
    expect(records.problems).toEqual([]);
  });

  it("is lost beside a stage for won, and won beside a stage for lost", () => {
    const kindBeside = (other: string) =>
      readTables(stages("Talks", "Closed", other)).stages.find(({ name }) => name === "Closed")?.kind;
    expect(kindBeside("Won")).toBe("lost");
    expect(kindBeside("Lost")).toBe("won");
  });
});
