import { type Command, Option } from "commander";
import { analysisJson, forecastText, VERSION } from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { addReadOptions, engineOptions, type ReadValues, readNumber } from "../options.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

interface ForecastValues extends ReadValues {
  readonly by?: "month" | "quarter";
  readonly periods?: string;
  readonly target?: string;
}

/** `pipecast forecast FILE`: what will be won, with its range, its record and what would change it. */
export function addForecastCommand(program: Command, io: Io): void {
  const command = program
    .command("forecast")
    .summary("what will be won, by month or quarter, and how sure that is")
    .description(
      "Shows what open deals and deals yet to come should bring, with the range and the record of past forecasts. Writes nothing.",
    )
    .argument("<file>", "an .xlsx, .xlsm or .csv file, or - for CSV on standard input")
    .addOption(byOption())
    .option(
      "--periods <number>",
      "how many months or quarters, the running one included (default: as --horizon)",
    )
    .option("--target <amount>", "the amount to win in each of them (default: as in the settings sheet)");
  addReadOptions(command).action((file: string, values: ForecastValues) => runForecast(file, values, io));
}

/** By month or by quarter. */
export function byOption(): Option {
  return new Option("--by <unit>", "by month or by quarter (default: month)").choices(["month", "quarter"]);
}

async function runForecast(file: string, values: ForecastValues, io: Io): Promise<void> {
  const { by, periods, target } = values;
  const options = {
    ...engineOptions(values, io.today()),
    forecasts: "one",
    ...(by === undefined ? {} : { by }),
    ...(periods === undefined
      ? {}
      : { periods: readNumber("--periods", periods, "a whole number of months or quarters") }),
    ...(target === undefined
      ? {}
      : { target: readNumber("--target", target, "an amount in digits, such as 50000") }),
  } as const;
  const progress = startProgress(io.stderr, ANALYSIS_STEPS, values.quiet === true);
  try {
    const analysis = await runAnalysis(file, options, io, progress);
    progress.done();
    if (values.json) printJson(analysisJson(analysis, VERSION), io);
    else printText(forecastText(analysis), values, io);
  } finally {
    progress.done();
  }
}
