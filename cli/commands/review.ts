import { analysisJson, reviewText, VERSION } from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { engineOptions, type ReadValues, readDay } from "../options.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

export interface ReviewValues extends ReadValues {
  readonly since?: string;
}

/** `pipecast review FILE --since DATE`: what happened to the open pipeline, and the ten-minute agenda. */
export async function runReview(file: string, values: ReviewValues, io: Io): Promise<void> {
  const since = values.since === undefined ? {} : { reviewSinceDay: readDay("--since", values.since) };
  const options = { ...engineOptions(values, io.today()), ...since };
  const progress = startProgress(io.stderr, ANALYSIS_STEPS, values.quiet === true);
  try {
    const analysis = await runAnalysis(file, options, io, progress, values.json === true);
    progress.done();
    if (values.json) printJson(analysisJson(analysis, VERSION), io);
    else printText(reviewText(analysis), values, io);
  } finally {
    progress.done();
  }
}
