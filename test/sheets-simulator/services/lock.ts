import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";

export class LockService extends Service {
  readonly className = "LockService";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  getDocumentLock(): Lock | null {
    return this.execution.world.bound ? new Lock(this.execution) : null;
  }
}

class Lock extends Service {
  readonly className = "Lock";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  /** Whoever holds it keeps it while this execution waits: nothing else runs meanwhile. */
  tryLock(timeout: number): boolean {
    const { world } = this.execution;
    if (world.lockHolder !== null && world.lockHolder !== this.execution) {
      this.execution.meter.pass(timeout);
      return false;
    }
    world.lockHolder = this.execution;
    return true;
  }

  waitLock(timeout: number): void {
    if (!this.tryLock(timeout)) {
      throw new ServiceError("Lock timeout: another process was holding the lock for too long.");
    }
  }

  hasLock(): boolean {
    return this.execution.world.lockHolder === this.execution;
  }

  releaseLock(): void {
    if (this.hasLock()) this.execution.world.lockHolder = null;
  }
}
