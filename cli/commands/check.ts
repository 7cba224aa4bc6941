import { analysisJson, checkText, VERSION } from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { engineOptions, type ReadValues } from "../options.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

/** `pipecast check FILE`: what was recognised, and every problem with its cell. */
export async function runCheck(file: string, values: ReadValues, io: Io): Promise<void> {
  const forecasts = values.json ? "both" : "none";
  const options = { ...engineOptions(values, io.today()), forecasts } as const;
  const progress = startProgress(io.stderr, ANALYSIS_STEPS, values.quiet === true);
  try {
    const analysis = await runAnalysis(file, options, io, progress);
    progress.done();
    if (values.json) printJson(analysisJson(analysis, VERSION), io);
    else printText(checkText(analysis), values, io);
  } finally {
    progress.done();
  }
}
