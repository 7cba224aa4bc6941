import type { PipelineView } from "../pipeline-view.ts";

/** A mail to one owner about their deals. */
export interface Reminder {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

type Attention = NonNullable<PipelineView["openDeals"]>[number] & { readonly email: string };

const MOST_DEALS = 25;
export const QUIET_DAYS = 14;

/** One mail an owner who has an address, about the deals that carry a flag, in order of priority. */
export function remindersOf(deals: readonly Attention[], url: string): Reminder[] {
  const byOwner = new Map<string, Attention[]>();
  for (const deal of deals) {
    if (deal.flags.length === 0 || !isAddress(deal.email)) continue;
    byOwner.set(deal.email, [...(byOwner.get(deal.email) ?? []), deal]);
  }
  return [...byOwner].map(([to, own]) => ({
    to,
    subject: `Pipecast: ${own.length} ${own.length === 1 ? "deal needs" : "deals need"} you`,
    body: [...own.slice(0, MOST_DEALS).map(lineOf), more(own.length), "", url]
      .filter((line) => line !== null)
      .join("\n"),
  }));
}

function lineOf({ name, id, stage, why }: Attention): string {
  return `- ${name || id}${stage === null ? "" : ` (${stage})`}: ${why.join("; ")}`;
}

function more(count: number): string | null {
  return count > MOST_DEALS ? `… and ${count - MOST_DEALS} more.` : null;
}

function isAddress(text: string): boolean {
  return /^[^@\s,]+@[^@\s,]+\.[^@\s,]+$/.test(text);
}

/** Sends as many as today's quota allows; the rest goes out tomorrow. Returns how many were sent. */
export function sendReminders(reminders: readonly Reminder[]): number {
  const quota = MailApp.getRemainingDailyQuota();
  const sent = reminders.slice(0, Math.max(0, quota));
  for (const { to, subject, body } of sent) MailApp.sendEmail({ to, subject, body });
  return sent.length;
}
