import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { reportOf } from "../cli/xlsx/graft-workbooks.ts";
import { CommandRunner } from "./command-runner.ts";
import { type Fate, fateOf } from "./keeps-whole.ts";

/**
 * `npm run check:workbooks -- DIR`: takes every file of a folder and of the folders in it through `check` and
 * `report`, each within 20 s and 1 GB, and every workbook through --into in memory.
 */
const FIGURE = 0.62;

const [named] = process.argv.slice(2);
if (named === undefined) throw new Error("Name a folder: npm run check:workbooks -- DIR");
const folder = resolve(named);
const report = await reportOf(FIGURE);
const counts = { "kept whole": 0, refused: 0, faulty: 0 };
const waiting = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  [Symbol.iterator]();

await Promise.all(Array.from({ length: availableParallelism() }, takeFiles));
const total = counts["kept whole"] + counts.refused + counts.faulty;
process.stdout.write(
  `\n${total} files: ${counts["kept whole"]} kept whole, ${counts.refused} refused with a reason, ${counts.faulty} faulty\n`,
);
process.exitCode = counts.faulty > 0 ? 1 : 0;

/** Takes one file after another, in a child process of its own that lasts. */
async function takeFiles(): Promise<void> {
  const runner = new CommandRunner(join(import.meta.dirname, "command-child.mjs"));
  const place = await mkdtemp(join(tmpdir(), "pipecast-check-"));
  try {
    for (const path of waiting) {
      const { fate, says } = await fateOfFile(path, runner, place);
      counts[fate] += 1;
      process.stdout.write(`${fate.padEnd(11)} ${relative(folder, path)}${says && `: ${says}`}\n`);
    }
  } finally {
    await runner.end();
    await rm(place, { recursive: true, force: true });
  }
}

async function fateOfFile(path: string, runner: CommandRunner, place: string): Promise<Fate> {
  const runs = [
    ["check", path, "--json"],
    ["report", path, "--json", "-o", join(place, "out.xlsx")],
  ];
  let refusal = "";
  for (const argv of runs) {
    const ended = await runner.run({ argv, cwd: place }, true);
    if (ended.fault !== null) return { fate: "faulty", says: `${argv[0]} ${ended.fault}` };
    refusal ||= ended.refusal;
  }
  const isWorkbook = /\.xls[xm]$/i.test(path);
  if (isWorkbook) return fateOf(readFileSync(path), report, FIGURE);
  return { fate: refusal === "" ? "kept whole" : "refused", says: refusal };
}
