import { mkdir } from "node:fs/promises";
import { notWritten } from "./write-whole-file.ts";

/** Makes a folder with those above it; one that is there stays as it is. */
export async function makeFolder(path: string, shownName: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw notWritten(shownName, error);
  });
}
