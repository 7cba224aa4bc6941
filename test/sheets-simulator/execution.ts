import vm from "node:vm";
import { Membrane } from "./membrane.ts";
import { type Limits, Meter } from "./meter.ts";
import { refuseWhereNotAllowed } from "./permissions.ts";
import { makeContext } from "./realm.ts";
import { HtmlService } from "./services/html.ts";
import { LockService } from "./services/lock.ts";
import { MailApp } from "./services/mail-app.ts";
import { PropertiesService } from "./services/properties.ts";
import { ScriptApp } from "./services/script-app.ts";
import { Charts, SpreadsheetApp } from "./services/spreadsheet-app.ts";
import { Session, Utilities } from "./services/utilities.ts";
import type { EntryPoint, Execution, World } from "./world.ts";

export interface RunResult {
  readonly value: unknown;
  readonly error: Error | null;
  readonly calls: readonly string[];
  readonly serviceCalls: readonly string[];
  readonly log: readonly string[];
}

/** Loads the script afresh, as Google does for every execution, and calls one of its functions. */
export function execute(
  world: World,
  script: vm.Script,
  entry: EntryPoint,
  functionName: string,
  makeArguments: (execution: Execution) => readonly unknown[],
  limits: Limits,
): RunResult {
  const execution: Execution = { world, entry, meter: new Meter(world.clock, limits) };
  const { context, realm } = makeContext(world.scriptZone, () => world.clock.nowMs);
  const membrane = new Membrane(realm, {
    call: (name) => {
      refuseWhereNotAllowed(entry, name);
      execution.meter.call(name);
    },
  });
  const log: string[] = [];
  installServices(context, membrane, execution, log);
  try {
    script.runInContext(context);
    const target = topLevelFunction(context, functionName);
    const value: unknown = target(...makeArguments(execution).map((one) => membrane.toScript(one)));
    const error = execution.meter.wasKilled ? new Error("Exceeded maximum execution time") : null;
    return result(membrane.toHost(value), error, execution.meter, log);
  } catch (error) {
    return result(undefined, asError(error), execution.meter, log);
  } finally {
    if (world.lockHolder === execution) world.lockHolder = null;
  }
}

function result(value: unknown, error: Error | null, meter: Meter, log: readonly string[]): RunResult {
  return { value, error, calls: meter.calls, serviceCalls: meter.serviceCalls, log };
}

function installServices(context: vm.Context, membrane: Membrane, execution: Execution, log: string[]): void {
  const services = [
    new SpreadsheetApp(execution),
    new Charts(),
    new HtmlService(execution),
    new LockService(execution),
    new MailApp(execution),
    new PropertiesService(execution),
    new ScriptApp(execution),
    new Utilities(execution),
    new Session(execution),
  ];
  for (const service of services) context[service.className] = membrane.expose(service);
  const write = (...parts: unknown[]): void => {
    log.push(parts.map(String).join(" "));
  };
  context.console = { log: write, info: write, warn: write, error: write };
}

/** Google finds functions declared at the top level only. */
function topLevelFunction(context: vm.Context, name: string): (...values: unknown[]) => unknown {
  const found: unknown = vm.runInContext(`typeof ${name} === "function" ? ${name} : null`, context);
  if (typeof found !== "function") throw new Error(`Script function not found: ${name}`);
  return (...values) => Reflect.apply(found, undefined, values);
}

/** Errors of the script's realm are no instances of ours. */
function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  const { message, name, stack } = Object(error);
  const made = new Error(typeof message === "string" ? message : String(error));
  if (typeof name === "string") made.name = name;
  if (typeof stack === "string") made.stack = stack;
  return made;
}
