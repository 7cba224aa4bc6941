import { DataError, dataErrorLines, OptionError } from "../engine/index.ts";
import type { Io } from "./io.ts";
import { FileError } from "./read/file-error.ts";
import { UsageError } from "./usage-error.ts";

const DATA_CANNOT_BE_USED = 1;
const WRONG_USAGE = 2;

interface Failure {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Says on standard error what went wrong and what to do, in one or two plain lines; returns the exit code. */
export function reportFailure(error: unknown, debug: boolean, io: Io): number {
  const { code, lines } = failureOf(error);
  for (const line of lines) io.stderr.write(`${line}\n`);
  if (debug && code !== 0) io.stderr.write(`${traceOf(error)}\n`);
  return code;
}

function failureOf(error: unknown): Failure {
  if (error instanceof OptionError) return { code: codeOfOption(error), lines: [error.message] };
  if (error instanceof UsageError) return { code: WRONG_USAGE, lines: [error.message, error.remedy] };
  if (error instanceof FileError) return { code: DATA_CANNOT_BE_USED, lines: [error.message, error.remedy] };
  if (error instanceof DataError) return { code: DATA_CANNOT_BE_USED, lines: dataErrorLines(error) };
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: DATA_CANNOT_BE_USED,
    lines: [
      `Pipecast stopped: ${text}`,
      "This is a fault of Pipecast: --debug shows where, for a report of it.",
    ],
  };
}

/** A setting of the workbook's own sheet is part of the data; what was typed is usage. */
function codeOfOption({ option }: OptionError): number {
  return option.startsWith("--") ? WRONG_USAGE : DATA_CANNOT_BE_USED;
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nCaused by ${traceOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
