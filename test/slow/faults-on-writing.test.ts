import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { inFolder, runMain } from "../cli/run-main.ts";
import { smallWorkbook, workbookOf } from "../cli/small-files.ts";

const ROOT = join(import.meta.dirname, "../..");
const CLI = join(ROOT, "cli/dist/pipecast.cjs");
const PRELOAD = join(ROOT, "test/abuse/fault-preload.mjs");
const DAY = ["--as-of", "2026-06-30", "--quiet"];
/** Of each kind of run: 50 in all. */
const MOMENTS = 25;
/** More than the steps of any of these runs. */
const MOST_STEPS = 60;

interface Case {
  readonly argv: readonly string[];
  /** The file that a run replaces. */
  readonly target: string;
}

const INTO: Case = { argv: ["report", "deals.xlsx", "--into", ...DAY], target: "deals.xlsx" };
const BESIDE: Case = { argv: ["report", "deals.xlsx", ...DAY], target: "deals.report.xlsx" };

const deals = await smallWorkbook();
let older: Uint8Array;
beforeAll(async () => {
  older = await workbookOf([{ name: "Pipecast Overview", rows: [["An older report"]] }], "Pipecast");
});

/** Runs the built command line with a fault to come; resolves to how it ended and what it said. */
async function runWith(folder: string, argv: readonly string[], fault: string | null, killAfter = Infinity) {
  const preload = fault === null ? [] : ["--import", PRELOAD];
  const child = spawn(process.execPath, [...preload, CLI, ...argv], {
    cwd: folder,
    env: { ...process.env, FAULT: fault ?? "" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const timer = killAfter === Infinity ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  const [code, signal] = await once(child, "close");
  clearTimeout(timer);
  return { code, signal, err };
}

/** A folder as it is before a run: the deals, and an older report. */
async function asItWas<T>(use: (folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, "deals.xlsx"), deals);
    await writeFile(join(folder, "deals.report.xlsx"), older);
    return use(folder);
  });
}

interface Whole {
  readonly old: Buffer;
  readonly made: Buffer;
  readonly milliseconds: number;
}

async function wholeRun({ argv, target }: Case): Promise<Whole> {
  return asItWas(async (folder) => {
    const old = readFileSync(join(folder, target));
    const begun = performance.now();
    expect((await runWith(folder, argv, null)).code).toBe(0);
    return { old, made: readFileSync(join(folder, target)), milliseconds: performance.now() - begun };
  });
}

const litter = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(".tmp"));

/** The old file or the new one; the backup is the old one; and the next run leaves nothing behind. */
async function expectWhole(folder: string, { argv, target }: Case, { old, made }: Whole): Promise<void> {
  const found = readFileSync(join(folder, target));
  expect(found.equals(old) || found.equals(made), `${target} is neither the old file nor the new one`).toBe(
    true,
  );
  if (target === "deals.xlsx" && readdirSync(folder).includes("deals.xlsx.bak"))
    expect(readFileSync(join(folder, "deals.xlsx.bak")).equals(old)).toBe(true);
  if (litter(folder).length === 0) return;
  expect((await runMain(folder, argv)).code).toBe(0);
  expect(litter(folder)).toEqual([]);
  expect(readFileSync(join(folder, target)).equals(made)).toBe(true);
}

describe.each([
  ["--into", INTO],
  ["a report beside", BESIDE],
])("%s", (_, kind) => {
  let whole: Whole;
  beforeAll(async () => {
    whole = await wholeRun(kind);
  });

  test.each(["kill", "SIGTERM"])("%s at every step of writing", async (fault) => {
    let steps = 0;
    for (let ended = false; !ended && steps < MOST_STEPS; steps++) {
      await asItWas(async (folder) => {
        const { code } = await runWith(folder, kind.argv, `${fault} ${steps + 1}`);
        ended = code === 0;
        if (fault === "SIGTERM") expect(litter(folder)).toEqual([]);
        await expectWhole(folder, kind, whole);
      });
    }
    expect(steps).toBeGreaterThan(5);
    expect(steps).toBeLessThan(MOST_STEPS);
  });

  test.each(["ENOSPC", "EIO"])("%s at every step of writing is said in two plain lines", async (fault) => {
    let said = 0;
    for (let step = 1, ended = false; !ended && step < MOST_STEPS; step++) {
      await asItWas(async (folder) => {
        const { code, err } = await runWith(folder, kind.argv, `${fault} ${step}`);
        ended = code === 0;
        if (!ended) {
          expect(code).toBe(1);
          expect(err).toMatch(/^[^\n]+\n[^\n]+\n$/);
          expect(err).not.toMatch(/Pipecast stopped/);
          said += 1;
        }
        expect(litter(folder)).toEqual([]);
        await expectWhole(folder, kind, whole);
      });
    }
    expect(said).toBeGreaterThan(5);
  });

  test(`killed at ${MOMENTS} moments of the run`, async () => {
    for (let moment = 0; moment < MOMENTS; moment++) {
      await asItWas(async (folder) => {
        await runWith(folder, kind.argv, null, (whole.milliseconds * 1.1 * moment) / MOMENTS);
        await expectWhole(folder, kind, whole);
      });
    }
  });
});

test("a file that grows past the disk's limit is said, and the old report stays", async () => {
  await asItWas(async (folder) => {
    await copyFile(join(ROOT, "samples/pipeline.xlsx"), join(folder, "deals.xlsx"));
    const child = spawn(
      "bash",
      ["-c", `ulimit -f 8; exec "$0" "$@"`, process.execPath, CLI, ...BESIDE.argv],
      {
        cwd: folder,
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(readFileSync(join(folder, "deals.report.xlsx")).equals(Buffer.from(older))).toBe(true);
    expect(litter(folder)).toEqual([]);
  });
});
