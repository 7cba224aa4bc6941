import { analysisJson, dayOfIso, isoOfDay, VERSION } from "../../engine/index.ts";
import type { PipelineView } from "../pipeline-view.ts";
import { activeBook, analyseBook, readBook } from "./analyse-book.ts";
import { isReminderDay, QUIET_DAYS, type Reminder, remindersOf } from "./reminders.ts";
import { memory } from "./store.ts";
import { nowIn } from "./today.ts";

/** Notes that somebody opened the spreadsheet, at most once a day; reminders rest where nobody does. */
export function noteOpened(): void {
  const store = PropertiesService.getDocumentProperties();
  const today = isoOfDay(nowIn(activeBook().getSpreadsheetTimeZone()).day);
  if (store && store.getProperty("lastOpened") !== today) store.setProperty("lastOpened", today);
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
  const reading = readBook(book);
  if (!isReminderDay(reading.settings.values.Reminders, today)) return 0;
  const view: PipelineView = analysisJson(analyseBook(reading), VERSION);
  return sendReminders(remindersOf(view.openDeals ?? [], reading.settings.ownerAddresses, book.getUrl()));
}

/** Sends as many as today's quota allows; the rest goes out tomorrow. Returns how many were sent. */
function sendReminders(reminders: readonly Reminder[]): number {
  const quota = MailApp.getRemainingDailyQuota();
  const sent = reminders.slice(0, Math.max(0, quota));
  for (const { to, subject, body } of sent) MailApp.sendEmail({ to, subject, body });
  return sent.length;
}
