import { workerData } from "node:worker_threads";
import { forecastParts } from "../../engine/index.ts";
import { State, type ThreadTask } from "./thread-task.ts";

/** All that the thread does: the parts of a forecast, and word to the main thread as each is done, or one failed. */
export function runThread(): void {
  const { state, port, ...task }: ThreadTask = workerData;
  const tell = (how: number): void => {
    Atomics.store(state, 0, how);
    Atomics.notify(state, 0);
  };
  tell(State.running);
  try {
    const parts = forecastParts(task);
    port.postMessage(parts.knowledge());
    tell(State.known);
    port.postMessage(parts.run());
  } finally {
    tell(State.ended);
  }
}
