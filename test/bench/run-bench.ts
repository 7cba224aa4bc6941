import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import { benchWorkbook } from "./bench-workbook.ts";

/** `npm run bench [-- DEALS]`: reads one large workbook in several ways, side by side, and writes the record. */

const DEALS = Number(process.argv[2] ?? 100_000);
const SMALL_DEALS = 1_000;
const SMALL_GOAL_SECONDS = 1;
const REPEATS = 3;
const LOAD_AT_START = loadavg()[0] ?? 0;
const RECORD = "docs/benchmarks.md";

interface Contestant {
  readonly name: string;
  /** At most so many times what exceljs takes. */
  readonly goal?: number;
  /** Fewer megabytes than these. */
  readonly mostMegabytes?: number;
  readonly command: readonly string[];
}

interface Result {
  readonly contestant: Contestant;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** Makes the workbook once; it is the same at every run. */
function workbookPath(folder: string, deals: number): string {
  const path = join(folder, `deals-${deals}.xlsx`);
  if (!existsSync(path)) writeFileSync(path, benchWorkbook(deals));
  return path;
}

function pipecast(...words: string[]): string[] {
  return ["cli/dist/pipecast.cjs", ...words, "--as-of", "2026-06-30"];
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

function contestants(path: string, folder: string): Contestant[] {
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

/** One run in a process of its own: wall time, processor time and peak memory, told by the process at its end. */
function run(contestant: Contestant): Result {
  const started = performance.now();
  const child = spawnSync(
    process.execPath,
    ["--import", "./test/bench/tell-usage.mjs", ...contestant.command],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 1 << 26,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const told = /usage (\d+) (\d+)/.exec(child.stderr);
  if (child.status !== 0 || !told) throw new Error(`${contestant.name} failed:\n${child.stderr}`);
  return { contestant, seconds, cpuSeconds: Number(told[1]) / 1000, megabytes: Number(told[2]) };
}

/** The median run by wall time. Contestants take turns, so that a busy minute of the machine hits all alike. */
function medians(all: readonly Contestant[]): Result[] {
  const rounds = Array.from({ length: REPEATS }, () => all.map(run));
  return all.map((_, index) => {
    const own = rounds.flatMap((round) => round[index] ?? []).sort((a, b) => a.seconds - b.seconds);
    const median = own[Math.floor(own.length / 2)];
    if (median === undefined) throw new Error("nothing was measured");
    return median;
  });
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

function smallSentence({ cpuSeconds, seconds }: Result): string {
  const met = cpuSeconds <= SMALL_GOAL_SECONDS ? "met" : "missed";
  return `\`pipecast report\` on 1,000 deals takes ${cpuSeconds.toFixed(2)} s of processor time (${seconds.toFixed(2)} s of wall time; goal ≤ ${SMALL_GOAL_SECONDS} s: ${met}).`;
}

function versionOf(library: string): string {
  const text = readFileSync(join("node_modules", library, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function record(results: readonly Result[], small: string): string {
  const processors = cpus();
  return `# Benchmarks

\`npm run bench\` makes a workbook of ${DEALS.toLocaleString("en")} deals (14 columns) and some five changes of stage for
each, reads it in each of these ways in a process of its own, in turns, and shows the median of ${REPEATS} runs. The wall
times of one machine say little; the ratios to exceljs, which loads the same file in the same minutes, say more.

${table(results)}

${small}

Measured on ${processors.length} × ${processors[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().replace(/-.*/, "")};
Node ${process.versions.node}, exceljs ${versionOf("exceljs")}. Peak memory is the process's largest resident set.
The machine's load average was ${LOAD_AT_START.toFixed(1)} when the measuring began: above the number of processors, wall times wait for others.
`;
}

const folder = join(tmpdir(), "pipecast-bench");
mkdirSync(folder, { recursive: true });
const results = medians(contestants(workbookPath(folder, DEALS), folder));
const small = medians([smallContestant(folder)])
  .map(smallSentence)
  .join("");
process.stdout.write(`${table(results)}\n\n${small}\n`);
mkdirSync("docs", { recursive: true });
if (DEALS === 100_000) writeFileSync(RECORD, record(results, small));
