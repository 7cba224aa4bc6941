import type { OpenDeal } from "./attention.ts";

/** Open deals of like age. */
export interface AgeBand {
  /** From so many days to so many, both included; `toDays` is null in the last band, which has no end. */
  readonly fromDays: number;
  readonly toDays: number | null;
  readonly deals: number;
  /** The listed money of those deals that have an amount. */
  readonly amount: number;
}

/** One month, two, a quarter, half a year. */
const BAND_ENDS: readonly number[] = [30, 60, 90, 180];

/**
 * The open pipeline by age: how many open deals began how long ago, and the money listed on them, not weighted. Deals
 * whose start is unknown are in no band; deals without an amount count as deals and add no money. Every band is given,
 * empty ones too, so that gaps are seen.
 * @example openByAge([]).map((band) => band.fromDays) // => [0, 31, 61, 91, 181]
 */
export function openByAge(openDeals: readonly Pick<OpenDeal, "deal" | "ageDays">[]): readonly AgeBand[] {
  return [...BAND_ENDS, null].map((toDays, index) => {
    const fromDays = index === 0 ? 0 : (BAND_ENDS[index - 1] ?? 0) + 1;
    const within = openDeals.filter(
      ({ ageDays }) => ageDays !== null && ageDays >= fromDays && (toDays === null || ageDays <= toDays),
    );
    const amount = within.reduce((sum, { deal }) => sum + (deal.amount ?? 0), 0);
    return { fromDays, toDays, deals: within.length, amount };
  });
}
