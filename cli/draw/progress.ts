import type { Output } from "../io.ts";

/** Says on a terminal what is being done, once the work has lasted over a second. */
export interface Progress {
  /** The next step begins. */
  step(label: string): void;
  /** The work is over: the line is cleared. */
  done(): void;
}

const SHOWN_AFTER_MILLISECONDS = 1_000;
const BAR_WIDTH = 20;
const CLEAR_LINE = "\r\u001b[2K";

/** A bar of `steps` steps on `output`; silent where `output` is no terminal or `quiet` is set. */
export function startProgress(output: Output, steps: number, quiet: boolean): Progress {
  if (quiet || !output.isTTY) return { step: () => undefined, done: () => undefined };
  const begin = performance.now();
  let finished = -1;
  let label = "";
  let shown = false;
  const show = (): void => {
    if (label === "" || performance.now() - begin < SHOWN_AFTER_MILLISECONDS) return;
    shown = true;
    output.write(`${CLEAR_LINE}${bar(finished, steps)} ${label}`);
  };
  const timer = setTimeout(show, SHOWN_AFTER_MILLISECONDS + 10);
  return {
    step(next) {
      finished += 1;
      label = next;
      show();
    },
    done() {
      clearTimeout(timer);
      if (shown) output.write(CLEAR_LINE);
    },
  };
}

function bar(finished: number, steps: number): string {
  const full = Math.round((BAR_WIDTH * finished) / steps);
  return "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
}
