import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { compileAsUsual } from "../compile-less-eagerly.ts";
import { errorCode, FileError } from "./file-error.ts";

const PIECE_BYTES = 1 << 20;
/** Some thirty thousand deals: the figures of more take so long that all code is worth optimising. */
const LARGE_BYTES = 1 << 23;

/** The whole of a file, with a plain reason where it cannot be had. `shownName` is what the person typed. */
export async function readBytes(path: string, shownName: string): Promise<Uint8Array> {
  try {
    await lookAt(path, shownName);
    return await readFile(path);
  } catch (error) {
    throw error instanceof FileError ? error : unreadable(shownName, error);
  }
}

/** The same, piece by piece. */
export async function* readPieces(path: string, shownName: string): AsyncGenerator<Uint8Array, void> {
  try {
    await lookAt(path, shownName);
    yield* createReadStream(path, { highWaterMark: PIECE_BYTES });
  } catch (error) {
    throw error instanceof FileError ? error : unreadable(shownName, error);
  }
}

async function lookAt(path: string, shownName: string): Promise<void> {
  const about = await stat(path);
  if (about.isDirectory()) throw new FileError(`${shownName} is a folder.`, "Name the workbook inside it.");
  if (about.size > LARGE_BYTES) compileAsUsual();
}

function unreadable(shownName: string, error: unknown): FileError {
  const code = errorCode(error);
  if (code === "ENOENT" || code === "ENOTDIR")
    return new FileError(`There is no file ${shownName}.`, "Check the name and the folder.", error);
  if (code === "EACCES" || code === "EPERM")
    return new FileError(`${shownName} may not be read.`, "Ask for the right to read it.", error);
  if (code === "EBUSY")
    return new FileError(
      `${shownName} is in use by another program.`,
      "Close it there, then run again.",
      error,
    );
  return new FileError(
    `${shownName} cannot be read (${code || "unknown reason"}).`,
    "Copy it to this disk, then run again.",
    error,
  );
}
