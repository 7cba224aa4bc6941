import { enumeration, Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution, TriggerState } from "../world.ts";

const MOST_TRIGGERS = 20;

export class ScriptApp extends Service {
  readonly className = "ScriptApp";
  override readonly constants = {
    AuthMode: enumeration("NONE", "LIMITED", "FULL", "CUSTOM_FUNCTION"),
    WeekDay: enumeration("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
    EventType: enumeration("CLOCK", "ON_OPEN", "ON_EDIT", "ON_CHANGE"),
  };
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  getProjectTriggers(): Trigger[] {
    return this.execution.world.triggers.map((state) => new Trigger(state));
  }

  newTrigger(handler: string): TriggerBuilder {
    return new TriggerBuilder(this.execution, handler);
  }

  deleteTrigger(trigger: Trigger): void {
    const { world } = this.execution;
    world.triggers = world.triggers.filter((state) => state.id !== trigger.getUniqueId());
  }
}

class Trigger extends Service {
  readonly className = "Trigger";
  private readonly state: TriggerState;

  constructor(state: TriggerState) {
    super();
    this.state = state;
  }

  getHandlerFunction(): string {
    return this.state.handler;
  }

  getUniqueId(): string {
    return this.state.id;
  }

  getEventType(): string {
    return this.state.event;
  }
}

/** One builder for every kind of trigger; the live service has one class each. */
class TriggerBuilder extends Service {
  readonly className = "TriggerBuilder";
  private readonly execution: Execution;
  private readonly handler: string;
  private event = "";
  private schedule: Record<string, unknown> = {};

  constructor(execution: Execution, handler: string) {
    super();
    this.execution = execution;
    this.handler = handler;
  }

  timeBased(): this {
    this.event = "CLOCK";
    return this;
  }

  everyDays(days: number): this {
    return this.with({ days });
  }

  everyWeeks(weeks: number): this {
    return this.with({ weeks });
  }

  onWeekDay(weekDay: string): this {
    return this.with({ weekDay });
  }

  atHour(hour: number): this {
    return this.with({ hour });
  }

  inTimezone(zone: string): this {
    return this.with({ zone });
  }

  create(): Trigger {
    const { world } = this.execution;
    if (world.triggers.length >= MOST_TRIGGERS) {
      throw new ServiceError(
        "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
      );
    }
    if (this.event === "") throw new ServiceError("The trigger needs an event.");
    const state: TriggerState = {
      id: `trigger-${world.document.nextId++}`,
      handler: this.handler,
      source: "CLOCK",
      event: this.event,
      schedule: this.schedule,
    };
    world.triggers = [...world.triggers, state];
    return new Trigger(state);
  }

  private with(part: Record<string, unknown>): this {
    this.schedule = { ...this.schedule, ...part };
    return this;
  }
}
