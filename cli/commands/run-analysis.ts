import { type Analysis, type AnyGrid, analyse, type Options } from "../../engine/index.ts";
import type { Progress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { readWorkbook, sourceName } from "../read/read-workbook.ts";

/** How many steps of the progress bar `runAnalysis` takes. */
export const ANALYSIS_STEPS = 2;

/** FILE → analysis, with a step of the progress bar for each half of the way. */
export async function runAnalysis(
  file: string,
  options: Options,
  io: Io,
  progress: Progress,
): Promise<Analysis> {
  return (await readAndAnalyse(file, options, io, progress)).analysis;
}

/** The same, with the workbook's cells for what is in them besides deals. */
export async function readAndAnalyse(
  file: string,
  options: Options,
  io: Io,
  progress: Progress,
): Promise<{ readonly grids: readonly AnyGrid[]; readonly analysis: Analysis }> {
  progress.step(`Reading ${sourceName(file)}`);
  const grids = await readWorkbook(file, io);
  progress.step("Working out the figures");
  return { grids, analysis: analyse(grids, options) };
}
