import { Command } from "commander";
import { VERSION } from "../engine/index.ts";
import { addBacktestCommand } from "./commands/backtest.ts";
import { addCheckCommand } from "./commands/check.ts";
import { addFollowUpsCommand } from "./commands/followups.ts";
import { addForecastCommand } from "./commands/forecast.ts";
import { addInitCommand } from "./commands/init.ts";
import { addReportCommand } from "./commands/report.ts";
import { addReviewCommand } from "./commands/review.ts";
import type { Io } from "./io.ts";
import { reportFailure } from "./report-failure.ts";

/**
 * The command line as a function: arguments in, exit code out. 0 done · 1 the data cannot be used · 2 wrong
 * usage. Results go to `io.stdout`, everything else to `io.stderr`.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    await buildProgram(io).parseAsync([...argv], { from: "user" });
    return 0;
  } catch (error) {
    return reportFailure(error, argv.includes("--debug"), io);
  }
}

function buildProgram(io: Io): Command {
  const program = new Command("pipecast")
    .description(
      "Where deals get stuck, how long they take, what will close and when, and which need somebody today.",
    )
    .version(VERSION, "-V, --version", "the version")
    .helpOption("-h, --help", "this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addReportCommand(program, io);
  addForecastCommand(program, io);
  addCheckCommand(program, io);
  addBacktestCommand(program, io);
  addReviewCommand(program, io);
  addFollowUpsCommand(program, io);
  addInitCommand(program, io);
  return program;
}
