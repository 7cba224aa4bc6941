import { Service } from "../service.ts";
import type { Execution } from "../world.ts";
import { formatInstant } from "../zone.ts";

export class Utilities extends Service {
  readonly className = "Utilities";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  formatDate(date: Date, zone: string, pattern: string): string {
    return formatInstant(date.getTime(), zone, pattern);
  }

  sleep(milliseconds: number): void {
    this.execution.meter.pass(milliseconds);
  }
}

export class Session extends Service {
  readonly className = "Session";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  getScriptTimeZone(): string {
    return this.execution.world.scriptZone;
  }
}
