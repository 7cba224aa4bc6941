import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { inFolder } from "./run-main.ts";
import { SMALL_CSV } from "./small-files.ts";

const CHECKOUT = resolve(import.meta.dirname, "../..");
const PROGRAM = join(CHECKOUT, "cli/dist/pipecast.cjs");
const START = join(CHECKOUT, "cli/start.mjs");
const run = promisify(execFile);

beforeAll(() => void execFileSync("node", ["cli/build.mjs"], { cwd: CHECKOUT }));

test("the built program reads the sample and prints one JSON document", async () => {
  const sample = join(CHECKOUT, "samples/pipeline.xlsx");
  const { stdout, stderr } = await run(
    "node",
    [PROGRAM, "check", sample, "--json", "--as-of", "2026-06-30"],
    {
      maxBuffer: 1e8,
    },
  );
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject({ asOf: "2026-06-30", source: { shape: "history" } });
});

test("the exit code reaches the shell", async () => {
  await expect(run("node", [PROGRAM, "check", "missing.xlsx"])).rejects.toMatchObject({
    code: 1,
    stdout: "",
  });
  await expect(run("node", [PROGRAM, "chekc"])).rejects.toMatchObject({ code: 2, stdout: "" });
});

test("a reader that leaves early is no error", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "deals.csv");
    const rows = Array.from({ length: 3_000 }, (_, index) => `D${index},Deal,Proposal,Open,1,not a day,`);
    await writeFile(file, [SMALL_CSV, ...rows].join("\n"));
    const child = spawn("node", [PROGRAM, "check", file, "--json"]);
    const errors: string[] = [];
    child.stderr.on("data", (chunk) => errors.push(String(chunk)));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((done) => child.on("close", done));
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
  });
});

test("npm start takes the named file, from the folder where the person stands", async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, "sales"));
    await writeFile(join(folder, "sales", "deals.csv"), SMALL_CSV);
    const env = { ...process.env, INIT_CWD: folder };
    const { stdout } = await run("node", [START, "sales/deals.csv"], { cwd: CHECKOUT, env });
    expect(stdout).toMatch(/The report is in sales[/\\]deals\.report\.xlsx\n$/);
    expect(await readdir(join(folder, "sales"))).toEqual(["deals.csv", "deals.report.xlsx"]);
  });
});

test("npm start without a file takes the sample as of its last day", async () => {
  const { stdout } = await run("node", [START, "--json"], { cwd: CHECKOUT, maxBuffer: 1e8 });
  expect(JSON.parse(stdout)).toMatchObject({ asOf: "2026-06-30", source: { deals: "Deals" } });
});
