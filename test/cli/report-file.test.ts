import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import exceljs from "exceljs";
import { describe, expect, test } from "vitest";
import { notWritten } from "../../cli/write/write-whole-file.ts";
import { inFolder, runMain, runOn } from "./run-main.ts";
import { SMALL_CSV, smallWorkbook, workbookOf } from "./small-files.ts";

const FILES = { "deals.csv": SMALL_CSV };

test("the report lies beside FILE, named after it; FILE stays as it was", async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, "sales"));
    const before = await smallWorkbook();
    await writeFile(join(folder, "sales", "deals.xlsx"), before);
    const { code, out, err } = await runMain(folder, ["report", "sales/deals.xlsx"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/The report is in sales[/\\]deals\.report\.xlsx\n$/);
    expect((await readdir(join(folder, "sales"))).sort()).toEqual(["deals.report.xlsx", "deals.xlsx"]);
    expect(new Uint8Array(await readFile(join(folder, "sales", "deals.xlsx")))).toEqual(before);
  });
});

test("the report is a workbook of Pipecast's sheets", async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, "deals.csv"), SMALL_CSV);
    await runMain(folder, ["report", "deals.csv", "-o", "out.xlsx"]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(folder, "out.xlsx"));
    expect(workbook.creator).toBe("Pipecast");
    expect(workbook.worksheets.map((sheet) => sheet.name)).toContain("Pipecast Overview");
  });
});

test("-o says where, also for standard input", async () => {
  const run = await runOn({}, ["report", "-", "-o", "out.xlsx"], { stdin: SMALL_CSV });
  expect(run).toMatchObject({ code: 0, left: ["out.xlsx"] });
});

describe("an existing OUT", () => {
  test("that Pipecast wrote is replaced", async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, "deals.csv"), SMALL_CSV);
      expect((await runMain(folder, ["report", "deals.csv"])).code).toBe(0);
      expect((await runMain(folder, ["report", "deals.csv"])).code).toBe(0);
      expect((await readdir(folder)).sort()).toEqual(["deals.csv", "deals.report.xlsx"]);
    });
  });

  const someSheet = [{ name: "Budget", rows: [["1"]] }];
  test.each([
    ["a person's workbook", () => workbookOf(someSheet)],
    [
      "a workbook Pipecast once made that now holds a person's sheet",
      () => workbookOf(someSheet, "Pipecast"),
    ],
    ["no workbook at all", async () => Buffer.from("my notes")],
  ])("that is %s is kept, unless --force is given", async (_what, make) => {
    await inFolder(async (folder) => {
      const kept = await make();
      await writeFile(join(folder, "deals.csv"), SMALL_CSV);
      await writeFile(join(folder, "out.xlsx"), kept);
      const argv = ["report", "deals.csv", "-o", "out.xlsx"];
      const { code, out, err } = await runMain(folder, argv);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toMatch(/^out\.xlsx is there already, and Pipecast did not write it\.\n.*--force.*\n$/);
      expect(new Uint8Array(await readFile(join(folder, "out.xlsx")))).toEqual(new Uint8Array(kept));
      expect((await runMain(folder, [...argv, "--force"])).code).toBe(0);
      expect(new Uint8Array(await readFile(join(folder, "out.xlsx")))).not.toEqual(new Uint8Array(kept));
    });
  });
});

describe("a place that cannot be used: exit code 1, a plain reason, nothing written", () => {
  test("OUT is FILE, under whatever name, even with --force", async () => {
    await inFolder(async (folder) => {
      const before = await smallWorkbook();
      await writeFile(join(folder, "deals.xlsx"), before);
      await symlink(join(folder, "deals.xlsx"), join(folder, "link.xlsx"));
      for (const output of ["deals.xlsx", "./deals.xlsx", "link.xlsx"]) {
        const { code, err } = await runMain(folder, ["report", "deals.xlsx", "--force", "-o", output]);
        expect(code).toBe(1);
        expect(err).toMatch(/is the workbook itself, which is never changed/);
      }
      expect(new Uint8Array(await readFile(join(folder, "deals.xlsx")))).toEqual(before);
    });
  });

  test("its folder does not exist", async () => {
    const run = await runOn(FILES, ["report", "deals.csv", "-o", "gone/out.xlsx"]);
    expect(run).toMatchObject({ code: 1, out: "", left: ["deals.csv"] });
    expect(run.err).toMatch(/^The folder for gone\/out\.xlsx does not exist\.\n/);
  });

  test("OUT is a folder", async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, "deals.csv"), SMALL_CSV);
      await mkdir(join(folder, "out.xlsx"));
      const { code, err } = await runMain(folder, ["report", "deals.csv", "-o", "out.xlsx", "--force"]);
      expect(code).toBe(1);
      expect(err).toMatch(/^out\.xlsx is a folder\./);
      expect(await readdir(join(folder, "out.xlsx"))).toEqual([]);
    });
  });

  test("its name is longer than the disk allows: the temporary file is gone as well", async () => {
    const run = await runOn(FILES, ["report", "deals.csv", "-o", `${"long".repeat(90)}.xlsx`]);
    expect(run).toMatchObject({ code: 1, out: "", left: ["deals.csv"] });
    expect(run.err).toMatch(/\.xlsx could not be written \(ENAMETOOLONG\)\.\nGive another place\./);
  });

  test.each([
    ["EACCES", "out.xlsx may not be written there."],
    ["EROFS", "out.xlsx may not be written there."],
    ["EBUSY", "out.xlsx is open in another program."],
    ["ENOSPC", "There is no room on the disk for out.xlsx."],
  ])("%s is told in plain words, with a remedy", (code, message) => {
    const error = notWritten("out.xlsx", Object.assign(new Error("x"), { code }));
    expect(error.message).toBe(message);
    expect(error.remedy).not.toBe("");
  });
});
