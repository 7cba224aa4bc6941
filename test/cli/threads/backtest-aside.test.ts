import { execFile, execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { backtestAside } from "../../../cli/threads/backtest-aside.ts";
import { readSheets } from "../../../cli/xlsx/workbook.ts";
import {
  analysisJson,
  type BacktestAside,
  type DealsRead,
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

/** The figures, and whether past forecasts came from the thread. */
function figuresWith(aside: BacktestAside): { readonly json: unknown; readonly fromThread: boolean } {
  let fromThread = false;
  const watched: BacktestAside = (...task) => {
    const wait = aside(...task);
    return () => {
      const past = wait?.() ?? null;
      fromThread = past !== null;
      return past;
    };
  };
  return { json: analysisJson(figuresOf(deals, watched), VERSION), fromThread };
}

test("past forecasts from a thread are the same to the last digit", () => {
  const json = analysisJson(figuresOf(deals), VERSION);
  expect(figuresWith(backtestAside(PROGRAM, 0))).toEqual({ json, fromThread: true });
});

test("a short history starts no thread", () => {
  expect(figuresWith(backtestAside(PROGRAM)).fromThread).toBe(false);
});

test("a thread that fails, says nothing or cannot begin changes nothing", async () => {
  const json = analysisJson(figuresOf(deals), VERSION);
  await inFolder(async (folder) => {
    const [broken, silent] = [join(folder, "broken.cjs"), join(folder, "silent.cjs")];
    await writeFile(broken, 'throw new Error("broken");');
    await writeFile(silent, "");
    for (const program of [broken, silent, "not/a/path.cjs"]) {
      expect(figuresWith(backtestAside(program, 0))).toEqual({ json, fromThread: false });
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
