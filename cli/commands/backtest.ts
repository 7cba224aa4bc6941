import { analysisJson, backtestText, VERSION } from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { engineOptions, type ReadValues } from "../options.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

export interface BacktestValues extends ReadValues {
  readonly by?: "month" | "quarter";
}

/** `pipecast backtest FILE`: how past forecasts would have done, beside simple methods. */
export async function runBacktest(file: string, values: BacktestValues, io: Io): Promise<void> {
  const { by } = values;
  const options = {
    ...engineOptions(values, io.today()),
    forecasts: "one",
    ...(by === undefined ? {} : { by }),
  } as const;
  const progress = startProgress(io.stderr, ANALYSIS_STEPS, values.quiet === true);
  try {
    const analysis = await runAnalysis(file, options, io, progress);
    progress.done();
    if (values.json) printJson(analysisJson(analysis, VERSION), io);
    else printText(backtestText(analysis), values, io);
  } finally {
    progress.done();
  }
}
