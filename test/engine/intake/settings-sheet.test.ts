import { describe, expect, it } from "vitest";
import { readSettingsSheet } from "../../../engine/intake/settings-sheet.ts";
import { gridOf } from "../../helpers/grid-of.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const SETTINGS = `
  | Pipecast settings |
  --
  | Setting       | Value       | What it means                          |
  | Deal sheet    | Pipeline    | The sheet with one row a deal          |
  | History sheet |             | The sheet with one row a stage change  |
  | Currency      | €           | What money is shown in                 |
  | Date order    | Month first | How 03/04/2026 is read                 |
  | Pipeline      | Sales       |                                        |
  | Level         | 80 %        | How sure intervals are                 |
  | Seed          | 7           |                                        |
  | Column for amount | Worth   |                                        |
  | Rate GBP      | 1.25        |                                        |
  | Target 2026-Q3 | 12k        |                                        |
  --
  | Stage         | Kind          | Goal days | Exit criteria  |
  | Hello         | open          | 7         | budget is known |
  | Talks         | open          |           |                 |
  | Signed        | won           |           |                 |
  | Aftercare     | after the win |           |                 |
  | Gone          | lost          |           |                 |
  | Odd           | sideways      |           |                 |
  --
  | Currency      | Rate |
  | USD           | 0.92 |
  | apples        | 3    |
  | CHF           | much |
  --
  | Period        | Target |
  | 2026-07       | 9000   |`;

describe("the sheet Pipecast Settings", () => {
  const settings = readSettingsSheet([gridOf("Pipecast Settings", SETTINGS)]);

  it("reads settings by name, and tables of stages, rates and targets", () => {
    expect(settings).toMatchObject({
      dealsSheet: "Pipeline",
      historySheet: null,
      currency: "EUR",
      dateOrder: "month-first",
      pipeline: "Sales",
      level: 0.8,
      seed: 7,
    });
    expect([...settings.columns]).toEqual([["amount", "Worth"]]);
    expect([...settings.rates]).toEqual([
      ["GBP", 1.25],
      ["USD", 0.92],
    ]);
    expect([...settings.targets]).toEqual([
      ["2026-Q3", 12_000],
      ["2026-07", 9000],
    ]);
    expect(settings.stages.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "Hello open",
      "Talks open",
      "Signed won",
      "Aftercare after",
      "Gone lost",
      "Odd null",
    ]);
    expect(settings.stages[0]).toMatchObject({ goalDays: 7, exitCriteria: "budget is known" });
  });

  it("setting-unreadable: names the cell", () => {
    const cells = settings.problems.map(({ code, where, value }) => `${code} ${where.cell} ${value}`);
    expect(cells).toEqual([
      "stage-kind-unknown B21 sideways",
      "setting-unreadable A25 apples",
      "setting-unreadable B26 much",
    ]);
  });

  it("sets nothing where the workbook has no such sheet", () => {
    expect(readSettingsSheet([gridOf("Deals", SETTINGS)])).toMatchObject({
      dealsSheet: null,
      stages: [],
      problems: [],
    });
  });

  it("decides how a workbook is read, and an option decides before it", () => {
    const sheets = {
      "Pipecast Settings": SETTINGS,
      "Pipecast Overview": "| ID | Stage | Amount |\n| X1 | Hello | 1 |",
      Other:
        "| ID | Stage | Amount | Created |\n| X1 | Hello | 1 | 2026-01-01 |\n| X2 | Hello | 1 | 2026-01-01 |",
      Pipeline: `
        | ID | Stage     | Amount | Worth   | Created    |
        | D1 | Hello     | 1      | $100    | 03/04/2026 |
        | D2 | Signed    | 2      | £100    | 03/04/2026 |
        | D3 | Aftercare | 3      | 300     | 03/04/2026 |
        | D4 | Gone      | 4      | ¥500    | 03/04/2026 |`,
    };
    const records = readTables(sheets);
    expect(records.recognition.dealsSheet).toBe("Pipeline");
    expect(records.currency).toBe("EUR");
    // 100 USD × 0.92 = 92 EUR; 100 GBP × 1.25 = 125 EUR; no rate for yen.
    expect(records.deals.map(({ amount }) => amount)).toEqual([92, 125, 300, null]);
    expect(records.deals.map(({ outcome }) => outcome)).toEqual(["open", "won", "won", "lost"]);
    expect(records.deals[0]?.createdDay).toBe(20516);
    expect(problemsOf(records, "setting-unreadable")).toHaveLength(2);
    const other = readTables(sheets, {
      dealsSheet: "Other",
      dateOrder: "day-first",
      columns: { amount: "Amount" },
    });
    expect(other.recognition.dealsSheet).toBe("Other");
  });

  it("reads a target for every month and the horizon, and refuses what is out of range", () => {
    const sheet = `
      | Setting | Value |
      | Target  | 50000 |
      | Horizon | 4     |
      | Level   | 3 %   |
      | Seed    | 1.5   |`;
    const { targets, horizon, level, seed, problems } = readSettingsSheet([
      gridOf("Pipecast Settings", sheet),
    ]);
    expect({ targets: [...targets], horizon, level, seed }).toEqual({
      targets: [["month", 50_000]],
      horizon: 4,
      level: null,
      seed: null,
    });
    expect(problems.map(({ code, where }) => `${code} ${where.cell}`)).toEqual([
      "setting-unreadable B4",
      "setting-unreadable B5",
    ]);
  });
});
