import { chmod, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { FileError } from "../read/file-error.ts";
import { readBytes } from "../read/read-bytes.ts";
import { STANDARD_INPUT } from "../read/read-workbook.ts";
import { UsageError } from "../usage-error.ts";
import { type Graft, graftReport } from "../xlsx/graft.ts";
import { GraftError } from "../xlsx/graft-error.ts";
import { ReadError } from "../xlsx/read-error.ts";
import { writeWholeFile } from "./write-whole-file.ts";

/** The user's own workbook, which the report's sheets go into. */
export interface IntoPlace {
  readonly path: string;
  readonly shownName: string;
  /** As the file was when the run began. */
  readonly seen: { readonly bytes: number; readonly changedAt: number; readonly mode: number };
}

/**
 * Makes sure, before any work is done, that sheets may be added to FILE.
 * @throws UsageError where it is no workbook; FileError where another program has it open.
 */
export async function intoPlace(file: string, cwd: string): Promise<IntoPlace> {
  if (file === STANDARD_INPUT || !/^\.xls[xm]$/i.test(extname(file)))
    throw new UsageError(
      "--into adds sheets to an .xlsx or .xlsm workbook.",
      "Leave it out, and the report goes to a workbook of its own.",
    );
  const named = resolve(cwd, file);
  const path = await realpath(named).catch(() => named);
  await readBytes(path, file);
  for (const lock of [`~$${basename(path)}`, `.~lock.${basename(path)}#`]) {
    if (await exists(join(dirname(path), lock))) throw refused(file, new GraftError("open"));
  }
  return { path, shownName: file, seen: await stateOf(path) };
}

/**
 * Adds the report's sheets to the workbook, or renews them; the file as it was before stays beside it, with
 * `.bak` behind its name. On any failure the workbook is as it was.
 * @returns what its owner should know, in sentences.
 */
export async function writeInto(place: IntoPlace, report: Uint8Array): Promise<string[]> {
  const before = await readBytes(place.path, place.shownName);
  const graft = grafted(place, before, report);
  if (graft.bytes.equals(before)) return ["The workbook holds this report already: nothing was changed."];
  const now = await stateOf(place.path);
  if (now.bytes !== place.seen.bytes || now.changedAt !== place.seen.changedAt)
    throw refused(place.shownName, new GraftError("changed"));
  await writeWholeFile(`${place.path}.bak`, `${place.shownName}.bak`, before);
  await writeWholeFile(place.path, place.shownName, graft.bytes);
  await chmod(place.path, place.seen.mode).catch(() => undefined);
  return [...notesOf(graft), `The workbook as it was before is in ${place.shownName}.bak`];
}

function grafted(place: IntoPlace, before: Uint8Array, report: Uint8Array): Graft {
  try {
    return graftReport(before, report);
  } catch (error) {
    throw error instanceof GraftError || error instanceof ReadError ? refused(place.shownName, error) : error;
  }
}

function refused(shownName: string, error: GraftError | ReadError): FileError {
  return new FileError(`${shownName} ${error.what}`, error.remedy, error);
}

function notesOf({ renamed, takenNames }: Graft): string[] {
  return [
    ...renamed.map(({ wanted, given }) => `The sheet "${wanted}" is named "${given}" in this workbook.`),
    ...takenNames.map((name) => `The name ${name} is yours already: it does not lead to the report.`),
  ];
}

async function stateOf(path: string): Promise<IntoPlace["seen"]> {
  const { size, mtimeMs, mode } = await stat(path);
  return { bytes: size, changedAt: mtimeMs, mode };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
