import { main } from "../../cli/main.ts";
import type { Answer, Question } from "./command-runner.ts";

/** 2026-06-30 */
const TODAY = 20_634;
const LONGEST_ERROR = 4_000;

/** A process of its own that runs the command line when asked: the parent ends it where it takes too long. */
async function answerTo({ argv, cwd }: Question): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const begun = performance.now();
  const code = await main(argv, {
    stdout: { isTTY: false, write: (text) => void out.push(text) },
    stderr: { isTTY: false, write: (text) => void err.push(text) },
    stdin: (async function* () {})(),
    cwd,
    env: {},
    today: () => TODAY,
  });
  const [seconds, peakBytes] = [(performance.now() - begun) / 1_000, process.resourceUsage().maxRSS * 1_024];
  return {
    code,
    seconds,
    peakBytes,
    isJson: isJson(out.join("")),
    err: err.join("").slice(0, LONGEST_ERROR),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

process.on("message", (question: Question) => {
  void answerTo(question).then((answer) => process.send?.(answer));
});
