import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchWorkbook } from "./bench-workbook.ts";
import { type Contestant, machineText, medianRuns, pipecast, type Run } from "./measured-run.ts";
import { recordSection } from "./record-section.ts";

/** `npm run bench [-- DEALS]`: reads one large workbook in several ways, side by side, and writes the record. */

const DEALS = Number(process.argv[2] ?? 100_000);
const SMALL_DEALS = 1_000;
const SMALL_GOAL_SECONDS = 1;
const REPEATS = 3;

interface Reader extends Contestant {
  /** At most so many times what exceljs takes. */
  readonly goal?: number;
  /** Fewer megabytes than these. */
  readonly mostMegabytes?: number;
}

type Result = Run & { readonly contestant: Reader };

/** Makes the workbook once; it is the same at every run. */
function workbookPath(folder: string, deals: number): string {
  const path = join(folder, `deals-${deals}.xlsx`);
  if (!existsSync(path)) writeFileSync(path, benchWorkbook(deals));
  return path;
}

/** A small team's workbook: what counts is how long the person waits. */
function smallContestant(folder: string): Contestant {
  const path = workbookPath(folder, SMALL_DEALS);
  return {
    name: "pipecast report, 1,000 deals",
    command: pipecast("report", path, "-o", reportPath(folder), "--force"),
  };
}

function reportPath(folder: string): string {
  return join(folder, "bench.report.xlsx");
}

function contestants(path: string, folder: string): Reader[] {
  return [
    { name: "exceljs: load the workbook", command: ["test/bench/load-by-exceljs.mjs", path] },
    { name: "our reader: every cell", goal: 0.15, command: ["test/bench/dist/read-cells.mjs", path] },
    { name: "pipecast check", goal: 0.25, mostMegabytes: 500, command: pipecast("check", path) },
    {
      name: "pipecast report",
      goal: 0.4,
      command: pipecast("report", path, "-o", reportPath(folder), "--force"),
    },
  ];
}

function table(results: readonly Result[]): string {
  const [first] = results;
  const base = first?.seconds ?? 1;
  const baseCpu = first?.cpuSeconds ?? 1;
  const rows = results.map(({ contestant, seconds, cpuSeconds, megabytes }) => {
    const ratio = seconds / base;
    const goals = [
      ...goalText(ratio, contestant.goal, "×"),
      ...goalText(megabytes, contestant.mostMegabytes, "MB"),
    ];
    return `| ${contestant.name} | ${seconds.toFixed(2)} s | ${cpuSeconds.toFixed(2)} s | ${ratio.toFixed(2)} × | ${(cpuSeconds / baseCpu).toFixed(2)} × | ${megabytes} MB | ${goals.join("; ")} |`;
  });
  return [
    "| what | wall time | processor time | × exceljs, wall | × exceljs, processor | peak memory | goal (wall) |",
    "|---|--:|--:|--:|--:|--:|---|",
    ...rows,
  ].join("\n");
}

function goalText(value: number, most: number | undefined, unit: string): string[] {
  return most === undefined ? [] : [`${value <= most ? "met" : "missed"}: ≤ ${most} ${unit}`];
}

function smallSentence({ cpuSeconds, seconds }: Run): string {
  const met = cpuSeconds <= SMALL_GOAL_SECONDS ? "met" : "missed";
  return `\`pipecast report\` on 1,000 deals takes ${cpuSeconds.toFixed(2)} s of processor time (${seconds.toFixed(2)} s of wall time; goal ≤ ${SMALL_GOAL_SECONDS} s: ${met}).`;
}

function versionOf(library: string): string {
  const text = readFileSync(join("node_modules", library, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function record(results: readonly Result[], small: string): string {
  return `# Benchmarks

\`npm run bench\` makes a workbook of ${DEALS.toLocaleString("en")} deals (14 columns) and some five changes of stage for
each, reads it in each of these ways in a process of its own, in turns, and shows the median of ${REPEATS} runs. The wall
times of one machine say little; the ratios to exceljs, which loads the same file in the same minutes, say more.

${table(results)}

${small}

Measured on ${machineText()} exceljs is ${versionOf("exceljs")}.
`;
}

const folder = join(tmpdir(), "pipecast-bench");
mkdirSync(folder, { recursive: true });
const results = medianRuns(contestants(workbookPath(folder, DEALS), folder), REPEATS);
const small = medianRuns([smallContestant(folder)], REPEATS)
  .map(smallSentence)
  .join("");
process.stdout.write(`${table(results)}\n\n${small}\n`);
mkdirSync("docs", { recursive: true });
if (DEALS === 100_000) recordSection("", record(results, small));
