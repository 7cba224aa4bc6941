import { activeBook, analyseBook, readBook } from "./analyse-book.ts";
import { reconcile } from "./reconcile.ts";
import { planRecording } from "./recording.ts";
import { memory } from "./store.ts";
import { HANDLERS, setTrigger } from "./triggers.ts";
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
    remembered.set({ recording: JSON.stringify(planRecording(reading, analysis)) });
    reconcile({ ...reading, sheets: reading.book.getSheets() }, analysis, remembered);
  });
}

/** A time trigger's job, on or off; switching it on again makes a lost trigger anew. */
export function setTimedJob(job: keyof typeof HANDLERS, on: boolean): void {
  const zone = activeBook().getSpreadsheetTimeZone();
  setTrigger(HANDLERS[job], on, zone);
  memory().set({ [job]: on ? "on" : "" });
}
