import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeBenchCsv } from "../bench-csv.ts";
import {
  type Contestant,
  machineText,
  measuredRun,
  medianRuns,
  pipecast,
  type Run,
} from "../measured-run.ts";
import { recordSection } from "../record-section.ts";
import { type Aggregates, aggregatesOfSheet, differences } from "./aggregates.ts";
import { writeHistoryWorkbook } from "./history-workbook.ts";

/**
 * `npm run bench:side-by-side [-- LARGE]`: the same aggregates in what people use today, beside Pipecast's whole
 * analysis. DuckDB is fetched into a temporary folder; LibreOffice is left out where it is not installed.
 */

const DUCKDB = "@duckdb/node-api@1.5.6-r.1";
const SMALL = 10_000;
const LARGE = Number(process.argv[2] ?? 1_000_000);
const REPEATS = 3;
const HEADING = "## Side by side";
const FOLDER = join(tmpdir(), "pipecast-bench");
const DUCKDB_FOLDER = join(FOLDER, "duckdb");

type Result = Run & { readonly contestant: Contestant };

function csvPath(deals: number): string {
  const path = join(FOLDER, `history-${deals}.csv`);
  if (!existsSync(path)) writeBenchCsv(path, deals);
  return path;
}

/** Where DuckDB's package is; null where it cannot be had. */
function duckdbFolder(): string | null {
  if (existsSync(join(DUCKDB_FOLDER, "node_modules", "@duckdb"))) return DUCKDB_FOLDER;
  mkdirSync(DUCKDB_FOLDER, { recursive: true });
  writeFileSync(join(DUCKDB_FOLDER, "package.json"), '{"private":true}');
  const flags = ["--no-save", "--no-audit", "--ignore-scripts", "--prefix", DUCKDB_FOLDER];
  return spawnSync("npm", ["install", ...flags, DUCKDB]).status === 0 ? DUCKDB_FOLDER : null;
}

function duckdb(csv: string): Contestant | null {
  const folder = duckdbFolder();
  if (folder === null) return null;
  return {
    name: "DuckDB, SQL over the CSV file",
    command: ["test/bench/side-by-side/duckdb.mjs", folder, csv],
  };
}

/** LibreOffice with a profile of its own, so that it neither waits for one that is open nor changes a person's. */
function libreOffice(workbook: string): Contestant | null {
  if (spawnSync("soffice", ["--version"]).status !== 0) return null;
  const profile = `-env:UserInstallation=${pathToFileURL(join(FOLDER, "profile")).href}`;
  const command = [profile, "--headless", "--convert-to", "csv", "--outdir", FOLDER, workbook];
  const contestant = { name: "LibreOffice, formulas in the workbook", program: "soffice", command };
  measuredRun(contestant);
  return contestant;
}

async function smallContestants(): Promise<(Contestant | null)[]> {
  const csv = csvPath(SMALL);
  const [plain, formulas] = [join(FOLDER, "history.xlsx"), join(FOLDER, "formulas.xlsx")];
  await writeHistoryWorkbook(csv, plain, false);
  await writeHistoryWorkbook(csv, formulas, true);
  return [
    {
      name: "exceljs and JavaScript over a workbook",
      command: ["test/bench/side-by-side/exceljs.mjs", plain],
    },
    libreOffice(formulas),
    duckdb(csv),
    { name: "pipecast check, CSV", command: pipecast("check", csv) },
    { name: "pipecast forecast, CSV: the whole analysis", command: pipecast("forecast", csv) },
    { name: "pipecast forecast, workbook", command: pipecast("forecast", plain) },
  ];
}

/** Those who were asked for the same figures must have them. */
function checkAgreement(results: readonly Result[]): void {
  const told = results.flatMap(({ contestant, printed }): readonly Aggregates[] => {
    if (contestant.program === "soffice")
      return [aggregatesOfSheet(readFileSync(join(FOLDER, "formulas.csv"), "utf8"))];
    return printed.startsWith("{") ? [JSON.parse(printed) as Aggregates] : [];
  });
  const faults = told.slice(1).flatMap((other) => (told[0] ? differences(told[0], other) : []));
  if (faults.length > 0) throw new Error(`Contestants differ:\n${faults.join("\n")}`);
}

function table(results: readonly Result[], absent: readonly string[]): string {
  const number = (value: number, unit: string, digits: number): string =>
    Number.isNaN(value) ? "–" : `${value.toFixed(digits)} ${unit}`;
  const base = results.find(({ contestant }) => contestant.name.startsWith("DuckDB"))?.seconds ?? Number.NaN;
  return [
    "| what | wall time | processor time | × DuckDB, wall | peak memory |",
    "|---|--:|--:|--:|--:|",
    ...results.map(
      ({ contestant, seconds, cpuSeconds, megabytes }) =>
        `| ${contestant.name} | ${number(seconds, "s", 2)} | ${number(cpuSeconds, "s", 2)} | ${number(seconds / base, "×", 2)} | ${number(megabytes, "MB", 0)} |`,
    ),
    ...absent.map((name) => `| ${name} | not installed | | | |`),
  ].join("\n");
}

function goalSentence(results: readonly Result[]): string {
  const [theirs, ours] = results;
  if (!theirs || !ours) return "DuckDB could not be fetched: the goal was not measured.";
  const met = ours.seconds < theirs.seconds ? "met" : "missed";
  return `Goal: Pipecast's whole analysis with its forecast in less time than DuckDB takes for the plain aggregates: ${met} (${(ours.seconds / theirs.seconds).toFixed(1)} ×).`;
}

mkdirSync(FOLDER, { recursive: true });
const small = await smallContestants();
const smallResults = medianRuns(
  small.filter((contestant) => contestant !== null),
  REPEATS,
);
checkAgreement(smallResults);
const absent = small.flatMap((contestant, index) =>
  contestant ? [] : [index === 1 ? "LibreOffice" : "DuckDB"],
);
const large = duckdb(csvPath(LARGE));
const whole = {
  name: "pipecast forecast: the whole analysis",
  command: pipecast("forecast", csvPath(LARGE)),
};
const largeResults = large === null ? [] : medianRuns([large, whole], 1);
const text = `${HEADING}

\`npm run bench:side-by-side\`: how many deals got to each stage, the share that went on, the median time in stage and
the amount won by month, worked out from the same stage history (a row a change, some five a deal) in what people use
today. The contestants' figures are compared, and must be equal. Pipecast works out all that a report shows, and
\`forecast\` its forecast with the record of past ones too. Whole processes, in turns, the median of ${REPEATS} runs.

${SMALL.toLocaleString("en")} deals:

${table(smallResults, absent)}

${LARGE.toLocaleString("en")} deals, as CSV (one run each):

${table(largeResults, large === null ? ["DuckDB"] : [])}

${goalSentence(largeResults)}

DuckDB is ${DUCKDB}, which is no dependency: at 70 MB it is fetched when the benchmark is run.
Measured on ${machineText()}`;
process.stdout.write(`${text}\n`);
if (LARGE === 1_000_000) recordSection(HEADING, text);
