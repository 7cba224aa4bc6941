import { analysisJson, forecastText, VERSION } from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import type { Io } from "../io.ts";
import { engineOptions, type ReadValues, readNumber } from "../options.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

export interface ForecastValues extends ReadValues {
  readonly by?: "month" | "quarter";
  readonly periods?: string;
  readonly target?: string;
}

/** `pipecast forecast FILE`: what will be won, with its range, its record and what would change it. */
export async function runForecast(file: string, values: ForecastValues, io: Io): Promise<void> {
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
