// `npm run bench:start`: how long `pipecast --help` takes beside a node process that does nothing, in turns.
import { spawnSync } from "node:child_process";

const PAIRS = 40;
const EMPTY = ["-e", "0"];
const HELP = ["cli/dist/pipecast.cjs", "--help"];

/** Milliseconds of one whole process. */
function milliseconds(command) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, command, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${command.join(" ")} ended with ${status}`);
  return performance.now() - started;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const pairs = Array.from({ length: PAIRS }, () => [milliseconds(EMPTY), milliseconds(HELP)]);
const empty = median(pairs.map(([first]) => first)).toFixed(0);
const help = median(pairs.map(([, second]) => second)).toFixed(0);
const ratio = median(pairs.map(([first, second]) => second / first)).toFixed(2);
console.log(`Node ${process.versions.node}, median of ${PAIRS} pairs:`);
console.log(`an empty process ${empty} ms, pipecast --help ${help} ms: ${ratio} × (goal: below 2 ×)`);
