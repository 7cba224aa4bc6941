import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode, FileError } from "../read/file-error.ts";
import { removedOnSignal, sweepTemporaries, temporaryBeside } from "./temporary-file.ts";

/**
 * Writes a file whole or not at all: to a temporary name beside it, flushed to the disk, then renamed. An
 * interrupted run leaves the file as it was; what a killed run left beside it, the next run removes.
 */
export async function writeWholeFile(path: string, shownName: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryBeside(path);
  await sweepTemporaries(dirname(path));
  try {
    await removedOnSignal(temporary, async () => {
      await writeFlushed(temporary, bytes);
      await rename(temporary, path);
    });
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw notWritten(shownName, error);
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Why a file could not be written, and what to do. */
export function notWritten(shownName: string, error: unknown): FileError {
  const code = errorCode(error);
  if (code === "ENOENT" || code === "ENOTDIR")
    return new FileError(
      `The folder for ${shownName} does not exist.`,
      "Make it first, or give another place.",
      error,
    );
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return new FileError(`${shownName} may not be written there.`, "Give another place.", error);
  if (code === "EEXIST")
    return new FileError(`${shownName} is a file, not a folder.`, "Give the name of a folder.", error);
  if (code === "EISDIR") return new FileError(`${shownName} is a folder.`, "Give the name of a file.", error);
  if (code === "EBUSY")
    return new FileError(
      `${shownName} is open in another program.`,
      "Close it there, then run again.",
      error,
    );
  if (code === "ENOSPC" || code === "EDQUOT")
    return new FileError(
      `There is no room on the disk for ${shownName}.`,
      "Make room, or give another place.",
      error,
    );
  return new FileError(
    `${shownName} could not be written (${code || "unknown reason"}).`,
    "Give another place.",
    error,
  );
}
