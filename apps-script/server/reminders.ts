import type { Day } from "../../engine/index.ts";
import type { PipelineView } from "../pipeline-view.ts";

/** A mail to one owner about their deals. */
export interface Reminder {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

type OpenDeal = NonNullable<PipelineView["openDeals"]>[number];

const MOST_DEALS = 25;
export const QUIET_DAYS = 14;

/**
 * One mail an owner, about the deals that carry a flag, in order of priority. The address is the owner's own, from
 * the settings or the owner column itself; never the customer's, who stands in the deal's e-mail column.
 */
export function remindersOf(
  deals: readonly OpenDeal[],
  addresses: ReadonlyMap<string, string>,
  url: string,
): Reminder[] {
  const byOwner = new Map<string, OpenDeal[]>();
  for (const deal of deals) {
    const address = addresses.get(deal.owner.toLowerCase()) ?? deal.owner;
    if (deal.flags.length === 0 || !isAddress(address)) continue;
    byOwner.set(address, [...(byOwner.get(address) ?? []), deal]);
  }
  return [...byOwner].map(([to, own]) => ({
    to,
    subject: `Pipecast: ${own.length} ${own.length === 1 ? "deal needs" : "deals need"} you`,
    body: [...own.slice(0, MOST_DEALS).map(lineOf), more(own.length), "", url]
      .filter((line) => line !== null)
      .join("\n"),
  }));
}

function lineOf({ name, id, stage, why }: OpenDeal): string {
  return `- ${name || id}${stage === null ? "" : ` (${stage})`}: ${why.join("; ")}`;
}

function more(count: number): string | null {
  return count > MOST_DEALS ? `… and ${count - MOST_DEALS} more.` : null;
}

function isAddress(text: string): boolean {
  return /^[^@\s,]+@[^@\s,]+\.[^@\s,]+$/.test(text);
}

/** Every day, or Mondays only where the settings say weekly. Day 4 was the first Monday. */
export function isReminderDay(setting: string, day: Day): boolean {
  return !/^week/i.test(setting) || (day - 4) % 7 === 0;
}
