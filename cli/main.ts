import { CommanderError } from "commander";
import { buildProgram } from "./build-program.ts";
import type { Io } from "./io.ts";
import { reportWrongUsage } from "./report-wrong-usage.ts";

/**
 * The command line as a function: arguments in, exit code out. 0 done · 1 the data cannot be used · 2 wrong
 * usage. Results go to `io.stdout`, everything else to `io.stderr`.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    await buildProgram(io).parseAsync([...argv], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return reportWrongUsage(error, io);
    const { reportFailure } = await import("./report-failure.ts");
    return reportFailure(error, argv.includes("--debug"), io);
  }
}
