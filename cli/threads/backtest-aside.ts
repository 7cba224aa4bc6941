import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { BacktestAside, BacktestRun } from "../../engine/index.ts";
import { type BacktestTask, State } from "./backtest-task.ts";

/** With fewer deals a thread takes longer to warm up than it saves. */
const LEAST_DEALS = 50_000;
const LONGEST_START_MS = 2_000;
const LONGEST_RUN_MS = 120_000;

/**
 * Runs backtests of large histories in a thread of their own, by the program in a file. Where none is to be had, or it
 * comes to no end, there is no result, and the main thread works it out itself.
 */
export function backtestAside(program: string, leastDeals = LEAST_DEALS): BacktestAside {
  return (spells, asOfDay, settings) => {
    if (spells.deals.count < leastDeals) return null;
    const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const { port1: here, port2: there } = new MessageChannel();
    const task: BacktestTask = { spells, asOfDay, settings, state, port: there };
    const thread = startThread(program, task);
    return (
      thread &&
      (() => {
        Atomics.wait(state, 0, State.waiting, LONGEST_START_MS);
        Atomics.wait(state, 0, State.running, LONGEST_RUN_MS);
        const run: BacktestRun | null = receiveMessageOnPort(here)?.message ?? null;
        void thread.terminate();
        return run;
      })
    );
  };
}

/** It ends with the program, whatever it is at; null where Node may start none. */
function startThread(program: string, task: BacktestTask): Worker | null {
  try {
    const thread = new Worker(program, { workerData: task, transferList: [task.port], execArgv: [] });
    thread.on("error", () => undefined);
    thread.unref();
    return thread;
  } catch {
    return null;
  }
}
