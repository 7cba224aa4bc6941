import { graftReport } from "../../cli/xlsx/graft.ts";
import { GraftError } from "../../cli/xlsx/graft-error.ts";
import { partsReachedFrom } from "../../cli/xlsx/part-copies.ts";
import { ReadError } from "../../cli/xlsx/read-error.ts";
import { openWorkbook } from "../../cli/xlsx/workbook.ts";
import { ZipPackage } from "../../cli/xlsx/zip-package.ts";
import { readRowGrids } from "../helpers/row-grids.ts";

/** Lists that must name the new sheets and their styles. */
const MAY_CHANGE = /(^\[content_types\]\.xml|workbook\.xml|workbook\.xml\.rels|styles\.xml)$/i;

/** What became of a workbook that a report was put into. */
export interface Fate {
  readonly fate: "kept whole" | "refused" | "faulty";
  readonly says: string;
}

/** Puts a report (with `figure` in Overview!B2) into a workbook in memory and looks whether all else is as it was. */
export async function fateOf(before: Buffer, report: Uint8Array, figure: number): Promise<Fate> {
  try {
    const faults = await faultsOf(before, report, figure);
    return { fate: faults.length === 0 ? "kept whole" : "faulty", says: faults.join("; ") };
  } catch (error) {
    const isRefused = error instanceof ReadError || error instanceof GraftError;
    return {
      fate: isRefused ? "refused" : "faulty",
      says: error instanceof Error ? error.message : String(error),
    };
  }
}

async function faultsOf(before: Buffer, report: Uint8Array, figure: number): Promise<string[]> {
  const cells = JSON.stringify(await readRowGrids(before));
  const after = graftReport(before, report).bytes;
  const faults = changedParts(before, after).map((name) => `part ${name} changed`);
  if (JSON.stringify(await readRowGrids(after)) !== cells) faults.push("a cell reads otherwise");
  const ours = await readRowGrids(after, ({ isReport }) => isReport);
  if (ours[0]?.rows[1]?.[1] !== figure) faults.push("the report does not read back");
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
