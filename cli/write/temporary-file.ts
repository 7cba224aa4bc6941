import { rmSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { errorCode } from "../read/file-error.ts";

const ENDING = ".tmp";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The names of this machine's temporary files begin so; the number of the process that writes it follows. */
const BEGINNING = `.pipecast-${hostname().replace(/[^\w.-]/g, "_")}-`;

/** A name beside `path` that no other run writes to: nanoseconds, since loading `node:crypto` takes long. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `${BEGINNING}${process.pid}-${process.hrtime.bigint()}${ENDING}`);
}

/** Removes what runs of this machine left in the folder when they were killed. */
export async function sweepTemporaries(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const left = names.filter((name) => name.startsWith(BEGINNING) && name.endsWith(ENDING));
  const dead = left.filter((name) => !isRunning(Number.parseInt(name.slice(BEGINNING.length), 10)));
  await Promise.all(dead.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
}

/** Whether a process of this machine is running; one of no number is not. */
export function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

/** While `write` runs, a signal that ends the process removes the file first. */
export async function removedOnSignal(path: string, write: () => Promise<void>): Promise<void> {
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(path, { force: true });
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => SIGNALS.forEach((signal) => void process.off(signal, stop));
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    await write();
  } finally {
    release();
  }
}
