import {
  type Analysis,
  analysisJson,
  buildReport,
  type Day,
  OptionError,
  summaryText,
  VERSION,
} from "../../engine/index.ts";
import { printJson, printText } from "../draw/print.ts";
import { type Progress, startProgress } from "../draw/progress.ts";
import { reportWorkbook } from "../excel-out/report-workbook.ts";
import type { Io } from "../io.ts";
import { engineOptions, type ReadValues, readDay } from "../options.ts";
import { sourceName } from "../read/read-workbook.ts";
import { UsageError } from "../usage-error.ts";
import { intoPlace, writeInto } from "../write/into-place.ts";
import { reportPlace } from "../write/report-place.ts";
import { writeWholeFile } from "../write/write-whole-file.ts";
import { ANALYSIS_STEPS, runAnalysis } from "./run-analysis.ts";

export interface ReportValues extends ReadValues {
  readonly output?: string;
  readonly force?: boolean;
  readonly reviewSince?: string;
  readonly into?: boolean;
}

/** Where the report goes; `write` returns what the person should know besides. */
interface Destination {
  readonly shownName: string;
  readonly write: (report: Uint8Array) => Promise<readonly string[]>;
}

/** `pipecast report FILE`: the summary on the terminal, the report as a workbook. */
export async function runReport(file: string, values: ReportValues, io: Io): Promise<void> {
  const known = engineOptions(values, io.today());
  const options = { ...known, ...reviewSince(values.reviewSince, known.asOfDay) };
  const place = await wantedPlace(file, values, io);
  const progress = startProgress(io.stderr, ANALYSIS_STEPS + (place ? 1 : 0), values.quiet === true);
  try {
    const analysis = await runAnalysis(file, options, io, progress);
    const notes = place ? await writeReport(analysis, file, place, progress) : [];
    progress.done();
    printResult(analysis, place, values, io);
    if (!values.quiet) for (const note of notes) io.stderr.write(`${note}\n`);
  } finally {
    progress.done();
  }
}

function reviewSince(text: string | undefined, asOfDay: Day): { readonly reviewSinceDay?: Day } {
  if (text === undefined) return {};
  const reviewSinceDay = readDay("--review-since", text);
  if (reviewSinceDay >= asOfDay) throw new OptionError("--review-since", text, "a day before the as-of day");
  return { reviewSinceDay };
}

/** With `--json` the figures are the result, and a workbook is written only where `-o` or `--into` asks for it. */
async function wantedPlace(file: string, values: ReportValues, io: Io): Promise<Destination | null> {
  if (values.into) return intoDestination(file, values, io);
  if (values.json && values.output === undefined) return null;
  const { path, shownName } = await reportPlace(file, values.output, values.force === true, io.cwd);
  return { shownName, write: (report) => writeWholeFile(path, shownName, report).then(() => []) };
}

async function intoDestination(file: string, values: ReportValues, io: Io): Promise<Destination> {
  if (values.output !== undefined)
    throw new UsageError("--into and -o name two places for the report.", "Give one of them.");
  const place = await intoPlace(file, io.cwd);
  return { shownName: place.shownName, write: (report) => writeInto(place, report) };
}

async function writeReport(
  analysis: Analysis,
  file: string,
  place: Destination,
  progress: Progress,
): Promise<readonly string[]> {
  progress.step(`Writing ${place.shownName}`);
  const bytes = await reportWorkbook(
    buildReport(analysis, { sourceName: sourceName(file), version: VERSION }),
  );
  return place.write(bytes);
}

function printResult(analysis: Analysis, place: Destination | null, values: ReportValues, io: Io): void {
  if (values.json) {
    printJson(analysisJson(analysis, VERSION), io);
    if (place && !values.quiet) io.stderr.write(`The report is in ${place.shownName}\n`);
    return;
  }
  if (!place) return;
  if (values.quiet) {
    io.stdout.write(`${place.shownName}\n`);
    return;
  }
  printText(summaryText(analysis), values, io);
  io.stdout.write(`\nThe report is in ${place.shownName}\n`);
}
