import type { CommanderError } from "commander";
import type { Io } from "./io.ts";

/** Ends a run that commander stopped: help and version end it well (0), what cannot be understood is wrong usage (2). */
export function reportWrongUsage(error: CommanderError, io: Io): number {
  if (error.exitCode === 0) return 0;
  // A bare `pipecast` has printed the help as its error.
  if (error.code === "commander.help") return 2;
  const [what = "", guess = ""] = error.message.replace(/^error: |\.(?=\n|$)/g, "").split("\n");
  const hint = `${guess} See pipecast --help, or --help after the command.`.replace(/[()]/g, "").trim();
  io.stderr.write(`${what.charAt(0).toUpperCase()}${what.slice(1)}.\n${hint}\n`);
  return 2;
}
