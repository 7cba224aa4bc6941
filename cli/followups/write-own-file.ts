import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { errorCode } from "../read/file-error.ts";
import { UsageError } from "../usage-error.ts";
import { notWritten, writeWholeFile } from "../write/write-whole-file.ts";

/** What every mail and calendar file of Pipecast holds, and no other. */
const MARK = /@pipecast|PRODID:-\/\/Pipecast\/\//;

/**
 * Writes a mail or calendar file, or replaces one that Pipecast wrote before.
 * @throws UsageError where the file is somebody else's.
 */
export async function writeOwnFile(cwd: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = resolve(cwd, name);
  const before = await readFile(path, "latin1").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    throw notWritten(name, error);
  });
  if (before !== null && !MARK.test(before))
    throw new UsageError(
      `${name} is there already, and Pipecast did not write it.`,
      "Give another place for it.",
    );
  await writeWholeFile(path, name, bytes);
}
