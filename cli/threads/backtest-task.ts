import type { MessagePort } from "node:worker_threads";
import type { BacktestSettings, Day, Spells } from "../../engine/index.ts";

/** What a backtest's thread is started with. */
export interface BacktestTask {
  readonly spells: Spells;
  readonly asOfDay: Day;
  readonly settings: BacktestSettings;
  /** One cell, seen by both threads: how far it is. */
  readonly state: Int32Array<SharedArrayBuffer>;
  /** Where the result goes; nothing where there is none. */
  readonly port: MessagePort;
}

export const State = { waiting: 0, running: 1, ended: 2 } as const;
