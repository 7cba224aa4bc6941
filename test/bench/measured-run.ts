import { spawnSync } from "node:child_process";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** Something that is run and measured in a process of its own. */
export interface Contestant {
  readonly name: string;
  /** Arguments of node; or another program with its own. */
  readonly command: readonly string[];
  readonly program?: string;
}

/** What one run took, and what it printed. */
export interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly printed: string;
}

const LOAD_AT_START = loadavg()[0] ?? 0;
const MOST_PRINTED = 1 << 28;

/** Arguments of node for the built command line, as of the last day of the data. */
export function pipecast(...words: string[]): string[] {
  return ["cli/dist/pipecast.cjs", ...words, "--as-of", "2026-06-30"];
}

/**
 * One run: wall time by the clock, processor time and peak memory as the process tells at its end. Of another program
 * they are not known, and NaN.
 */
export function measuredRun({ name, command, program }: Contestant): Run {
  const told = program === undefined ? ["--import", "./test/bench/tell-usage.mjs", ...command] : command;
  const started = performance.now();
  const child = spawnSync(program ?? process.execPath, told, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: MOST_PRINTED,
  });
  const seconds = (performance.now() - started) / 1000;
  const usage = /usage (\d+) (\d+)/.exec(child.stderr);
  if (child.status !== 0 || (program === undefined && !usage))
    throw new Error(`${name} failed:\n${child.stderr}`);
  const [cpuSeconds, megabytes] = usage
    ? [Number(usage[1]) / 1000, Number(usage[2])]
    : [Number.NaN, Number.NaN];
  return { seconds, cpuSeconds, megabytes, printed: child.stdout };
}

/** The median run of each by wall time. Contestants take turns, so that a busy minute of the machine hits all alike. */
export function medianRuns<C extends Contestant>(
  all: readonly C[],
  repeats: number,
): readonly (Run & { readonly contestant: C })[] {
  const rounds = Array.from({ length: repeats }, () =>
    all.map((contestant) => ({ contestant, ...measuredRun(contestant) })),
  );
  return all.map((_, index) => {
    const own = rounds.flatMap((round) => round[index] ?? []).sort((a, b) => a.seconds - b.seconds);
    const median = own[Math.floor(own.length / 2)];
    if (median === undefined) throw new Error("nothing was measured");
    return median;
  });
}

/** Where and under what load this is measured. */
export function machineText(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().replace(/-.*/, "")};
Node ${process.versions.node}. Peak memory is the process's largest resident set.
The machine's load average was ${LOAD_AT_START.toFixed(1)} when the measuring began: above the number of processors, wall times wait for others.`;
}
