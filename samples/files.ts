import { type FaultySheets, withFaults } from "./faults.ts";
import { writeUp } from "./paperwork.ts";
import { dealsGrid, dealsWithStatusGrid, historyGrid, stageDatesGrid } from "./rows.ts";
import type { Scenario } from "./scenario.ts";
import { sampleTeam } from "./team.ts";
import { writeCsv } from "./write-csv.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** The two sheets of `pipeline.xlsx`, and the faults that are in them. */
export function pipelineSheets(scenario: Scenario = sampleTeam): FaultySheets {
  const book = writeUp(scenario);
  return withFaults(dealsGrid(book), historyGrid(book));
}

/** Every sample file by name, as bytes. */
export async function sampleFiles(scenario: Scenario = sampleTeam): Promise<ReadonlyMap<string, Uint8Array>> {
  const book = writeUp(scenario);
  const { deals, history } = pipelineSheets(scenario);
  const title = "Sample pipeline (simulated)";
  return new Map([
    ["pipeline.xlsx", await writeWorkbook([deals, history], title, book.asOfDay)],
    ["pipeline-deals-only.xlsx", await writeWorkbook([dealsWithStatusGrid(book)], title, book.asOfDay)],
    ["pipeline-stage-dates.csv", writeCsv(stageDatesGrid(book))],
  ]);
}
