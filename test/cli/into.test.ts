import { chmod, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { intoPlace, writeInto } from "../../cli/write/into-place.ts";
import { readRowGrids } from "../helpers/row-grids.ts";
import { inFolder, runMain, runOn } from "./run-main.ts";
import { SMALL_CSV, smallWorkbook } from "./small-files.ts";
import { reportOf, withParts } from "./xlsx/graft-workbooks.ts";

const WORKBOOK = Buffer.from(await smallWorkbook());

test("--into adds the report to FILE, keeps the file before, and says so", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "deals.xlsx");
    await writeFile(path, WORKBOOK);
    await chmod(path, 0o640);
    const { code, out, err } = await runMain(folder, ["report", "deals.xlsx", "--into"]);
    expect(code).toBe(0);
    expect(out).toMatch(/The report is in deals\.xlsx\n$/);
    expect(err).toBe("The workbook as it was before is in deals.xlsx.bak\n");
    expect((await readdir(folder)).sort()).toEqual(["deals.xlsx", "deals.xlsx.bak"]);
    expect((await readFile(`${path}.bak`)).equals(WORKBOOK)).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    const sheets = (await readRowGrids(await readFile(path), () => true)).map(({ sheet }) => sheet);
    expect(sheets.slice(0, 2)).toEqual(["Deals", "Pipecast Overview"]);
  });
});

test("a second run counts the same deals, and changes nothing where nothing is new", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "deals.xlsx");
    await writeFile(path, WORKBOOK);
    const first = await runMain(folder, ["report", "deals.xlsx", "--into", "--json"]);
    const once = await readFile(path);
    const second = await runMain(folder, ["report", "deals.xlsx", "--into", "--json"]);
    expect(second.out).toBe(first.out);
    expect(second.err).toContain("holds this report already");
    expect((await readFile(path)).equals(once)).toBe(true);
    expect((await readFile(`${path}.bak`)).equals(WORKBOOK)).toBe(true);
  });
});

test("through a link the workbook itself is changed, and the link stays", async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, "real.xlsx"), WORKBOOK);
    await symlink(join(folder, "real.xlsx"), join(folder, "deals.xlsx"));
    expect((await runMain(folder, ["report", "deals.xlsx", "--into"])).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(["deals.xlsx", "real.xlsx", "real.xlsx.bak"]);
  });
});

describe("nothing is changed where", () => {
  test.each(["~$deals.xlsx", ".~lock.deals.xlsx#"])("another program has it open (%s)", async (lock) => {
    const run = await runOn({ "deals.xlsx": WORKBOOK, [lock]: "somebody" }, [
      "report",
      "deals.xlsx",
      "--into",
    ]);
    expect(run.code).toBe(1);
    expect(run.err).toBe("deals.xlsx is open in another program.\nClose it there, then run again.\n");
    expect([...run.left].sort()).toEqual([lock, "deals.xlsx"].sort());
  });

  test("it is signed", async () => {
    const signed = withParts(WORKBOOK, { "_xmlsignatures/sig1.xml": "<Signature/>" });
    const run = await runOn({ "deals.xlsx": signed }, ["report", "deals.xlsx", "--into"]);
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/^deals\.xlsx bears a digital signature.*\n.*--into.*\n$/);
    expect(run.left).toEqual(["deals.xlsx"]);
  });

  test("it changes while the figures are worked out", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "deals.xlsx");
      await writeFile(path, WORKBOOK);
      const place = await intoPlace("deals.xlsx", folder);
      const saved = withParts(WORKBOOK, { "docProps/custom.xml": "<x/>" });
      await writeFile(path, saved);
      await expect(writeInto(place, await reportOf(1))).rejects.toThrow("was changed by another program");
      expect((await readFile(path)).equals(saved)).toBe(true);
      expect(await readdir(folder)).toEqual(["deals.xlsx"]);
    });
  });
});

test.each([
  [["report", "deals.csv", "--into"], /--into adds sheets to an \.xlsx or \.xlsm workbook/],
  [["report", "-", "--into"], /--into adds sheets to an \.xlsx or \.xlsm workbook/],
  [["report", "deals.csv", "--into", "-o", "x.xlsx"], /two places/],
])("wrong usage: %s", async (argv, says) => {
  const { code, err, left } = await runOn({ "deals.csv": SMALL_CSV }, argv, { stdin: SMALL_CSV });
  expect(code).toBe(2);
  expect(err).toMatch(says);
  expect(left).toEqual(["deals.csv"]);
});
