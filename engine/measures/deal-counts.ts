import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import type { DealCounts } from "./types.ts";

/**
 * How many deals there are and how they stand on the as-of day. `total = open + won + lost + excluded`, always:
 * a row that names a deal and cannot be used is `excluded`, with its problem. Deals that start after the as-of day
 * do not exist yet and are not counted. `excluded` counts the whole workbook, whatever the day: a row that cannot be
 * read often does not tell when it began.
 */
export function dealCounts({ deals, excludedCount }: Pipeline): DealCounts {
  const count = (test: (deal: Deal) => boolean): number => {
    let found = 0;
    for (const deal of deals) if (test(deal)) found += 1;
    return found;
  };
  return {
    total: deals.length + excludedCount,
    open: count((deal) => deal.outcome === "open"),
    won: count((deal) => deal.outcome === "won"),
    lost: count((deal) => deal.outcome === "lost"),
    excluded: excludedCount,
    inFollowUp: count((deal) => deal.inFollowUp),
    lostWithoutStage: count((deal) => deal.outcome === "lost" && deal.furthest === null),
    openWithoutStage: count((deal) => deal.outcome === "open" && deal.furthest === null),
    reopened: count((deal) => deal.reopenings > 0),
  };
}
