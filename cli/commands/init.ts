import { access } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { starterWorkbook } from "../excel-out/starter-workbook.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { writeWholeFile } from "../write/write-whole-file.ts";

/** `pipecast init NEW.xlsx`: an empty pipeline workbook for a team that starts today. */
export async function runInit(file: string, isQuiet: boolean, io: Io): Promise<void> {
  if (extname(file).toLowerCase() !== ".xlsx")
    throw new UsageError(
      `${file} is not the name of an .xlsx workbook.`,
      "Give a name such as pipeline.xlsx.",
    );
  const path = resolve(io.cwd, file);
  if (await exists(path))
    throw new UsageError(`${file} is there already.`, "Give another name: init replaces no file.");
  await writeWholeFile(path, file, await starterWorkbook(io.today()));
  io.stdout.write(
    isQuiet ? `${file}\n` : `Your pipeline is in ${file}: open it and read the sheet Start here.\n`,
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
