import { type ChildProcess, fork } from "node:child_process";

/** One run of the command line that a child process is asked for. */
export interface Question {
  readonly argv: readonly string[];
  readonly cwd: string;
}

/** How it ended; `peakBytes` is the largest memory of the child so far, its earlier runs included. */
export interface Answer {
  readonly code: number;
  readonly seconds: number;
  readonly peakBytes: number;
  /** Standard output is one JSON document. */
  readonly isJson: boolean;
  readonly err: string;
}

/** What is wrong with a run, or null; `refusal` is the plain reason why the file was refused, or "". */
export interface Ending {
  readonly fault: string | null;
  readonly refusal: string;
}

/** What no file may do to a run. */
export const LIMITS = { seconds: 20, bytes: 1e9 };

/** Runs the command line in a child process that is kept for the next run, and ended where a run is too long. */
export class CommandRunner {
  private child: ChildProcess | null = null;
  private readonly script: string;

  constructor(script: string) {
    this.script = script;
  }

  /** Runs the command line once and tells how it ended. */
  async run(question: Question, wantsJson: boolean): Promise<Ending> {
    const isFresh = this.child === null;
    const answer = await this.ask(question);
    if (typeof answer === "string") return { fault: answer, refusal: "" };
    if (answer.peakBytes > LIMITS.bytes) {
      await this.end();
      if (!isFresh) return this.run(question, wantsJson);
      return { fault: `took ${Math.round(answer.peakBytes / 1e6)} MB`, refusal: "" };
    }
    const [refusal = ""] = answer.code === 1 ? answer.err.split("\n") : [];
    return { fault: faultOfAnswer(answer, wantsJson), refusal };
  }

  /** Ends the child; the next run starts another. */
  async end(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await ended;
  }

  private async ask(question: Question): Promise<Answer | string> {
    this.child ??= fork(this.script, { execArgv: ["--max-old-space-size=900"], stdio: "ignore" });
    const { child } = this;
    const answer = await new Promise<Answer | string>((resolve) => {
      const tooLong = setTimeout(() => resolve(`took over ${LIMITS.seconds} s`), LIMITS.seconds * 1_000);
      const settle = (value: Answer | string): void => {
        clearTimeout(tooLong);
        resolve(value);
      };
      child.once("message", (message) => settle(message as Answer));
      child.once("exit", (code, signal) => settle(`ended the process (${signal ?? code})`));
      child.send(question);
    });
    child.removeAllListeners();
    if (typeof answer === "string") await this.end();
    return answer;
  }
}

/** Exit code 0 or 1, a plain message with 1, and no trace of the program's inside. */
export function faultOfAnswer({ code, isJson, err }: Answer, wantsJson: boolean): string | null {
  if (code !== 0 && code !== 1) return `exit code ${code}`;
  if (/Pipecast stopped|in a way Pipecast cannot read/.test(err)) return `no plain reason: ${err.trim()}`;
  if (/^\s+at .*[:(]/m.test(err) || /\b(Type|Range|Reference|Syntax)Error\b/.test(err))
    return `a trace: ${err.trim()}`;
  if (code === 1 && err.trim() === "") return "no message";
  return code === 0 && wantsJson && !isJson ? "no JSON" : null;
}
