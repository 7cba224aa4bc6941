import type { Deal } from "../pipeline/pipeline.ts";
import { quantiles } from "../stats/quantile.ts";

/** A band of amounts: from above `lower` (from any, where null) up to and with `upper` (to any, where null). */
export interface SizeBand {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Four bands below the largest tenth: what method.md section 6 uses for the amount trait. */
const SHARES = [0.25, 0.5, 0.75, 0.9];
const FEWEST_PRICED = 20;

/**
 * Bands of deal size, cut at the quartiles and the P90 (type 7) of all deals that carry an amount, open ones too: the
 * amounts are known, only their outcome is not. Equal cuts merge; none where fewer than 20 deals carry an amount.
 */
export function sizeBands(deals: readonly Deal[]): SizeBand[] {
  const amounts = deals.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (amounts.length < FEWEST_PRICED) return [];
  const cuts = [...new Set(quantiles(amounts, SHARES))];
  return [...cuts, null].map((upper, place) => ({ lower: cuts[place - 1] ?? null, upper }));
}

/**
 * The place of the band that holds an amount, as text; "" where it has none.
 * @example sizeBandOf([{ lower: null, upper: 10 }, { lower: 10, upper: null }], 10) // => "0"
 * @example sizeBandOf([{ lower: null, upper: 10 }, { lower: 10, upper: null }], null) // => ""
 */
export function sizeBandOf(bands: readonly SizeBand[], amount: number | null): string {
  if (amount === null || bands.length === 0) return "";
  return String(bands.findIndex(({ upper }) => upper === null || amount <= upper));
}
