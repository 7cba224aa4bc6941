import type { Day } from "../basics/day.ts";
import { type Figure, type Interval, missing } from "../basics/figure.ts";
import { groupBy } from "../basics/group-by.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { quantile } from "../stats/quantile.ts";
import { wilsonInterval } from "../stats/wilson.ts";
import { placeOf } from "./place-of.ts";

/** A customer who is due for a call. */
export interface DueCustomer {
  /** The customer's last won deal. */
  readonly deal: Deal;
  /** The day its next step was planned for, where that has come; else null. */
  readonly plannedDay: Day | null;
  /**
   * Days since the last activity, or since the win where none is recorded; null where no day is known, or where the
   * last activity came after the as-of day.
   */
  readonly quietDays: number | null;
}

/** Won deals of customers who had bought before. */
export interface RepeatRevenue {
  /** Customers with at least one win, and those with more than one. */
  readonly customers: number;
  readonly repeatCustomers: number;
  /** Later wins of the same product, or where products are not told apart. */
  readonly repeat: DealSum;
  /** Later wins of a product the customer had not bought before. */
  readonly upsell: DealSum;
  /** All won deals, for comparison. */
  readonly won: DealSum;
}

export interface DealSum {
  readonly deals: number;
  /** Listed money; deals without an amount add nothing. */
  readonly amount: number;
  readonly members: readonly Deal[];
}

/** Referred deals beside all others whose source is known. */
export interface Referrals {
  readonly referred: SourceResult;
  readonly others: SourceResult;
}

export interface SourceResult {
  readonly deals: number;
  readonly open: number;
  readonly won: number;
  readonly winRate: Figure<Interval>;
  readonly medianCycleDays: Figure<number>;
  readonly wonAmount: number;
  readonly members: readonly Deal[];
}

export interface AfterWin {
  readonly due: readonly DueCustomer[];
  readonly repeat: Figure<RepeatRevenue>;
  readonly referrals: Figure<Referrals>;
}

export interface AfterWinOptions {
  readonly level: number;
  /** A customer is due for a call after so many days without one. */
  readonly callEveryDays: number;
  /** Whether a source means that a customer recommended you; intake knows the words. */
  readonly isReferral: (source: string) => boolean;
}

/** Three months: often enough not to be forgotten. */
export const CALL_EVERY_DAYS = 90;

/**
 * What the won deals still hold: customers due for a call, what customers who came back brought, and how referred deals
 * do. A customer given up in follow-up is not due. Denominators: won deals by customer; closed deals with a known source for win rates, by Wilson's interval. Open
 * deals only count in `open`. Listed money of won deals. Customers are told apart by their names in the account column;
 * without one nothing is said of repeat business. Source: method.md section 9; Brown, Cai & DasGupta 2001.
 */
export function afterWin(pipeline: Pipeline, options: AfterWinOptions): AfterWin {
  const won = pipeline.deals.filter((deal) => deal.outcome === "won");
  return {
    due: dueCustomers(won, pipeline, options.callEveryDays),
    repeat: repeatRevenue(won),
    referrals: referrals(pipeline.deals, options),
  };
}

function dueCustomers(
  won: readonly Deal[],
  { asOfDay, deals }: Pipeline,
  callEveryDays: number,
): DueCustomer[] {
  const busy = new Set<string>();
  for (const { outcome, account } of deals) if (outcome === "open") busy.add(account);
  return lastWins(won)
    .filter(({ account, isGivenUp }) => !isGivenUp && (account === "" || !busy.has(account)))
    .flatMap((deal) => {
      const plannedDay = deal.nextStepDay !== null && deal.nextStepDay <= asOfDay ? deal.nextStepDay : null;
      const isPlannedAhead = deal.nextStepDay !== null && deal.nextStepDay > asOfDay;
      const quietDays = daysSince(deal, asOfDay);
      const isDue = plannedDay !== null || (quietDays !== null && quietDays >= callEveryDays);
      return isDue && !isPlannedAhead ? [{ deal, plannedDay, quietDays }] : [];
    })
    .sort((a, b) => (b.deal.amount ?? 0) - (a.deal.amount ?? 0) || (b.quietDays ?? 0) - (a.quietDays ?? 0));
}

