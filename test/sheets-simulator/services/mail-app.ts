import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution, MailMessage } from "../world.ts";

export class MailApp extends Service {
  readonly className = "MailApp";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  getRemainingDailyQuota(): number {
    return this.execution.world.mailQuota;
  }

  sendEmail(message: MailMessage): void {
    const { world } = this.execution;
    const recipients = message.to.split(",").length;
    const isAddress = /^[^@\s,]+@[^@\s,]+(,[^@\s,]+@[^@\s,]+)*$/.test(message.to);
    if (!isAddress || world.refusedAddresses.has(message.to)) {
      throw new ServiceError(`Invalid email: ${message.to}`);
    }
    if (world.mailQuota < recipients) {
      throw new ServiceError("Service invoked too many times for one day: email.");
    }
    world.mailQuota -= recipients;
    world.outbox.push(message);
  }
}
