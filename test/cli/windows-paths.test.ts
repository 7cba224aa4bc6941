import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runMain } from "./run-main.ts";
import { SMALL_CSV, smallWorkbook } from "./small-files.ts";

/** Paths are taken apart and put together as on Windows. Here "C:\…" is a plain name, so that files can be made. */
vi.mock("node:path", async (actual) => {
  const { win32 } = await actual<typeof import("node:path")>();
  return { ...win32, default: win32 };
});

/** No links: each name is its own. */
vi.mock("node:fs/promises", async (actual) => {
  return { ...(await actual<object>()), realpath: async (path: string) => path };
});

const OFFICE = "C:\\Büro & Co";
const before = process.cwd();
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(`${tmpdir()}/pipecast-`);
  process.chdir(folder);
  await mkdir(OFFICE);
});

afterEach(async () => {
  process.chdir(before);
  await rm(folder, { recursive: true });
});

const AS_OF = ["--as-of", "2026-06-30"];

test("a report goes beside its file", async () => {
  await writeFile(`${OFFICE}\\deals.csv`, SMALL_CSV);
  const { code, out, err } = await runMain("C:\\", ["report", "Büro & Co\\deals.csv", ...AS_OF]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/The report is in Büro & Co\\deals\.report\.xlsx\n$/);
  expect((await readdir(".")).sort()).toEqual([
    OFFICE,
    `${OFFICE}\\deals.csv`,
    `${OFFICE}\\deals.report.xlsx`,
  ]);
});

test("slashes may be mixed, and the sheet of a CSV file is named after the file alone", async () => {
  await writeFile(`${OFFICE}\\deals.csv`, SMALL_CSV);
  const { out } = await runMain("C:\\", ["check", "C:/Büro & Co\\deals.csv", "--json", ...AS_OF]);
  expect(JSON.parse(out).source.deals).toBe("deals");
});

test("a workbook that Excel has open is left alone", async () => {
  await writeFile(`${OFFICE}\\deals.xlsx`, await smallWorkbook());
  await writeFile(`${OFFICE}\\~$deals.xlsx`, "");
  const { code, err } = await runMain(OFFICE, ["report", "deals.xlsx", "--into", ...AS_OF]);
  expect(code).toBe(1);
  expect(err).toMatch(/^deals\.xlsx .*open/);
});

test("--into keeps the workbook as it was beside it", async () => {
  await writeFile(`${OFFICE}\\deals.xlsx`, await smallWorkbook());
  const { code } = await runMain(OFFICE, ["report", "deals.xlsx", "--into", ...AS_OF]);
  expect(code).toBe(0);
  expect((await readdir(".")).sort()).toEqual([OFFICE, `${OFFICE}\\deals.xlsx`, `${OFFICE}\\deals.xlsx.bak`]);
});

test("mail files go into the folder that was named", async () => {
  const rows = ["D1,Offer,Open,Ann,2026-05-01", "D2,Offer,Won,Ann,2026-05-01"];
  await writeFile(`${OFFICE}\\deals.csv`, ["Deal ID,Stage,Status,Owner,Expected close", ...rows].join("\n"));
  const argv = ["followups", `${OFFICE}\\deals.csv`, "--eml", "Post\\neu", ...AS_OF];
  expect((await runMain("C:\\", argv)).code).toBe(0);
  expect(await readdir(".")).toContain("C:\\Post\\neu\\reminder-ann.eml");
});
