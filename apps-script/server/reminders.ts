import { type Day, dayOfIso, type IsSettled, isoOfDay, type Message } from "../../engine/index.ts";
import { asText } from "./sheet-values.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Reminders rest where nobody has opened the spreadsheet for so many days. */
export const QUIET_DAYS = 14;

/** The hidden sheet that remembers who was reminded of what, so that nobody gets the same mail every morning. */
export const LOG_SHEET = "Pipecast Reminders";
export const LOG_HEADERS = ["Day", "Owner", "Deal"] as const;

/** Whether an owner was reminded of a deal within so many days, as the log's rows tell. */
export function settledBy(rows: readonly (readonly unknown[])[], today: Day): IsSettled {
  const days = new Map<string, Day>();
  for (const [day, owner, deal] of rows) {
    const read = dayOfIso(String(day ?? ""));
    if (read !== null) days.set(JSON.stringify([String(owner ?? ""), String(deal ?? "")]), read);
  }
  return (owner, deal, everyDays) => {
    const last = days.get(JSON.stringify([owner, deal.id]));
    return last !== undefined && today - last < everyDays;
  };
}

/** The owner's own address, else the owner column itself where it holds one; null where nobody knows it. */
export function addressOf({ address, name }: Message): string | null {
  return [address, name].find((text) => /^[^@\s,]+@[^@\s,]+\.[^@\s,]+$/.test(text)) ?? null;
}

/**
 * Sends one mail after the other, as far as today's quota goes, and notes each at once: an interrupted run repeats
 * nothing that went out, and an address that Google refuses keeps no other owner's mail back. Returns how many were sent.
 */
export function sendReminders(messages: readonly Message[], log: Sheet, today: Day): number {
  const ready = messages.filter((message) => addressOf(message) !== null);
  const sent = ready.slice(0, Math.max(0, MailApp.getRemainingDailyQuota())).filter((message) => {
    if (!send(message)) return false;
    noteSent(message, log, today);
    return true;
  });
  return sent.length;
}

function send(message: Message): boolean {
  try {
    MailApp.sendEmail({ to: addressOf(message) ?? "", subject: message.subject, body: message.text });
    return true;
  } catch (error) {
    console.error(`Pipecast could not remind ${message.name}: ${String(error)}`);
    return false;
  }
}

function noteSent(message: Message, log: Sheet, today: Day): void {
  const row = log.getLastRow() + 1;
  const lines = message.deals.map((deal) => [asText(isoOfDay(today)), asText(message.name), asText(deal.id)]);
  const missing = row + lines.length - 1 - log.getMaxRows();
  if (missing > 0) log.insertRowsAfter(log.getMaxRows(), missing);
  log.getRange(row, 1, lines.length, LOG_HEADERS.length).setValues(lines);
}
