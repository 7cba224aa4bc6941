import { access, constants, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { FileError } from "../read/file-error.ts";
import { readBytes } from "../read/read-bytes.ts";
import { STANDARD_INPUT } from "../read/read-workbook.ts";
import { UsageError } from "../usage-error.ts";
import { isOurReport } from "./is-our-report.ts";
import { notWritten } from "./write-whole-file.ts";

/** Where the report goes: the path to write, and the name to show. */
export interface ReportPlace {
  readonly path: string;
  readonly shownName: string;
}

/**
 * Decides where the report goes and makes sure, before any work is done, that it may.
 * @throws UsageError where no place can be told; FileError where the place cannot be used.
 */
export async function reportPlace(
  file: string,
  output: string | undefined,
  force: boolean,
  cwd: string,
): Promise<ReportPlace> {
  const shownName = output ?? defaultName(file);
  if (extname(shownName).toLowerCase() !== ".xlsx")
    throw new UsageError(
      `-o ${shownName}: the report is an Excel workbook.`,
      "Give a name that ends in .xlsx.",
    );
  const path = await followLinks(resolve(cwd, shownName));
  await checkFolder(path, shownName);
  if (await exists(path)) await checkExisting(path, shownName, await followLinks(resolve(cwd, file)), force);
  return { path, shownName };
}

/** `deals.xlsx` → `deals.report.xlsx`, beside it. */
function defaultName(file: string): string {
  if (file === STANDARD_INPUT)
    throw new UsageError(
      "Standard input has no name to call the report after.",
      "Say where it goes with -o OUT.xlsx.",
    );
  return join(dirname(file), `${basename(file, extname(file))}.report.xlsx`);
}

async function followLinks(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function checkFolder(path: string, shownName: string): Promise<void> {
  try {
    await stat(dirname(path));
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw notWritten(shownName, error);
  }
}

async function checkExisting(path: string, shownName: string, source: string, force: boolean): Promise<void> {
  if (path === source)
    throw new FileError(
      `${shownName} is the workbook itself, which is never changed.`,
      "Give another name with -o.",
    );
  if ((await stat(path)).isDirectory())
    throw new FileError(`${shownName} is a folder.`, "Give the name of a file with -o.");
  if (force || isOurReport(await readBytes(path, shownName))) return;
  throw new FileError(
    `${shownName} is there already, and Pipecast did not write it.`,
    "Give another name with -o, or --force to replace it.",
  );
}