/** The last won deal of each customer; of several on one day the first in the sheet. */
function lastWins(won: readonly Deal[]): Deal[] {
  const last = new Map<string, Deal>();
  for (const deal of won) {
    const customer = customerOf(deal);
    const before = last.get(customer);
    if (before === undefined || byClosing(deal, before) < 0) last.set(customer, deal);
  }
  return [...last.values()];
}

function customerOf(deal: Deal): string {
  return deal.account === "" ? placeOf(deal) : deal.account;
}

function byClosing(a: Deal, b: Deal): number {
  return (b.closedDay ?? 0) - (a.closedDay ?? 0);
}

function daysSince({ lastActivityDay, closedDay }: Deal, asOfDay: Day): number | null {
  if (lastActivityDay !== null && lastActivityDay > asOfDay) return null;
  const last =
    lastActivityDay === null || closedDay === null
      ? (lastActivityDay ?? closedDay)
      : Math.max(lastActivityDay, closedDay);
  return last === null ? null : asOfDay - last;
}

function repeatRevenue(won: readonly Deal[]): Figure<RepeatRevenue> {
  const named = won.filter(({ account }) => account !== "");
  if (won.length === 0) return missing("none-won", 0);
  if (named.length === 0) return missing("no-accounts", won.length);
  const customers = [...groupBy(named, ({ account }) => account).values()];
  const cameBack = customers.filter((deals) => deals.length > 1);
  const [repeat, upsell]: [Deal[], Deal[]] = [[], []];
  for (const deals of cameBack) {
    const bought = new Set<string>();
    deals
      .sort((a, b) => -byClosing(a, b))
      .forEach((deal, place) => {
        const isOther = deal.product !== "" && bought.size > 0 && !bought.has(deal.product);
        if (place > 0) (isOther ? upsell : repeat).push(deal);
        if (deal.product !== "") bought.add(deal.product);
      });
  }
  return {
    customers: customers.length,
    repeatCustomers: cameBack.length,
    repeat: sumOf(repeat),
    upsell: sumOf(upsell),
    won: sumOf(won),
  };
}

function sumOf(deals: readonly Deal[]): DealSum {
  const amount = deals.reduce((sum, deal) => sum + (deal.amount ?? 0), 0);
  return { deals: deals.length, amount, members: deals };
}

function referrals(deals: readonly Deal[], { isReferral, level }: AfterWinOptions): Figure<Referrals> {
  const isReferring = new Map<string, boolean>();
  const [referred, others]: [Deal[], Deal[]] = [[], []];
  for (const deal of deals) {
    if (deal.source === "") continue;
    const known = isReferring.get(deal.source) ?? isReferral(deal.source);
    isReferring.set(deal.source, known);
    (known ? referred : others).push(deal);
  }
  if (referred.length === 0 || others.length === 0)
    return missing("one-group", referred.length + others.length);
  return { referred: resultOf(referred, level), others: resultOf(others, level) };
}

function resultOf(deals: readonly Deal[], level: number): SourceResult {
  const won = deals.filter(({ outcome }) => outcome === "won");
  const lost = deals.filter(({ outcome }) => outcome === "lost").length;
  const days = won.flatMap(({ startDay, closedDay }) =>
    startDay === null || closedDay === null ? [] : [closedDay - startDay],
  );
  return {
    deals: deals.length,
    open: deals.length - won.length - lost,
    won: won.length,
    winRate: wilsonInterval(won.length, won.length + lost, level),
    medianCycleDays: days.length === 0 ? missing("none-won", 0) : quantile(days, 0.5),
    wonAmount: sumOf(won).amount,
    members: deals,
  };
}
