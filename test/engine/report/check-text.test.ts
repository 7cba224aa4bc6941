import { describe, expect, test } from "vitest";
import { analyse } from "../../../engine/analyse.ts";
import { withDefaults } from "../../../engine/options.ts";
import { checkText } from "../../../engine/report/text/check.ts";
import { gridOf } from "../../helpers/grid-of.ts";
import { blocksText } from "../../helpers/report-text.ts";

function checked(sheets: Readonly<Record<string, string>>): string {
  const grids = Object.entries(sheets).map(([sheet, table]) => gridOf(sheet, table));
  return blocksText(checkText(analyse(grids, withDefaults({ asOfDay: 20634 }))));
}

describe("the check page", () => {
  test("shows what dates the changes of a history that has only a creation day", () => {
    const text = checked({
      History: `
        | OpportunityId | StageName     | Amount | CreatedDate |
        | 1             | Qualification | 100    | 2026-01-05  |
        | 1             | Proposal      | 100    | 2026-01-15  |
        | 1             | Closed Won    | 100    | 2026-02-05  |
        | 2             | Qualification | 100    | 2026-01-05  |
        | 2             | Closed Lost   | 100    | 2026-02-05  |`,
    });
    expect(text).toContain("Day of the change");
    expect(text).not.toContain("Day it was created");
  });

  test("tells deals of other pipelines apart from rows that could not be used", () => {
    const text = checked({
      Deals: `
        | ID | Pipeline | Stage |
        | 1  | Sales    | Lead  |
        | 2  | Sales    | Lead  |
        | 3  | Partners | Lead  |`,
    });
    expect(text).toContain("1 deal belongs to other pipelines, which are not read");
    expect(text).not.toContain("could not be used");
  });

  test("speaks of one deal as one", () => {
    expect(checked({ Deals: "| ID | Stage |\n| 1 | Lead |" })).toContain("The only deal counts, as of");
    const two = "| ID | Stage | Status |\n| 1 | Lead | Open |\n| 2 | Lead | Deleted |";
    expect(checked({ Deals: two })).toContain("1 of 2 deals counts, as of");
  });

  test("says several spellings are taken as a stage, and who says what of an outcome", () => {
    const text = checked({
      Deals: `
        | ID | Stage     | Won on     | Lost on    | Probability |
        | 1  | Won       |            | 2026-02-04 | 50          |
        | 2  | closedwon | 2026-02-04 |            | 0           |
        | 3  | CLOSED WON | 2026-02-04 |           | 100         |
        | 4  | Talks     | 2026-02-04 |            | 0           |`,
    });
    expect(text).toContain("are taken as");
    expect(text).toContain("The stage says won, the days say lost");
    expect(text).not.toContain("days says");
  });

  test("calls log rows of other fields what they are", () => {
    const text = checked({
      Log: `
        | Record ID | Property name | Old value | New value | Changed at |
        | 1         | dealstage     |           | Lead      | 2026-01-01 |
        | 1         | amount        |           | 5000      | 2026-01-01 |
        | 1         | owner         |           | 12        | 2026-01-01 |
        | 1         | dealstage     | Lead      | Won       | 2026-02-01 |`,
    });
    expect(text).toContain("the first is about another field than the stage");
  });
});
