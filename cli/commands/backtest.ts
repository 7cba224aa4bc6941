import type { Command } from "commander";
import { analysisJson, backtestText, VERSION } from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { addReadOptions, engineOptions, type ReadValues } from "../options.ts";
import { byOption } from "./forecast.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

interface BacktestValues extends ReadValues {
  readonly by?: "month" | "quarter";
}

/** `pipecast backtest FILE`: how past forecasts would have done, beside simple methods. */
export function addBacktestCommand(program: Command, io: Io): void {
  const command = program
    .command("backtest")
    .summary("how past forecasts would have done, beside simple methods")
    .description(
      "Goes back to past month-ends, forecasts from what was known then, and sets that against what came. Writes nothing.",
    )
    .argument("<file>", "an .xlsx, .xlsm or .csv file, or - for CSV on standard input")
    .addOption(byOption());
  addReadOptions(command).action((file: string, values: BacktestValues) => runBacktest(file, values, io));
}

async function runBacktest(file: string, values: BacktestValues, io: Io): Promise<void> {
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
