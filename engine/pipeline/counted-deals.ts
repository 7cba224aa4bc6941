import type { Timelines } from "./timelines.ts";

/**
 * The timelines with each deal worth one, where no deal carries an amount: their forecast is then of won deals, by
 * number. Null where any deal carries one: money and numbers are never mixed.
 */
export function countedDeals(timelines: Timelines): Timelines | null {
  if (timelines.deals.some(({ facts }) => facts.amount !== null)) return null;
  const deals = timelines.deals.map((deal) => ({ ...deal, facts: { ...deal.facts, amount: 1 } }));
  return { ...timelines, deals, currency: null };
}
