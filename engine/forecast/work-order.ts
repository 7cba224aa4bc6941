import { about } from "../basics/about.ts";
import type { OpenDeal } from "../measures/attention.ts";
import type { Deal } from "../pipeline/pipeline.ts";
import type { DealOutlook } from "./outlook.ts";

/**
 * Open deals in the order in which to work on them: what waiting costs the most first. Deals whose cost is the same to
 * two digits are equals: flagged ones first among them, then the most listed money. A deal whose cost nobody knows (no
 * amount, no forecast) counts as costing nothing, so that without a forecast flagged deals come first.
 * Source: method.md section 9.
 */
export function workOrder(
  deals: readonly OpenDeal[],
  outlooks: ReadonlyMap<Deal, DealOutlook>,
): readonly OpenDeal[] {
  const cost = ({ deal }: OpenDeal): number => about(outlooks.get(deal)?.costOfWaiting ?? 0);
  return [...deals].sort(
    (a, b) =>
      cost(b) - cost(a) ||
      isFlagged(b) - isFlagged(a) ||
      (b.deal.amount ?? 0) - (a.deal.amount ?? 0) ||
      b.flags.length - a.flags.length ||
      (a.deal.id < b.deal.id ? -1 : 1),
  );
}

function isFlagged({ flags }: OpenDeal): number {
  return flags.length > 0 ? 1 : 0;
}
