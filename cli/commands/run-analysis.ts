import {
  type Analysis,
  type AnyGrid,
  type DealsRead,
  figuresOf,
  type Options,
  readDeals,
} from "../../engine/index.ts";
import type { Progress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { readWorkbook, sourceName } from "../read/read-workbook.ts";
import { forecastAside } from "../threads/forecast-aside.ts";

/** How many steps of the progress bar `runAnalysis` takes. */
export const ANALYSIS_STEPS = 3;

/**
 * FILE → analysis, with a step of the progress bar for each part of the way. Where the record of past forecasts is
 * shown, a thread works out most of the forecast meanwhile.
 */
export async function runAnalysis(
  file: string,
  options: Options,
  io: Io,
  progress: Progress,
  showsRecord = true,
): Promise<Analysis> {
  const deals = await dealsIn(file, options, io, progress);
  progress.step("Working out the figures");
  return figuresOf(deals, showsRecord && io.program !== undefined ? forecastAside(io.program) : undefined);
}

/** Nobody keeps the cells: those of a large file take as much memory as all that comes after. */
async function dealsIn(file: string, options: Options, io: Io, progress: Progress): Promise<DealsRead> {
  progress.step(`Reading ${sourceName(file)}`);
  const grids = await readWorkbook(file, io);
  progress.step("Finding the deals");
  return readDeals(grids, options);
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
  progress.step("Finding the deals");
  const deals = readDeals(grids, options);
  progress.step("Working out the figures");
  return { grids, analysis: figuresOf(deals) };
}
