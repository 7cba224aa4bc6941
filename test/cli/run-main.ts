import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../cli/main.ts";

/** 2026-06-30 */
export const TODAY = 20_634;

export interface World {
  /** Whole, or in pieces. */
  readonly stdin?: string | Uint8Array | readonly Uint8Array[];
  readonly tty?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, in a folder, with a world of the test's own. */
export async function runMain(cwd: string, argv: readonly string[], world: World = {}): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const screen = { isTTY: world.tty === true, ...(world.columns ? { columns: world.columns } : {}) };
  const code = await main(argv, {
    stdout: { ...screen, write: (text) => void out.push(text) },
    stderr: { ...screen, write: (text) => void err.push(text) },
    stdin: (async function* () {
      if (Array.isArray(world.stdin)) yield* world.stdin;
      else if (world.stdin !== undefined) yield world.stdin;
    })(),
    cwd,
    env: world.env ?? {},
    today: () => TODAY,
  });
  return { code, out: out.join(""), err: err.join("") };
}

/** A folder that exists while `use` runs. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "pipecast-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts files into a folder, runs the command line there, and tells what lies in the folder afterwards. */
export async function runOn(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[],
  world: World = {},
): Promise<Run & { readonly left: readonly string[] }> {
  return inFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const run = await runMain(folder, argv, world);
    return { ...run, left: (await readdir(folder)).sort() };
  });
}
