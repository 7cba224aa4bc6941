import vm from "node:vm";
import { type DocumentState, emptyDocument } from "./document.ts";
import { execute, type RunResult } from "./execution.ts";
import type { Costs, Fault, Limits } from "./meter.ts";
import { Person } from "./person.ts";
import { serialise } from "./serialise.ts";
import type { EntryPoint, Execution, World } from "./world.ts";

export interface SimulatorOptions {
  /** The built script. */
  readonly code: string;
  readonly document?: DocumentState;
  readonly scriptZone?: string;
  readonly now?: string;
  readonly htmlFiles?: ReadonlyMap<string, string>;
  readonly mailQuota?: number;
  readonly bound?: boolean;
}

export interface RunOptions {
  readonly entry?: EntryPoint;
  readonly fault?: Fault;
  readonly meanwhile?: Limits["meanwhile"];
  readonly costs?: Costs;
}

const SIX_MINUTES = 360_000;
const THIRTY_SECONDS = 30_000;
const COSTS: Costs = { localMs: 0, serviceMs: 30 };

/** One spreadsheet with its bound script, the person before it, and the clock. */
export class SheetsSimulator {
  readonly world: World;
  readonly person: Person;
  private readonly script: vm.Script;

  constructor(options: SimulatorOptions) {
    this.script = new vm.Script(options.code, { filename: "Code.js" });
    this.world = makeWorld(options);
    this.person = new Person(this.world, (entry, name, event) => this.execute(entry, name, event, {}));
  }

  /** Calls a top-level function, as a menu does unless told otherwise. */
  run(functionName: string, values: readonly unknown[] = [], options: RunOptions = {}): RunResult {
    return this.execute(options.entry ?? "menu", functionName, () => values, options);
  }

  /** `google.script.run`: what goes in and comes out is serialised; an error is thrown. */
  fromSidebar(functionName: string, ...values: readonly unknown[]): unknown {
    if (functionName.endsWith("_")) throw new Error(`Script function not found: ${functionName}`);
    const sent = values.map((value) => serialise(value, "argument"));
    const { value, error } = this.execute("sidebar", functionName, () => sent, {});
    if (error) throw error;
    return serialise(value, "result");
  }

  /** Fires every clock trigger once. */
  fireTimeTriggers(): RunResult[] {
    return this.world.triggers
      .filter((trigger) => trigger.source === "CLOCK")
      .map((trigger) =>
        this.execute("time-trigger", trigger.handler, () => [{ triggerUid: trigger.id }], {}),
      );
  }

  private execute(
    entry: EntryPoint,
    name: string,
    makeArguments: (execution: Execution) => readonly unknown[],
    options: RunOptions,
  ): RunResult {
    const isShort =
      entry.startsWith("simple") || entry === "custom-function" || entry === "open-without-authorisation";
    return execute(this.world, this.script, entry, name, makeArguments, {
      limitMs: isShort ? THIRTY_SECONDS : SIX_MINUTES,
      costs: options.costs ?? COSTS,
      fault: options.fault ?? null,
      meanwhile: options.meanwhile ?? null,
    });
  }
}

function makeWorld(options: SimulatorOptions): World {
  return {
    clock: { nowMs: Date.parse(options.now ?? "2026-06-30T08:00:00Z") },
    scriptZone: options.scriptZone ?? "America/Los_Angeles",
    document: options.document ?? emptyDocument("Europe/Berlin", "en_GB"),
    properties: { document: new Map(), script: new Map(), user: new Map() },
    screen: { menus: [], sidebar: null, alerts: [], toasts: [], answers: [] },
    outbox: [],
    triggers: [],
    mailQuota: options.mailQuota ?? 100,
    refusedAddresses: new Set(),
    lockHolder: null,
    bound: options.bound ?? true,
    htmlFiles: options.htmlFiles ?? new Map(),
  };
}
