import { readFileSync } from "node:fs";
import { join } from "node:path";
import { randomSource } from "../../engine/stats/random.ts";
import { inFolder, runMain } from "../cli/run-main.ts";
import { SMALL_CSV, smallWorkbook } from "../cli/small-files.ts";
import { mutatePackage } from "./mutate-package.ts";
import { mutateXml, pick } from "./mutate-xml.ts";

/** A changed file and the command line that is to bear it. */
export interface Attack {
  readonly file: string;
  readonly bytes: Buffer;
  readonly argv: readonly string[];
}

/** The whole files that are changed: a small table, the workbook of `init`, one that holds a report, a CSV. */
export async function baseFiles(): Promise<readonly Buffer[]> {
  return inFolder(async (folder) => {
    const path = join(folder, "new.xlsx");
    await runMain(folder, ["init", "new.xlsx"]);
    const started = readFileSync(path);
    await runMain(folder, ["report", "--into", "new.xlsx", "--quiet"]);
    const reported = readFileSync(path);
    return [Buffer.from(await smallWorkbook()), started, reported, Buffer.from(SMALL_CSV)];
  });
}

/** The attack of a seed. Most read only, since reading meets the hostile file first; some write into it. */
export function attackOf(bases: readonly Buffer[], seed: number): Attack {
  const random = randomSource(seed);
  const base = pick(bases, random);
  const isWorkbook = base.subarray(0, 2).toString() === "PK";
  const file = isWorkbook ? "deals.xlsx" : "deals.csv";
  const bytes = isWorkbook ? mutatePackage(base, random) : Buffer.from(mutateXml(base.toString(), random));
  const command = random.below(4);
  if (command === 0) return { file, bytes, argv: ["report", file, "--json", "-o", "out.xlsx"] };
  if (command === 1 && isWorkbook) return { file, bytes, argv: ["report", file, "--into", "--quiet"] };
  return { file, bytes, argv: ["check", file, "--json"] };
}
