import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { graftReport } from "../../cli/xlsx/graft.ts";
import { GraftError } from "../../cli/xlsx/graft-error.ts";
import { partsReachedFrom } from "../../cli/xlsx/part-copies.ts";
import { ReadError } from "../../cli/xlsx/read-error.ts";
import { openWorkbook } from "../../cli/xlsx/workbook.ts";
import { ZipPackage } from "../../cli/xlsx/zip-package.ts";
import { reportOf } from "../cli/xlsx/graft-workbooks.ts";
import { readRowGrids } from "../helpers/row-grids.ts";

/** `npm run check:workbooks -- DIR`: takes every workbook of a folder through reading and --into, in memory. */

interface Outcome {
  readonly file: string;
  readonly fate: "kept whole" | "refused" | "faulty";
  readonly says: string;
}

/** Lists that must name the new sheets and their styles. */
const MAY_CHANGE = /(^\[content_types\]\.xml|workbook\.xml|workbook\.xml\.rels|styles\.xml)$/i;

async function outcomeOf(folder: string, file: string, report: Uint8Array): Promise<Outcome> {
  try {
    const faults = await faultsOf(readFileSync(join(folder, file)), report);
    const [first] = faults;
    return first === undefined
      ? { file, fate: "kept whole", says: "" }
      : { file, fate: "faulty", says: faults.join("; ") };
  } catch (error) {
    const refused = error instanceof ReadError || error instanceof GraftError;
    return {
      file,
      fate: refused ? "refused" : "faulty",
      says: error instanceof Error ? error.message : String(error),
    };
  }
}

async function faultsOf(before: Buffer, report: Uint8Array): Promise<string[]> {
  const cells = JSON.stringify(await readRowGrids(before));
  const after = graftReport(before, report).bytes;
  const faults = changedParts(before, after).map((name) => `part ${name} changed`);
  if (JSON.stringify(await readRowGrids(after)) !== cells) faults.push("a cell reads otherwise");
  const ours = await readRowGrids(after, ({ isReport }) => isReport);
  if (ours[0]?.rows[1]?.[1] !== 0.62) faults.push("the report does not read back");
  if (!graftReport(after, report).bytes.equals(after)) faults.push("twice is not once");
  return faults;
}

/** Parts that are not as they were, unpacked, or that are gone; reports of an earlier run may be. */
function changedParts(before: Buffer, after: Buffer): string[] {
  const [first, second] = [new ZipPackage(before), new ZipPackage(after)];
  const isWhole = (name: string): boolean =>
    second.has(name) && second.read(name, 2 ** 31).equals(first.read(name, 2 ** 31));
  const reports = openWorkbook(before).sheets.filter(({ isReport }) => isReport);
  const ours = partsReachedFrom(
    first,
    reports.map(({ part }) => part),
    new Set(),
  );
  return first.entries
    .map(({ name }) => name)
    .filter(
      (name) => !MAY_CHANGE.test(name) && !ours.has(name.toLowerCase().replace(/_rels\/(.*)\.rels$/, "$1")),
    )
    .filter((name) => !isWhole(name));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name a folder: npm run check:workbooks -- DIR");
const report = await reportOf(0.62);
const outcomes: Outcome[] = [];
for (const file of readdirSync(folder).filter((name) => /\.xls[xm]$/i.test(name))) {
  outcomes.push(await outcomeOf(folder, file, report));
}
for (const { file, fate, says } of outcomes)
  process.stdout.write(`${fate.padEnd(11)} ${file}${says && `: ${says}`}\n`);
const count = (fate: Outcome["fate"]): number => outcomes.filter((outcome) => outcome.fate === fate).length;
process.stdout.write(
  `\n${outcomes.length} workbooks: ${count("kept whole")} kept whole, ${count("refused")} refused with a reason, ${count("faulty")} faulty\n`,
);
process.exitCode = count("faulty") > 0 ? 1 : 0;
