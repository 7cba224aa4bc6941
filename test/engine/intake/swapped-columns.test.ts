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
