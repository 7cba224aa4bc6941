import { execFile, execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { forecastAside } from "../../../cli/threads/forecast-aside.ts";
import { readSheets } from "../../../cli/xlsx/workbook.ts";
import {
  analysisJson,
  type DealsRead,
  type ForecastAside,
  figuresOf,
  readDeals,
  VERSION,
} from "../../../engine/index.ts";
import { inFolder, runMain, TODAY } from "../run-main.ts";

const CHECKOUT = resolve(import.meta.dirname, "../../..");
const PROGRAM = join(CHECKOUT, "cli/dist/pipecast.cjs");
const run = promisify(execFile);

let deals: DealsRead;

beforeAll(async () => {
  execFileSync("node", ["cli/build.mjs"], { cwd: CHECKOUT });
  const bytes = await readFile(join(CHECKOUT, "samples/pipeline.xlsx"));
  deals = readDeals(await readSheets(bytes), { asOfDay: TODAY });
});

/** The figures, and how many parts came from the thread. */
function figuresWith(aside: ForecastAside): { readonly json: unknown; readonly fromThread: number } {
  let fromThread = 0;
  const counted = <Part>(part: Part): Part => {
    if (part !== null) fromThread += 1;
    return part;
  };
  const watched: ForecastAside = (task) => {
    const parts = aside(task);
    return parts && { knowledge: () => counted(parts.knowledge()), run: () => counted(parts.run()) };
  };
  return { json: analysisJson(figuresOf(deals, watched), VERSION), fromThread };
}

test("figures from a thread are the same to the last digit", () => {
  const json = analysisJson(figuresOf(deals), VERSION);
  expect(figuresWith(forecastAside(PROGRAM, 0))).toEqual({ json, fromThread: 2 });
});

test("a short history starts no thread", () => {
  expect(figuresWith(forecastAside(PROGRAM)).fromThread).toBe(0);
});

test("a thread that fails, says nothing or cannot begin changes nothing", async () => {
  const json = analysisJson(figuresOf(deals), VERSION);
  await inFolder(async (folder) => {
    const [broken, silent] = [join(folder, "broken.cjs"), join(folder, "silent.cjs")];
    await writeFile(broken, 'throw new Error("broken");');
    await writeFile(silent, "");
    for (const program of [broken, silent, "not/a/path.cjs"]) {
      expect(figuresWith(forecastAside(program, 0))).toEqual({ json, fromThread: 0 });
    }
  });
}, 30_000);

test("the program gives the same figures of a large list, with its thread, as its source without one", async () => {
  const day = (n: number): string =>
    `${2019 + (n % 7)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;
  const rows = Array.from({ length: 50_000 }, (_, n) => {
    const closed = n % 5 === 0 ? "" : `2026-0${1 + (n % 6)}-${String(1 + (n % 27)).padStart(2, "0")}`;
    const status = n % 5 === 0 ? "Open" : n % 3 === 0 ? "Won" : "Lost";
    return `D${n},Proposal,${status},${100 + (n % 900)},${day(n)},${closed}`;
  });
  const csv = ["Deal ID,Stage,Status,Amount,Created,Closed", ...rows].join("\n");
  await inFolder(async (folder) => {
    await writeFile(join(folder, "deals.csv"), csv);
    const argv = ["forecast", "deals.csv", "--json", "--as-of", "2026-06-30"];
    const built = await run("node", [PROGRAM, ...argv], { cwd: folder, maxBuffer: 1e9 });
    expect(built.stderr).toBe("");
    const here = await runMain(folder, argv);
    expect(here.code).toBe(0);
    expect(built.stdout === here.out).toBe(true);
  });
}, 60_000);
