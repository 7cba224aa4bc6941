import { open, readFile, rm } from "node:fs/promises";
import { errorCode, FileError } from "../read/file-error.ts";
import { isRunning, removedOnSignal } from "../write/temporary-file.ts";
import { notWritten } from "../write/write-whole-file.ts";

/**
 * Runs while no other run sends reminders of the same workbook: two at once would both read the log before either has
 * written it, and everybody would get two mails. The lock is a file beside the log with the number of the process; one
 * that a killed run left is taken over.
 * @throws FileError where another run holds it, or where nothing may be written there: then nothing is sent either.
 */
export async function alone(path: string, shownName: string, run: () => Promise<void>): Promise<void> {
  const lock = `${path}.lock`;
  if (!(await taken(lock, shownName))) {
    const owner = Number.parseInt(await readFile(lock, "utf8").catch(() => ""), 10);
    if (isRunning(owner)) throw busy(shownName);
    await rm(lock, { force: true });
    if (!(await taken(lock, shownName))) throw busy(shownName);
  }
  try {
    await removedOnSignal(lock, run);
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string, shownName: string): Promise<boolean> {
  try {
    const file = await open(lock, "wx");
    await file.writeFile(String(process.pid)).finally(() => file.close());
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw notWritten(shownName, error);
  }
}

function busy(shownName: string): FileError {
  return new FileError(
    "Another run is sending reminders of this workbook.",
    `Wait for it to end. If none is running, remove ${shownName}.lock.`,
    null,
  );
}
