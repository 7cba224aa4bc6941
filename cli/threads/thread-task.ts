import type { MessagePort } from "node:worker_threads";
import type { ForecastTask } from "../../engine/index.ts";

/** What a thread is started with. */
export interface ThreadTask extends ForecastTask {
  /** One cell, seen by both threads: how far it is. */
  readonly state: Int32Array<SharedArrayBuffer>;
  /** Where the results go, one after the other; nothing where there is none. */
  readonly port: MessagePort;
}

export const State = { waiting: 0, running: 1, known: 2, ended: 3 } as const;
