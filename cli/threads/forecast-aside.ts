import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { ForecastAside, ForecastParts } from "../../engine/index.ts";
import { State, type ThreadTask } from "./thread-task.ts";

/** With fewer deals a thread takes longer to warm up than it saves. */
const LEAST_DEALS = 50_000;
const LONGEST_START_MS = 2_000;
const LONGEST_RUN_MS = 120_000;

/**
 * Works out what takes longest of the forecast of a large history in a thread of its own, by the program in a file.
 * Where none is to be had, or it comes to no end, there is no result, and the main thread works it out itself.
 */
export function forecastAside(program: string, leastDeals = LEAST_DEALS): ForecastAside {
  return (task) => {
    if (task.spells.deals.count < leastDeals) return null;
    const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const { port1: here, port2: there } = new MessageChannel();
    const thread = startThread(program, { ...task, state, port: there });
    return thread && partsFrom(thread, state, here);
  };
}

/** It ends with the program, whatever it is at; null where Node may start none. */
function startThread(program: string, task: ThreadTask): Worker | null {
  try {
    const thread = new Worker(program, { workerData: task, transferList: [task.port], execArgv: [] });
    thread.on("error", () => undefined);
    thread.unref();
    return thread;
  } catch {
    return null;
  }
}

function partsFrom(
  thread: Worker,
  state: Int32Array<SharedArrayBuffer>,
  port: MessagePort,
): ForecastParts<null> {
  const partAfter = (before: number) => {
    Atomics.wait(state, 0, before, LONGEST_RUN_MS);
    return receiveMessageOnPort(port)?.message ?? null;
  };
  return {
    knowledge: () => {
      Atomics.wait(state, 0, State.waiting, LONGEST_START_MS);
      const known = partAfter(State.running);
      if (known === null) void thread.terminate();
      return known;
    },
    run: () => {
      const run = partAfter(State.known);
      void thread.terminate();
      return run;
    },
  };
}
