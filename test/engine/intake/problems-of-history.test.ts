import { describe, expect, it } from "vitest";
import { isoOfDay } from "../../../engine/basics/day.ts";
import type { Records } from "../../../engine/intake/records.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const DEALS = `
  | ID | Deal  | Stage    | Created    |
  | D1 | Acme  | Proposal | 2026-01-01 |
  | D2 | Beta  | Lead     | 2026-01-02 |
  | D3 | Gamma | Lead     | 2026-01-03 |
  | D4 | Gamma | Lead     | 2026-01-03 |`;

const changes = (records: Records): readonly string[] =>
  [...records.changes].map(({ dealId, stage, day }) => `${dealId} ${stage} ${isoOfDay(day)}`);

describe("rows of history that cannot be used", () => {
  it("deal-unknown, deal-ambiguous, change-without-deal, -stage and -day: each is told, none is lost silently", () => {
    const records = readTables({
      Deals: DEALS,
      History: `
        | Deal  | Stage    | Entered    |
        | D1    | Lead     | 2026-01-01 |
        | Acme  | Proposal | 2026-02-01 |
        | d2    | Lead     | 2026-01-02 |
        | Gamma | Lead     | 2026-01-03 |
        | D9    | Lead     | 2026-01-03 |
        |       | Lead     | 2026-01-03 |
        | D1    |          | 2026-01-03 |
        | D1    | Lead     |            |`,
    });
    expect(changes(records)).toEqual(["D1 Lead 2026-01-01", "D1 Proposal 2026-02-01", "D2 Lead 2026-01-02"]);
    expect(problemsOf(records, "deal-ambiguous")).toEqual(['History!A5 "Gamma" warning value count=2']);
    expect(problemsOf(records, "deal-unknown")).toEqual(['History!A6 "D9" warning value']);
    expect(problemsOf(records, "change-without-deal")).toEqual(['History!A7 "" warning value']);
    expect(problemsOf(records, "change-without-stage")).toEqual(['History!B8 "D1" warning value']);
    expect(problemsOf(records, "change-without-day")).toEqual(['History!C9 "D1" warning value']);
  });

  it("history-unrelated: a history of other things is not read", () => {
    const records = readTables({
      Deals: DEALS,
      Tickets: "| ID | To stage | Changed on |\n| T1 | New | 2026-01-01 |\n| T1 | Done | 2026-01-02 |",
    });
    expect(problemsOf(records, "history-unrelated")).toEqual(['Tickets!null "Tickets" warning nothing']);
    expect(records.recognition).toMatchObject({ shape: "deals-only", historySheet: null });
    expect(records.stages.map(({ name }) => name)).toEqual(["Proposal", "Lead"]);
  });

  it("from-stage-differs; the first stage before a change was entered when the deal was created", () => {
    const records = readTables({
      Deals: DEALS,
      History: `
        | ID | From     | To          | When       |
        | D1 | Lead     | Proposal    | 2026-02-01 |
        | D1 | Lead     | Negotiation | 2026-03-01 |`,
    });
    expect(changes(records)).toEqual([
      "D1 Lead 2026-01-01",
      "D1 Proposal 2026-02-01",
      "D1 Negotiation 2026-03-01",
    ]);
    expect(problemsOf(records, "from-stage-differs")).toEqual([
      'History!D3 "Lead" warning nothing from=Lead before=Proposal',
    ]);
  });

  it("reads the stage rows of a field-history log, and tells of the others", () => {
    const records = readTables({
      Deals: DEALS,
      Log: `
        | OpportunityId | Field     | OldValue | NewValue | CreatedDate            |
        | D1            | Amount    | 1        | 2        | "2026-01-05T08:00:00Z" |
        | D1            | StageName | Lead     | Proposal | "2026-02-01T08:00:00Z" |
        | D1            | CloseDate | a        | b        | "2026-02-05T08:00:00Z" |`,
    });
    expect(changes(records)).toEqual(["D1 Lead 2026-01-01", "D1 Proposal 2026-02-01"]);
    expect(records.recognition).toMatchObject({ shape: "history", historySheet: "Log" });
    expect(problemsOf(records, "row-skipped")).toEqual(['Log!B2 "Amount" note nothing kind=field count=2']);
  });
});

describe("snapshots", () => {
  const WEEKS = `
    | deal_id | week       | stage       | amount | expected close |
    | D1      | 2026-01-05 | Lead        | 100    | 2026-03-31     |
    | D2      | 2026-01-05 | Lead        | 50     |                |
    | D1      | 2026-01-19 | Proposal    | 120    | 2026-04-30     |
    | D3      | 2026-01-19 | Lead        | 80     |                |
    | D1      | 2026-01-26 | Closed Won  | 130    | 2026-04-30     |
    | D3      | 2026-01-26 | Lead        | 80     |                |`;

  it("snapshot-vanished: open when last seen, and in no later snapshot", () => {
    const records = readTables({ Weekly: WEEKS });
    expect(problemsOf(records, "snapshot-vanished")).toEqual([
      'Weekly!B3 "D2" warning nothing lastDay=2026-01-05',
    ]);
    expect(
      records.deals.map(({ id, outcome, stage, amount }) => `${id} ${outcome} ${stage} ${amount}`),
    ).toEqual(["D1 won null 130", "D2 open Lead 50", "D3 open Lead 80"]);
  });

  it("dates a change by the first snapshot that shows it, with gaps between the weeks", () => {
    const records = readTables({ Weekly: WEEKS });
    expect(changes(records)).toEqual([
      "D1 Lead 2026-01-05",
      "D2 Lead 2026-01-05",
      "D1 Proposal 2026-01-19",
      "D3 Lead 2026-01-19",
      "D1 Closed Won 2026-01-26",
    ]);
    expect(records.snapshots).toHaveLength(6);
    expect(records.snapshots[2]).toMatchObject({ dealId: "D1", stage: "Proposal", amount: 120 });
  });
});

describe("sources mixed in one workbook", () => {
  it("reads each deal's best source: history, else stage-date columns, else snapshots", () => {
    const records = readTables({
      Deals: `
        | ID | Stage    | Entered Lead | Entered Proposal |
        | D1 | Proposal | 2026-01-01   | 2026-01-20       |
        | D2 | Proposal | 2026-01-02   | 2026-01-21       |
        | D3 | Lead     |              |                  |`,
      History: "| ID | To stage | Changed on |\n| D1 | Lead | 2026-01-01 |\n| D1 | Proposal | 2026-01-22 |",
      Weekly:
        "| ID | Snapshot date | Stage |\n| D3 | 2026-01-05 | Lead |\n| D1 | 2026-01-05 | Lead |\n| D3 | 2026-01-12 | Lead |",
    });
    expect([...changes(records)].sort()).toEqual([
      "D1 Lead 2026-01-01",
      "D1 Proposal 2026-01-22",
      "D2 Lead 2026-01-02",
      "D2 Proposal 2026-01-21",
      "D3 Lead 2026-01-05",
    ]);
    expect(records.recognition.shape).toBe("history");
  });
});
