import { UserError } from "./user-error.ts";
import { TEXTS } from "./wording.ts";

const PATIENCE_MS = 20_000;

/**
 * Runs alone in this document. What was written is committed before the next one may start.
 * @throws UserError where somebody else is still at work after 20 seconds.
 */
export function withLock<T>(run: () => T): T {
  const lock = LockService.getDocumentLock();
  if (lock && !lock.tryLock(PATIENCE_MS)) throw new UserError(TEXTS.busy);
  try {
    return run();
  } finally {
    SpreadsheetApp.flush();
    lock?.releaseLock();
  }
}
