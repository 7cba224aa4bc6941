import type { Day } from "../basics/day.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { quantile } from "../stats/quantile.ts";

/** With fewer won deals their cycles do not tell how long deals take. */
const FEWEST_WON = 10;
const MOST_SHARE = 0.9;

/**
 * The deals begun so long ago that nine in ten like them would be decided: before the as-of day − the P90 of the won
 * cycle (of all closed deals' where fewer than 10 were won). Losses come faster than wins, so that among younger deals
 * the closed ones are mostly lost, and whoever has only young deals looks worse than they are. Deals whose start is
 * unknown stay in; open ones too, for the caller to count. All deals where no cycle is known.
 */
export function begunLongAgo(pipeline: Pipeline): readonly Deal[] {
  const lastStartDay = lastComparableStart(pipeline);
  if (lastStartDay === null) return pipeline.deals;
  return pipeline.deals.filter(({ startDay }) => startDay === null || startDay <= lastStartDay);
}

/** The last day on which the deals of `begunLongAgo` began; null where no cycle is known. */
export function lastComparableStart({ deals, asOfDay }: Pipeline): Day | null {
  const won = cyclesOf(deals.filter(({ outcome }) => outcome === "won"));
  const cycles = won.length < FEWEST_WON ? cyclesOf(deals) : won;
  return cycles.length === 0 ? null : Math.floor(asOfDay - quantile(cycles, MOST_SHARE));
}

function cyclesOf(deals: readonly Deal[]): number[] {
  const days: number[] = [];
  for (const { startDay, closedDay } of deals)
    if (startDay !== null && closedDay !== null) days.push(closedDay - startDay);
  return days;
}
