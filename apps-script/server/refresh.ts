import { type Analysis, buildReport, VERSION } from "../../engine/index.ts";
import type { LastRun } from "../server-api.ts";
import { activeBook, analyseBook, type BookReading, readBook } from "./analyse-book.ts";
import { reconcile } from "./reconcile.ts";
import { renewPlan } from "./recording.ts";
import { takeSnapshot } from "./snapshots.ts";
import { layoutsText, type Memory, memory, readLayouts } from "./store.ts";
import { nowIn } from "./today.ts";
import { withLock } from "./with-lock.ts";
import { plainMessage, TEXTS } from "./wording.ts";
import { writeReport } from "./write-report.ts";

export interface Refreshed {
  readonly reading: BookReading;
  readonly analysis: Analysis;
  readonly memory: Memory;
}

/**
 * The job behind "Refresh forecast", without any window: reads, works out the figures, writes the report sheets,
 * catches up the history where recording is on, and notes the run. Runs alone in the document.
 * @throws UserError, DataError, OptionError in the person's words; a failed run is noted too.
 */
export function refresh(by: LastRun["by"]): Refreshed {
  const book = activeBook();
  return withLock(() => {
    const zone = book.getSpreadsheetTimeZone();
    const started = nowIn(zone);
    const remembered = memory();
    const layouts = readLayouts(remembered);
    let isWritten = false;
    const note = (ok: boolean, message: string): void => {
      const seconds = Math.round((Date.now() - started.milliseconds) / 100) / 10;
      const lastRun = JSON.stringify({ at: started.text, by, ok, message, seconds });
      remembered.set({ lastRun, layouts: layoutsText(layouts), ...(isWritten ? { unfinished: "" } : {}) });
    };
    try {
      const reading = readBook(book, zone);
      const analysis = analyseBook(reading);
      const report = buildReport(analysis, { sourceName: book.getName(), version: VERSION });
      writeReport(report, { ...reading, layouts, onChange: () => remembered.set({ unfinished: "yes" }) });
      isWritten = true;
      if (remembered.get("recording") !== "") {
        reconcile(renewPlan(reading, analysis, remembered), analysis, remembered);
        takeSnapshot(reading, analysis, remembered);
      }
      note(true, TEXTS.refreshed);
      return { reading, analysis, memory: remembered };
    } catch (error) {
      note(false, plainMessage(error).slice(0, 1000));
      throw error;
    }
  });
}
