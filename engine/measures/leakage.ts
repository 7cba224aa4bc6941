import { type Figure, missing } from "../basics/figure.ts";
import { groupBy } from "../basics/group-by.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { isActivityUnknown, lastTouchDay } from "./attention.ts";

/** Open deals of one owner in one stage that nobody has touched. */
export interface LeakRow {
  /** "" where no owner is written down. */
  readonly owner: string;
  /** Index of the stage; null where unknown. */
  readonly stage: number | null;
  readonly deals: number;
  /** Listed amounts together; deals without one add nothing and are counted in `unpriced`. */
  readonly amount: number;
  readonly unpriced: number;
  /** Days since anything happened to the one that has waited longest. */
  readonly longestQuietDays: number;
  /** The deals themselves. */
  readonly members: readonly Deal[];
}

export interface Leakage {
  readonly rows: readonly LeakRow[];
  readonly deals: number;
  readonly amount: number;
  readonly unpriced: number;
  /** Open deals that were looked at. */
  readonly openDeals: number;
  readonly quietAfterDays: number;
}

/**
 * Open deals that nobody has touched: no activity and no stage change for more than `quietAfterDays`, and no dated next
 * step ahead. Per owner and stage, in deals and listed money, the most money first. Missing where no open deal tells
 * when anything last happened to it (neither activity days nor stage history); a deal whose last activity came after
 * the as-of day does not tell. Source: method.md section 9.
 */
export function leakage(pipeline: Pipeline, quietAfterDays: number): Figure<Leakage> {
  const { asOfDay } = pipeline;
  const open = pipeline.deals.filter((deal) => deal.outcome === "open");
  if (open.length === 0) return missing("no-deals", 0);
  const known = open.filter(
    (deal) => lastTouchDay(deal, asOfDay) !== null && !isActivityUnknown(deal, asOfDay),
  );
  if (known.length === 0) return missing("no-history", open.length);
  const quiet = known.filter((deal) => isQuiet(deal, asOfDay, quietAfterDays));
  const groups = groupBy(quiet, ({ owner, stage }) => JSON.stringify([owner, stage]));
  const rows = [...groups.values()].flatMap((members) => rowOf(members, asOfDay));
  rows.sort((a, b) => b.amount - a.amount || b.deals - a.deals || compareRows(a, b));
  return {
    rows,
    deals: quiet.length,
    amount: rows.reduce((sum, row) => sum + row.amount, 0),
    unpriced: rows.reduce((sum, row) => sum + row.unpriced, 0),
    openDeals: open.length,
    quietAfterDays,
  };
}

function isQuiet(deal: Deal, asOfDay: number, quietAfterDays: number): boolean {
  const isPlanned = deal.nextStepDay !== null && deal.nextStepDay >= asOfDay;
  return !isPlanned && quietDays(deal, asOfDay) > quietAfterDays;
}

function quietDays(deal: Deal, asOfDay: number): number {
  return asOfDay - (lastTouchDay(deal, asOfDay) ?? asOfDay);
}

function rowOf(members: readonly Deal[], asOfDay: number): LeakRow[] {
  const [first] = members;
  if (first === undefined) return [];
  return [
    {
      owner: first.owner,
      stage: first.stage,
      deals: members.length,
      amount: members.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      unpriced: members.filter(({ amount }) => amount === null).length,
      longestQuietDays: members.reduce((longest, deal) => Math.max(longest, quietDays(deal, asOfDay)), 0),
      members,
    },
  ];
}

function compareRows(a: LeakRow, b: LeakRow): number {
  if (a.owner !== b.owner) return a.owner < b.owner ? -1 : 1;
  return (a.stage ?? -1) - (b.stage ?? -1);
}
