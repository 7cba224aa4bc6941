import { describe, expect, it } from "vitest";
import type { Records } from "../../../engine/intake/records.ts";
import { buildTimelines } from "../../../engine/pipeline/build-timelines.ts";
import { problemMessage } from "../../../engine/report/wording/problems.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const TODAY = 20_700;
const HEADER = "| ID | Stage | Created | Closed |";

/** So many deals in a stage, of which the first ones have a closing day. */
function deals(stage: string, count: number, dated: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, i) => `| ${stage}-${i} | ${stage} | 2026-01-01 | ${i < dated ? "2026-02-01" : ""} |`,
  );
}

const read = (...rows: readonly string[]): Records => readTables({ Deals: [HEADER, ...rows].join("\n") });
const openWithDay = (records: Records): number =>
  buildTimelines(records, TODAY).problems.filter(({ code }) => code === "open-with-closed-day").length;

describe("an open stage in which nearly all deals have a closing day, and nearly none elsewhere", () => {
  // 9 of 10 are 90 %; 1 of 10 elsewhere is 10 %
  const records = read(...deals("Installed", 10, 9), ...deals("Proposal", 6, 1), ...deals("Lead", 4, 0));

  it("is told once, with what to write into the settings", () => {
    const [problem] = records.problems.filter(({ code }) => code === "stage-kind-unclear");
    expect(problem && problemMessage(problem)).toBe(
      'Deals!B2: 9 of 10 deals in stage "Installed" carry a closing day, so that it looks like a won stage; it is taken ' +
        "as open, and those days are left out. List your stages below the headers Stage and Kind in the sheet Pipecast " +
        'Settings, this one in the row "Installed | won" (or lost, or open); or call it Won.',
    );
    expect(problemsOf(records, "stage-kind-unclear")).toHaveLength(1);
  });

  it("has no warning for each deal; one in another stage keeps its own", () => {
    expect(openWithDay(records)).toBe(1);
  });

  it("is won where the settings say so as told", () => {
    const set = readTables({
      Deals: [HEADER, ...deals("Installed", 5, 5), ...deals("Lead", 2, 0)].join("\n"),
      "Pipecast Settings": "| Stage | Kind |\n| Lead | open |\n| Installed | won |",
    });
    expect(set.deals.filter(({ outcome }) => outcome === "won")).toHaveLength(5);
    expect(problemsOf(set, "stage-kind-unclear")).toEqual([]);
  });
});

describe("the deals have a warning each", () => {
  it.each([
    ["where fewer than 9 of 10 have a day", [...deals("Installed", 10, 8), ...deals("Lead", 4, 0)], 8],
    ["where the stage has four deals", [...deals("Proposal", 4, 4), ...deals("Lead", 4, 0)], 4],
    ["where other open stages have days too", [...deals("Installed", 5, 5), ...deals("Lead", 4, 1)], 6],
    ["where every open stage has them", [...deals("Installed", 5, 5), ...deals("Lead", 5, 5)], 10],
  ])("%s", (_where, rows, count) => {
    expect(openWithDay(read(...rows))).toBe(count);
  });
});
