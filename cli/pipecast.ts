import { isMainThread } from "node:worker_threads";
import type { Output } from "./io.ts";
import { main } from "./main.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** The reader of a pipe may leave early (`pipecast check … | head`): that is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => stream.write(text),
    isTTY: stream.isTTY === true,
    ...(stream.columns > 0 ? { columns: stream.columns } : {}),
  };
}

function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS_A_DAY;
}

function runProgram(): Promise<void> {
  return main(process.argv.slice(2), {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    stdin: process.stdin,
    cwd: process.cwd(),
    env: process.env,
    today,
    program: __filename,
  }).then((code) => {
    process.exitCode = code;
  });
}

/** The same file is the program, and what its thread for parts of the forecast runs. */
void (isMainThread ? runProgram() : import("./threads/run-thread.ts").then((thread) => thread.runThread()));
