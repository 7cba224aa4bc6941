import { describe, expect, it } from "vitest";
import { dayOfIso } from "../../../engine/basics/day.ts";
import { readRecords } from "../../../engine/intake/read-records.ts";
import { withDefaults } from "../../../engine/options.ts";
import { gridOf } from "../../helpers/grid-of.ts";

const settings = withDefaults({ asOfDay: dayOfIso("2026-06-30") ?? 0 });

const DEALS = gridOf(
  "Deals",
  `| Deal ID | Deal Name | Owner | Stage    | Amount | Created date | Close date |
   | D1      | Acme      | Ann   | Proposal | 1200   | 2026-01-05   | 2026-07-31 |
   | D2      | Globex    | Ben   | Won      | 800    | 2026-01-07   | 2026-03-02 |
   | D3      | Initech   | Ann   | Lost     | 0      | 2026-02-01   | 2026-02-20 |`,
);
const HISTORY = gridOf(
  "Stage history",
  `| Deal ID | Stage         | Entered    |
   | D1      | Qualification | 2026-01-05 |
   | D1      | Proposal      | 2026-02-01 |
   | D2      | Qualification | 2026-01-07 |
   | D2      | Won           | 2026-03-02 |
   | D3      | Qualification | 2026-02-01 |
   | D3      | Lost          | 2026-02-20 |`,
);

describe("the four shapes of history, on clean tables", () => {
  it("reads a deal sheet with a history sheet", () => {
    const records = readRecords([DEALS, HISTORY], settings);
    expect(records.recognition).toMatchObject({
      dealsSheet: "Deals",
      historySheet: "Stage history",
      shape: "history",
    });
    expect(records.deals.map(({ id, outcome, stage, amount }) => [id, outcome, stage, amount])).toEqual([
      ["D1", "open", "Proposal", 1200],
      ["D2", "won", null, 800],
      ["D3", "lost", null, 0],
    ]);
    expect(records.changes).toHaveLength(6);
    expect(records.problems).toEqual([]);
  });

  it("takes the close date as expected while open and as actual once closed", () => {
    const [open, won] = readRecords([DEALS], settings).deals;
    expect([open?.expectedCloseDay, open?.closedDay]).toEqual([dayOfIso("2026-07-31"), null]);
    expect([won?.expectedCloseDay, won?.closedDay]).toEqual([null, dayOfIso("2026-03-02")]);
  });

  it("reads deals alone", () => {
    const records = readRecords([DEALS], settings);
    expect(records.recognition).toMatchObject({ shape: "deals-only", historySheet: null });
    expect([...records.changes]).toEqual([]);
  });

  it("makes deals from a lone history sheet", () => {
    const records = readRecords([HISTORY], settings);
    expect(records.recognition.shape).toBe("history");
    expect(records.deals.map(({ id }) => id)).toEqual(["D1", "D2", "D3"]);
    expect(records.changes).toHaveLength(6);
  });

  it("reads stage-date columns, and their order", () => {
    const grid = gridOf(
      "Pipeline",
      `| Deal | Stage    | Date entered "Qualification (Sales)" | Date entered "Proposal (Sales)" |
       | Acme | Proposal | 2026-01-05 | 2026-02-01 |
       | Beta | Proposal |            | 2026-02-03 |`,
    );
    const records = readRecords([grid], settings);
    expect(records.recognition.shape).toBe("stage-dates");
    expect([...records.changes].map(({ dealId, stage, day }) => [dealId, stage, day])).toEqual([
      ["Acme", "Qualification", dayOfIso("2026-01-05")],
      ["Acme", "Proposal", dayOfIso("2026-02-01")],
      ["Beta", "Proposal", dayOfIso("2026-02-03")],
    ]);
    expect(records.stages.map(({ name, givenRank }) => [name, givenRank])).toEqual([
      ["Qualification", 1],
      ["Proposal", 2],
    ]);
  });

  it("reads snapshots: a change of stage between two of them is an entry", () => {
    const grid = gridOf(
      "Weekly",
      `| deal_id | date_snapshot | stage         | amount |
       | D1      | 2026-01-05    | Qualification | 100    |
       | D1      | 2026-01-12    | Qualification | 100    |
       | D1      | 2026-01-19    | Proposal      | 120    |
       | D2      | 2026-01-19    | Proposal      | 50     |`,
    );
    const records = readRecords([grid], settings);
    expect(records.recognition.shape).toBe("snapshots");
    expect([...records.changes].map(({ dealId, stage, row }) => [dealId, stage, row])).toEqual([
      ["D1", "Qualification", 1],
      ["D1", "Proposal", 3],
      ["D2", "Proposal", 4],
    ]);
  });
});
