import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleFiles } from "../../samples/files.ts";
import { writeUp } from "../../samples/paperwork.ts";
import { dealsGrid, dealsWithStatusGrid, historyGrid, stageDatesGrid } from "../../samples/rows.ts";
import type { Scenario } from "../../samples/scenario.ts";
import { sampleTeam } from "../../samples/team.ts";
import { writeCsv } from "../../samples/write-csv.ts";
import { writeWorkbook } from "../../samples/write-workbook.ts";
import { expectSameCells, expectSameFigures, inSheets, onCommandLine } from "../apps-script/both-hosts.ts";
import { expectSameNamedFigures } from "../cli/named-figures.ts";
import { inFolder } from "../cli/run-main.ts";

/** Three workbooks a team: deals with their history, deals only, dates by stage. */
const TEAMS = Array.from({ length: 17 }, (_, index) => index + 1);

/** From a team that hardly sells to one nearly as busy as the sample. */
function teamOf(seed: number): Scenario {
  return { ...sampleTeam, seed, arrivals: { ...sampleTeam.arrivals, aMonth: seed ** 2 / 20 } };
}

/** The sample's three files, with its faults where the team is large enough to have made them all. */
async function filesOf(seed: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const scenario = teamOf(seed);
  if (scenario.arrivals.aMonth > 5) return sampleFiles(scenario);
  const book = writeUp(scenario);
  return new Map([
    ["pipeline.xlsx", await writeWorkbook([dealsGrid(book), historyGrid(book)], "Simulated", book.asOfDay)],
    ["deals-only.xlsx", await writeWorkbook([dealsWithStatusGrid(book)], "Simulated", book.asOfDay)],
    ["stage-dates.csv", writeCsv(stageDatesGrid(book))],
  ]);
}

describe("one figure, one value, in JSON, Excel, Google Sheets and the sidebar; twice the same bytes", () => {
  test.each(TEAMS)("the workbooks of simulated team %i", async (seed) => {
    await inFolder(async (folder) => {
      for (const [name, bytes] of await filesOf(seed)) {
        const path = join(folder, name);
        await writeFile(path, bytes);
        const told = await onCommandLine(path);
        const written = await inSheets(path);
        expectSameFigures(told, written);
        expectSameCells(told, written);
        await expectSameNamedFigures(told);
        expect((await onCommandLine(path)).bytes.equals(told.bytes)).toBe(true);
      }
    });
  });
});
