import { dayOfIso, isoOfDay, remind } from "../../engine/index.ts";
import { activeBook, analyseBook, type BookReading, readBook } from "./analyse-book.ts";
import { addOwnSheet } from "./own-sheets.ts";
import { refresh } from "./refresh.ts";
import { LOG_HEADERS, LOG_SHEET, QUIET_DAYS, sendReminders, settledBy } from "./reminders.ts";
import { memory } from "./store.ts";
import { nowIn } from "./today.ts";
import { withLock } from "./with-lock.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Notes that somebody opened the spreadsheet, at most once a day; reminders rest where nobody does. */
export function noteOpened(): void {
  const store = PropertiesService.getDocumentProperties();
  const today = isoOfDay(nowIn(activeBook().getSpreadsheetTimeZone()).day);
  if (store && store.getProperty("lastOpened") !== today) store.setProperty("lastOpened", today);
}

/**
 * The daily refresh, where it is wanted: one person may switch off what another's trigger still calls.
 * @throws what a refresh throws.
 */
export function runDailyRefresh(): void {
  activeBook();
  if (memory().get("dailyRefresh") !== "") refresh("timer");
}

/**
 * Writes to owners about deals that need somebody; returns how many mails went out. Nothing is sent while it is
 * switched off, nor where nobody has opened the spreadsheet for two weeks: a sheet in the bin is not opened.
 */
export function runReminders(): number {
  const book = activeBook();
  const remembered = memory();
  const today = nowIn(book.getSpreadsheetTimeZone()).day;
  const lastOpened = dayOfIso(remembered.get("lastOpened"));
  const isForgotten = lastOpened === null || today - lastOpened > QUIET_DAYS;
  if (remembered.get("reminders") === "" || isForgotten) return 0;
  return withLock(() => {
    const reading = readBook(book);
    const log = reminderLog(reading);
    const isSettled = settledBy(log.getDataRange().getValues(), today);
    const { reminders } = remind(reading.grids, analyseBook(reading), isSettled, null);
    return sendReminders(reminders, log, today);
  });
}

function reminderLog({ book, own }: BookReading): Sheet {
  const marked = own.find(({ role }) => role === "log");
  if (marked) return marked.sheet;
  const log = addOwnSheet(book, book.getSheets(), LOG_SHEET, "log", "");
  log
    .getRange(1, 1, 1, LOG_HEADERS.length)
    .setValues([[...LOG_HEADERS]])
    .setFontWeight("bold");
  log.hideSheet();
  return log;
}
