import { activeBook, analyseBook, readBook } from "./analyse-book.ts";
import { reconcile } from "./reconcile.ts";
import { renewPlan } from "./recording.ts";
import { memory } from "./store.ts";
import { HANDLERS, noteOwn, setTrigger, type TimedJob } from "./triggers.ts";
import { withLock } from "./with-lock.ts";

/** Recording of stage changes: switching it on notes at once where every open deal stands. */
export function setRecording(on: boolean): void {
  withLock(() => {
    const remembered = memory();
    if (!on) {
      remembered.set({ recording: "" });
      return;
    }
    const reading = readBook(activeBook());
    const analysis = analyseBook(reading);
    reconcile(renewPlan(reading, analysis, remembered), analysis, remembered);
  });
}

/** A time trigger's job, on or off; switching it on again makes a lost trigger anew. */
export function setTimedJob(job: TimedJob, on: boolean): void {
  const zone = activeBook().getSpreadsheetTimeZone();
  setTrigger(HANDLERS[job], on, zone);
  memory().set({ [job]: on ? "on" : "" });
  noteOwn(job, on);
}
