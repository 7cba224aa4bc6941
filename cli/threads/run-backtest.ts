import { workerData } from "node:worker_threads";
import { backtest } from "../../engine/index.ts";
import { type BacktestTask, State } from "./backtest-task.ts";

/** All that the thread does: a backtest, and word to the main thread when it is done, or failed. */
export function runBacktest(): void {
  const { spells, asOfDay, settings, state, port }: BacktestTask = workerData;
  const tell = (how: number): void => {
    Atomics.store(state, 0, how);
    Atomics.notify(state, 0);
  };
  tell(State.running);
  try {
    port.postMessage(backtest(spells, asOfDay, settings));
  } finally {
    tell(State.ended);
  }
}
