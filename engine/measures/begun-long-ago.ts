import type { Day } from "../basics/day.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { quantile } from "../stats/quantile.ts";

/** With fewer won deals their cycles do not tell how long deals take. */
const FEWEST_WON = 10;
const MOST_SHARE = 0.9;

/** Deals that can be compared: their number of wins and losses tells how good they are, not how young. */
export interface ComparableDeals {
  readonly deals: readonly Deal[];
  /** The last day on which they began; null where no cycle is known. */
  readonly begunBy: Day | null;
}

/**
 * The deals begun so long ago that nine in ten like them would be decided: before the as-of day − the P90 of the won
 * cycle (of all closed deals' where fewer than 10 were won). Losses come faster than wins, so that among younger deals
 * the closed ones are mostly lost, and whoever has only young deals looks worse than they are. Deals whose start is
 * unknown stay in; open ones too, for the caller to count. All deals where no cycle is known.
 */
export function begunLongAgo({ deals, asOfDay }: Pipeline): ComparableDeals {
  const [won, closed]: [number[], number[]] = [[], []];
  for (const { outcome, startDay, closedDay } of deals) {
    if (startDay === null || closedDay === null) continue;
    closed.push(closedDay - startDay);
    if (outcome === "won") won.push(closedDay - startDay);
  }
  const cycles = won.length < FEWEST_WON ? closed : won;
  if (cycles.length === 0) return { deals, begunBy: null };
  const begunBy = Math.floor(asOfDay - quantile(cycles, MOST_SHARE));
  return { deals: deals.filter(({ startDay }) => startDay === null || startDay <= begunBy), begunBy };
}
