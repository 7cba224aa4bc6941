import { type Figure, missing } from "../basics/figure.ts";
import { groupBy } from "../basics/group-by.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";

/** One reason for losing, as written in the sheet. */
export interface LostReason {
  /** The commonest spelling; "" for lost deals without a reason. */
  readonly reason: string;
  readonly deals: number;
  /** Of all lost deals, 0–1. */
  readonly share: number;
  /** Listed money lost for it; deals without an amount add nothing. */
  readonly amount: number;
  readonly unpriced: number;
  /** Lost deals by the furthest stage they got to. */
  readonly byStage: readonly LostAt[];
  /** Lost deals whose furthest stage is unknown. */
  readonly withoutStage: number;
  /** The deals themselves. */
  readonly members: readonly Deal[];
}

export interface LostAt {
  readonly deals: number;
  readonly amount: number;
}

/**
 * Why deals are lost, by stage and money, the most deals first; blank reasons last, as one group. Spellings that differ
 * by case or spaces alone are one reason. Denominator: all lost deals; open and won ones are not in it. Missing where
 * no lost deal has a reason. Source: method.md section 9.
 */
export function lostReasons(pipeline: Pipeline): Figure<readonly LostReason[]> {
  const lost = pipeline.deals.filter((deal) => deal.outcome === "lost");
  if (lost.length === 0) return missing("none-lost", 0);
  if (lost.every((deal) => deal.lostReason === "")) return missing("no-reasons", lost.length);
  const groups = groupBy(lost, ({ lostReason }) => lostReason.trim().replace(/\s+/g, " ").toLowerCase());
  const rows = [...groups.values()].map((deals) => reasonOf(deals, lost.length, pipeline.stages.length));
  return rows.sort(
    (a, b) =>
      Number(a.reason === "") - Number(b.reason === "") ||
      b.deals - a.deals ||
      b.amount - a.amount ||
      (a.reason < b.reason ? -1 : 1),
  );
}

function reasonOf(deals: readonly Deal[], lostCount: number, stageCount: number): LostReason {
  const amountOf = (of: readonly Deal[]): number => of.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return {
    reason: commonestSpelling(deals),
    deals: deals.length,
    share: deals.length / lostCount,
    amount: amountOf(deals),
    unpriced: deals.filter(({ amount }) => amount === null).length,
    byStage: Array.from({ length: stageCount }, (_, stage) => {
      const here = deals.filter(({ furthest }) => furthest === stage);
      return { deals: here.length, amount: amountOf(here) };
    }),
    withoutStage: deals.filter(({ furthest }) => furthest === null).length,
    members: deals,
  };
}

function commonestSpelling(deals: readonly Deal[]): string {
  const spellings = [...groupBy(deals, ({ lostReason }) => lostReason.trim())];
  spellings.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));
  return spellings[0]?.[0] ?? "";
}
