import { describe, expect, it } from "vitest";
import { readTables } from "../../helpers/read-tables.ts";

const claimed = (table: string): readonly string[] =>
  readTables({ Deals: table })
    .recognition.columns.filter(({ field }) => field === "stage" || field === "outcome")
    .map(({ field, header }) => `${field} = ${header}`)
    .sort();

describe("a stage column that holds only outcomes", () => {
  it("is the outcome, where a column called status holds the stages", () => {
    const table = `
      | Deal ID | Deal | Status      | Stage |
      | 1       | A    | Proposal    | Open  |
      | 2       | B    | Negotiation | Open  |
      | 3       | C    | Proposal    | Won   |
      | 4       | D    | Proposal    | Lost  |`;
    expect(claimed(table)).toEqual(["outcome = Stage", "stage = Status"]);
    expect(readTables({ Deals: table }).deals.map(({ stage, outcome }) => `${stage} ${outcome}`)).toEqual([
      "Proposal open",
      "Negotiation open",
      "Proposal won",
      "Proposal lost",
    ]);
  });

  it("stays the stage where no other column holds stages", () => {
    const table = `
      | Deal ID | Deal     | Note  | Stage |
      | 1       | Proposal | call  | Open  |
      | 2       | Beta     | visit | Won   |`;
    expect(claimed(table)).toEqual(["stage = Stage"]);
  });
});

describe("a status column with slips of the pen", () => {
  const slipped = `
    | Deal | Created    | Status |
    | A    | 2026-01-01 | Won    |
    | B    | 2026-01-02 | wonn   |
    | C    | 2026-01-03 | Lsot   |
    | D    | 2026-01-04 | Open   |`;

  it("is the outcome, and its slips are no stages", () => {
    const { deals, stages } = readTables({ Deals: slipped });
    expect(claimed(slipped)).toEqual(["outcome = Status"]);
    expect(deals.map(({ outcome }) => outcome)).toEqual(["won", "won", "lost", "open"]);
    expect(stages.map(({ name }) => name)).toEqual([]);
  });

  it("is the stage where one of its words is a stage: Offer is not offen", () => {
    expect(claimed(slipped.replace("Lsot", "Offer"))).toEqual(["stage = Status"]);
  });
});
