import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { inFolder, runMain } from "./run-main.ts";
import { SMALL_CSV, smallWorkbook } from "./small-files.ts";

/** Spaces, quotation marks, an ampersand, percent and hash, letters of three alphabets, a picture. */
const FOLDER = "Sales & 'co' 100% #1 – Übersicht 売上 📈";
const AS_OF = ["--as-of", "2026-06-30"];

async function inAwkwardFolder<T>(use: (outer: string, inner: string) => Promise<T>): Promise<T> {
  return inFolder(async (outer) => {
    const inner = join(outer, FOLDER);
    await mkdir(inner);
    return use(outer, inner);
  });
}

test("a report goes beside its file, whatever the names", async () => {
  await inAwkwardFolder(async (outer, inner) => {
    await writeFile(join(inner, "Mein Plan [neu] é.xlsx"), await smallWorkbook());
    const { code, out, err } = await runMain(outer, ["report", `${FOLDER}/Mein Plan [neu] é.xlsx`, ...AS_OF]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/The report is in .*Mein Plan \[neu\] é\.report\.xlsx\n$/);
    expect((await readdir(inner)).sort()).toEqual([
      "Mein Plan [neu] é.report.xlsx",
      "Mein Plan [neu] é.xlsx",
    ]);
  });
});

test("a report tells nobody in which folder the workbook lies, and its links still lead to it", async () => {
  await inAwkwardFolder(async (outer, inner) => {
    await writeFile(join(inner, "Plan #2 100%.xlsx"), await smallWorkbook());
    await runMain(outer, ["report", join(inner, "Plan #2 100%.xlsx"), ...AS_OF]);
    const parts = unzipSync(await readFile(join(inner, "Plan #2 100%.report.xlsx")));
    const texts = Object.values(parts).map((part) => new TextDecoder().decode(part));
    expect(texts.filter((text) => text.includes("Übersicht") || text.includes(outer))).toEqual([]);
    const targets = texts.flatMap((text) => text.match(/Target="[^"]*" TargetMode="External"/g) ?? []);
    expect([...new Set(targets)]).toEqual(['Target="Plan%20%232%20100%25.xlsx" TargetMode="External"']);
  });
});

test("--into, its .bak and the lock files of other programs are found there too", async () => {
  await inAwkwardFolder(async (_, inner) => {
    await writeFile(join(inner, "Plan é.xlsx"), await smallWorkbook());
    await writeFile(join(inner, ".~lock.Plan é.xlsx#"), "");
    const argv = ["report", "Plan é.xlsx", "--into", ...AS_OF];
    expect((await runMain(inner, argv)).err).toMatch(/^Plan é\.xlsx .*open/);
    await writeFile(join(inner, "Plan é 2.xlsx"), await smallWorkbook());
    expect((await runMain(inner, ["report", "Plan é 2.xlsx", "--into", ...AS_OF])).code).toBe(0);
    expect(await readdir(inner)).toContain("Plan é 2.xlsx.bak");
  });
});

test("a file whose name begins with a hyphen can be named after --", async () => {
  await inAwkwardFolder(async (_, inner) => {
    await writeFile(join(inner, "-deals.csv"), SMALL_CSV);
    const { code, out } = await runMain(inner, ["check", "--json", ...AS_OF, "--", "-deals.csv"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).deals.total).toBe(4);
  });
});
