import type { Command } from "commander";
import { analysisJson, reviewText, VERSION } from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { addReadOptions, engineOptions, type ReadValues, readDay } from "../options.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

interface ReviewValues extends ReadValues {
  readonly since?: string;
}

/** `pipecast review FILE --since DATE`: what happened to the open pipeline, and the ten-minute agenda. */
export function addReviewCommand(program: Command, io: Io): void {
  const command = program
    .command("review")
    .summary("what happened since a day, and the ten-minute agenda")
    .description(
      "Shows how the open pipeline went from one day to another: what is new, won, lost, moved, slipped and newly " +
        "at risk, and an agenda for ten minutes. Changes and writes nothing.",
    )
    .argument("<file>", "an .xlsx, .xlsm or .csv file, or - for CSV on standard input")
    .option(
      "--since <date>",
      "the day of the last review, as YYYY-MM-DD (default: a week before the as-of day)",
    );
  addReadOptions(command).action((file: string, values: ReviewValues) => runReview(file, values, io));
}

async function runReview(file: string, values: ReviewValues, io: Io): Promise<void> {
  const since = values.since === undefined ? {} : { reviewSinceDay: readDay("--since", values.since) };
  const forecasts = values.json ? "both" : "none";
  const options = { ...engineOptions(values, io.today()), ...since, forecasts } as const;
  const progress = startProgress(io.stderr, ANALYSIS_STEPS, values.quiet === true);
  try {
    const analysis = await runAnalysis(file, options, io, progress);
    progress.done();
    if (values.json) printJson(analysisJson(analysis, VERSION), io);
    else printText(reviewText(analysis), values, io);
  } finally {
    progress.done();
  }
}
