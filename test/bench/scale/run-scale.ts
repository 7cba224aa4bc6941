import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBenchCsv } from "../bench-csv.ts";
import { FULL_SHEET_ROWS, fullSheetWorkbook } from "../bench-workbook.ts";
import { type Contestant, machineText, measuredRun, pipecast, type Run } from "../measured-run.ts";
import { recordSection } from "../record-section.ts";
import { scaleImage } from "./scale-chart.ts";

/** `npm run bench:scale [-- MOST]`: how time and memory grow from a thousand deals to a million. */

const MOST = Number(process.argv[2] ?? 1_000_000);
const SIZES = [1_000, 10_000, 100_000, 1_000_000].filter((deals) => deals <= MOST);
const COMMANDS = ["check", "forecast", "report"] as const;
const HEADING = "## From a thousand deals to a million";
const CHART = "scale.svg";
const FOLDER = join(tmpdir(), "pipecast-bench");
const OUT = join(FOLDER, "scale.report.xlsx");

interface Measured extends Run {
  readonly command: string;
  readonly deals: number;
}

function csvPath(deals: number): string {
  const path = join(FOLDER, `history-${deals}.csv`);
  if (!existsSync(path)) writeBenchCsv(path, deals);
  return path;
}

function contestant(command: string, path: string): Contestant {
  const out = command === "report" ? ["-o", OUT, "--force"] : [];
  return { name: `pipecast ${command}`, command: pipecast(command, path, ...out) };
}

function measure(command: string, deals: number, path: string): Measured {
  const measured = { command, deals, ...measuredRun(contestant(command, path)) };
  process.stderr.write(`${command}, ${deals.toLocaleString("en")} deals: ${figures(measured)}\n`);
  return measured;
}

function figures({ seconds, cpuSeconds, megabytes }: Run): string {
  return `${seconds.toFixed(1)} s | ${cpuSeconds.toFixed(1)} s | ${megabytes.toLocaleString("en")} MB`;
}

function table(measured: readonly Measured[]): string {
  const rows = measured.map(
    (one) =>
      `| ${one.deals.toLocaleString("en")} | \`${one.command}\` | ${figures(one)} | ${((1e6 * one.cpuSeconds) / one.deals).toFixed(0)} µs |`,
  );
  return [
    "| deals | command | wall time | processor time | peak memory | processor time a deal |",
    "|--:|---|--:|--:|--:|--:|",
    ...rows,
  ].join("\n");
}

function image(measured: readonly Measured[]): string {
  const linesOf = (value: (one: Measured) => number) =>
    COMMANDS.map((name) => ({
      name,
      points: measured
        .filter(({ command }) => command === name)
        .map((one) => ({ deals: one.deals, value: value(one) })),
    }));
  const charts = [
    {
      title: "Processor time",
      lines: linesOf(({ cpuSeconds }) => cpuSeconds),
      valueText: (value: number) => `${value.toLocaleString("en")} s`,
    },
    {
      title: "Peak memory",
      lines: linesOf(({ megabytes }) => megabytes),
      valueText: (value: number) => `${value.toLocaleString("en")} MB`,
    },
  ];
  return scaleImage(
    charts,
    "Processor time and peak memory of check, forecast and report by the number of deals",
  );
}

mkdirSync(FOLDER, { recursive: true });
const measured = SIZES.flatMap((deals) => COMMANDS.map((command) => measure(command, deals, csvPath(deals))));
const fullSheet = join(FOLDER, "full-sheet.xlsx");
if (!existsSync(fullSheet)) writeFileSync(fullSheet, fullSheetWorkbook());
const full = measuredRun(contestant("check", fullSheet));
const text = `${HEADING}

\`npm run bench:scale\`: the stage history of so many deals as CSV, one row a change (some five a deal) with owner, source
and amount, in one run each, with Node's own limit of memory. Both scales of the charts go by powers of ten: a straight line is growth in proportion.

![Processor time and peak memory by the number of deals](${CHART})

${table(measured)}

An Excel sheet filled to its last row (${FULL_SHEET_ROWS.toLocaleString("en")} rows of history beside a sheet of their deals): \`check\` takes ${figures(full).replace(/ \| /, " of wall time, ").replace(" | ", " of processor time and ")}.

Measured on ${machineText()}`;
process.stdout.write(`${text}\n`);
if (MOST === 1_000_000) {
  recordSection(HEADING, text);
  writeFileSync(join("docs", CHART), image(measured));
}
