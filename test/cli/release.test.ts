import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const CHECKOUT = resolve(import.meta.dirname, "../..");
const SAMPLES = join(CHECKOUT, "samples");
const run = promisify(execFile);

/** What `npm i -g` of the packed package gives, without a network: the program in a folder with an awkward name. */
let folder = "";
let program = "";
let packed: { readonly path: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipecast-release-"));
  const npm = { cwd: folder, env: { ...process.env, npm_config_cache: join(folder, "cache") } };
  const pack = ["pack", CHECKOUT, "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, npm);
  const [{ filename, files }] = JSON.parse(stdout);
  packed = files;
  const prefix = join(folder, "für alle");
  await run("npm", ["install", "--global", "--offline", "--prefix", prefix, join(folder, filename)], npm);
  program = join(prefix, "bin", "pipecast");
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function stand(name: string): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  return place;
}

test("the package holds the program, the licences of what is in it, and what a person reads", () => {
  expect(packed.map(({ path }) => path).sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "cli/dist/THIRD-PARTY-LICENCES.txt",
    "cli/dist/pipecast.cjs",
    "package.json",
  ]);
});

test("installing it brings nothing else along, and runs no script", async () => {
  const manifest = JSON.parse(await readFile(join(CHECKOUT, "package.json"), "utf8"));
  expect(Object.keys(manifest)).not.toContain("dependencies");
  const run = ["preinstall", "install", "postinstall", "prepare"];
  expect(run.filter((script) => script in manifest.scripts)).toEqual([]);
  const modules = join(folder, "für alle", "lib", "node_modules");
  expect(await readdir(modules)).toEqual(["pipecast"]);
  expect(await readdir(join(modules, "pipecast"))).not.toContain("node_modules");
});

test("a new user begins: --help, init, and a report of the new workbook", async () => {
  const cwd = await stand("Vertrieb & Verkauf – 売上 (neu)");
  expect((await run(program, ["--help"], { cwd })).stdout).toMatch(/^Usage: pipecast /);
  const init = await run(program, ["init", "Mein Plan ☎.xlsx"], { cwd });
  expect(init.stdout).toMatch(/^Your pipeline is in Mein Plan ☎\.xlsx/);
  const report = await run(program, ["report", "Mein Plan ☎.xlsx"], { cwd });
  expect(report.stdout).toMatch(/The report is in Mein Plan ☎\.report\.xlsx\n$/);
  expect(report.stderr).toBe("");
  expect((await readdir(cwd)).sort()).toEqual(["Mein Plan ☎.report.xlsx", "Mein Plan ☎.xlsx"]);
});

test("init makes the same workbook again, to the byte", async () => {
  const cwd = await stand("twice");
  for (const name of ["one.xlsx", "two.xlsx"]) await run(program, ["init", name], { cwd });
  const [one, two] = await Promise.all(["one.xlsx", "two.xlsx"].map((name) => readFile(join(cwd, name))));
  expect(one?.equals(two ?? Buffer.of())).toBe(true);
  // No time of the day is in it: the first part carries the first one that an archive can.
  expect([...(one?.subarray(10, 14) ?? [])]).toEqual([0, 0, 0x21, 0]);
});

test("the installed program says the same as this source", async () => {
  const cwd = await stand("same");
  await copyFile(join(SAMPLES, "pipeline.xlsx"), join(cwd, "pipeline.xlsx"));
  const argv = ["report", "pipeline.xlsx", "--as-of", "2026-06-30", "--json", "-o"];
  const installed = await run(program, [...argv, "installed.xlsx"], { cwd, maxBuffer: 1e8 });
  const { main } = await import("../../cli/main.ts");
  const out: string[] = [];
  const stdout = { isTTY: false, write: (text: string) => void out.push(text) };
  const stderr = { isTTY: false, write: () => undefined };
  const today = () => Math.floor(Date.now() / 86_400_000);
  const world = { stdout, stderr, stdin: process.stdin, cwd, env: {}, today };
  expect(await main([...argv, "source.xlsx"], world)).toBe(0);
  expect(installed.stdout).toBe(out.join(""));
  expect(await readFile(join(cwd, "installed.xlsx"))).toEqual(await readFile(join(cwd, "source.xlsx")));
});

test("it checks CSV from standard input", async () => {
  const csv = await readFile(join(SAMPLES, "pipeline-stage-dates.csv"));
  const checking = run(program, ["check", "-"], { cwd: folder });
  checking.child.stdin?.end(csv);
  expect((await checking).stdout).toMatch(/^What Pipecast understood/);
});

test("reminders are written as mail by the library inside", async () => {
  const cwd = await stand("mail");
  const sample = join(SAMPLES, "pipeline.xlsx");
  await run(program, ["followups", sample, "--as-of", "2026-06-30", "--eml", "Entwürfe"], { cwd });
  const [first = ""] = await readdir(join(cwd, "Entwürfe"));
  expect(await readFile(join(cwd, "Entwürfe", first), "utf8")).toMatch(/^Content-Type: text\/plain/m);
});

test("--help loads none of what only work needs, so that it answers at once", async () => {
  const tell = "process.on('exit', () => console.error(process.moduleLoadList.join('\\n')))";
  const loaded = async (...argv: string[]) => {
    const code = `${tell}; require(process.argv[1])`;
    const { stderr } = await run(process.execPath, ["-e", code, "--", program, ...argv], { cwd: folder });
    return stderr.split("\n").filter((line) => /^NativeModule (zlib|crypto|tls|fs\/promises)$/.test(line));
  };
  expect(await loaded("--help")).toEqual([]);
  expect(await loaded("followups", "--help")).toEqual([]);
  expect(await loaded("init", "new.xlsx")).toContain("NativeModule zlib");
});

test("the licence of every library inside stands beside it", async () => {
  const bundle = join(folder, "für alle", "lib", "node_modules", "pipecast", "cli", "dist");
  const licences = await readFile(join(bundle, "THIRD-PARTY-LICENCES.txt"), "utf8");
  for (const name of ["exceljs", "nodemailer", "commander", "papaparse", "simple-statistics"])
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
  expect(licences).not.toMatch(/^(unzipper|fast-csv|archiver|tmp|jszip|saxes) /m);
});
