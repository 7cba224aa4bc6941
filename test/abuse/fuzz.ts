import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Attack, attackOf, baseFiles } from "./attacks.ts";
import { CommandRunner } from "./command-runner.ts";

/**
 * `npm run fuzz -- [--seconds 120] [--seed 1]`: changes workbooks and CSV files at random and runs the command line
 * on each. A fault is any end but exit code 0 or 1 with a plain message within 20 s and 1 GB, or a file that was not
 * left whole. Prints each fault's seed; `found-seeds.test.ts` keeps those that were mended.
 */
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "120" }, seed: { type: "string", default: "1" } },
});
const folder = await mkdtemp(join(tmpdir(), "pipecast-fuzz-"));
const runner = new CommandRunner(join(import.meta.dirname, "command-child.mjs"));
const bases = await baseFiles();
const end = performance.now() + Number(values.seconds) * 1_000;
const first = Number(values.seed);
const faults: string[] = [];
let seed = first;
try {
  for (; performance.now() < end; seed++) {
    const attack = attackOf(bases, seed);
    const fault = await faultOf(attack);
    if (fault === null) continue;
    faults.push(`seed ${seed}, ${attack.argv.join(" ")}: ${fault}`);
    process.stdout.write(`${faults.at(-1)}\n`);
  }
} finally {
  await runner.end();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${seed - first} files, seeds ${first} to ${seed - 1}: ${faults.length} faults\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function faultOf(attack: Attack): Promise<string | null> {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  const path = join(folder, attack.file);
  await writeFile(path, attack.bytes);
  const { fault } = await runner.run({ argv: attack.argv, cwd: folder }, attack.argv.includes("--json"));
  return fault ?? faultOfFiles(path, attack);
}

/** The file is as it was, unless --into was done: then the one before stands beside it. No litter. */
function faultOfFiles(path: string, { bytes }: Attack): string | null {
  const kept = existsSync(`${path}.bak`) ? `${path}.bak` : path;
  if (!readFileSync(kept).equals(bytes)) return "the file was changed";
  const litter = readdirSync(folder).filter((name) => name.endsWith(".tmp"));
  return litter.length > 0 ? `litter: ${litter.join(", ")}` : null;
}
