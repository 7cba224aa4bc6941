import { ExecutionKilled, ServiceError } from "./service-error.ts";

/** Calls that stay in the script's memory, or read the document's outline, which comes with the first call. */
const LOCAL_CLASSES: ReadonlySet<string> = new Set([
  "TextStyle",
  "TextStyleBuilder",
  "RichTextValue",
  "RichTextValueBuilder",
  "EmbeddedChartBuilder",
  "DataValidationBuilder",
  "ConditionalFormatRuleBuilder",
  "ConditionalFormatRule",
  "GradientCondition",
  "HtmlOutput",
  "Menu",
  "TriggerBuilder",
]);
const LOCAL_METHODS =
  /\.(getRange|getRangeList|getA1Notation|getRow|getColumn|getNumRows|getNumColumns|getSheet|getSheetId|getGridId|getName|isSheetHidden|newChart|newTextStyle|newRichTextValue|newDataValidation|newConditionalFormatRule|getKey|getValue|getLocation|getHandlerFunction|getUniqueId|getChartId|modify|withKey|createDeveloperMetadataFinder|getUi)$/;
/** A cell's `getValue` is a read; a piece of metadata's is in memory. */
const SERVICE_METHODS = /^Range\.getValue$/;

export interface Fault {
  /** The how-manieth call of the execution fails, from 1. */
  readonly atCall: number;
  /** `throw`: an error the script may catch. `kill`: the execution ends there. */
  readonly mode: "throw" | "kill";
}

export interface Costs {
  readonly localMs: number;
  readonly serviceMs: number;
}

export interface Limits {
  readonly limitMs: number;
  readonly costs: Costs;
  readonly fault: Fault | null;
  /** Runs before the call of that number: how a test lets something else happen meanwhile. */
  readonly meanwhile: { readonly atCall: number; readonly run: () => void } | null;
}

/** Counts the calls of one execution, lets time pass with them, and makes one fail. */
export class Meter {
  readonly calls: string[] = [];
  private killed = false;
  private elapsedMs = 0;
  private readonly clock: { nowMs: number };
  private readonly limits: Limits;

  constructor(clock: { nowMs: number }, limits: Limits) {
    this.clock = clock;
    this.limits = limits;
  }

  get serviceCalls(): readonly string[] {
    return this.calls.filter(isServiceCall);
  }

  get wasKilled(): boolean {
    return this.killed;
  }

  call(name: string): void {
    if (this.killed) throw new ExecutionKilled("Exceeded maximum execution time");
    this.calls.push(name);
    const { fault, meanwhile, costs } = this.limits;
    if (meanwhile?.atCall === this.calls.length) meanwhile.run();
    if (fault?.atCall === this.calls.length) this.fail(fault.mode, name);
    this.pass(isServiceCall(name) ? costs.serviceMs : costs.localMs);
  }

  /** Lets time pass; past the limit the execution is over. */
  pass(milliseconds: number): void {
    this.clock.nowMs += milliseconds;
    this.elapsedMs += milliseconds;
    if (this.elapsedMs > this.limits.limitMs) this.kill();
  }

  private fail(mode: Fault["mode"], name: string): never {
    if (mode === "kill") this.kill();
    throw new ServiceError(`Service error: Spreadsheets (simulated at ${name})`);
  }

  private kill(): never {
    this.killed = true;
    throw new ExecutionKilled("Exceeded maximum execution time");
  }
}

export function isServiceCall(name: string): boolean {
  if (SERVICE_METHODS.test(name)) return true;
  return !LOCAL_CLASSES.has(name.split(".")[0] ?? "") && !LOCAL_METHODS.test(name);
}
