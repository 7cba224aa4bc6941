import type { Day } from "../basics/day.ts";
import { drawNormal } from "../stats/draws.ts";
import type { RandomSource } from "../stats/random.ts";
import type { Spells } from "./spells.ts";

/** What won deals brought against what was listed for them while they were open, as ln(closing ÷ listed). */
export interface ClosingRatio {
  readonly mean: number;
  /** Standard deviation between deals. */
  readonly spread: number;
  /** Won deals of which both amounts are known. */
  readonly n: number;
}

/** So many deals that closed at what was listed are added: few deals do not change much. */
const PSEUDO_DEALS = 3;

/**
 * How closing amounts differ from listed ones, of the deals won by the day. Listed is the mean logarithm of the amounts
 * that snapshots noted before the win; deals without such snapshots, and open ones, say nothing. Where no deal says
 * anything, deals close at what is listed: mean and spread are 0.
 *
 * Formula: m = Σ r ÷ (n + 3), σ² = (Σ (r − m)² + 3 m²) ÷ (n + 3). Source: method.md 6.9.
 */
export function closingRatio({ wins, deals }: Spells, day: Day): ClosingRatio {
  let [n, sum, square] = [0, 0, 0];
  for (let i = 0; i < wins.count; i += 1) {
    const deal = wins.deal[i] ?? 0;
    const ratio = Math.log(deals.amount[deal] ?? Number.NaN) - (deals.listed[deal] ?? Number.NaN);
    if ((wins.day[i] ?? 0) > day || !Number.isFinite(ratio)) continue;
    n += 1;
    sum += ratio;
    square += ratio * ratio;
  }
  const mean = sum / (n + PSEUDO_DEALS);
  return { mean, spread: Math.sqrt(Math.max(0, square / (n + PSEUDO_DEALS) - mean * mean)), n };
}

/**
 * What a deal should bring at closing for each unit listed, on average.
 * @example expectedRatio({ mean: 0, spread: 0, n: 0 }) // => 1
 */
export function expectedRatio({ mean, spread }: ClosingRatio): number {
  return Math.exp(mean + (spread * spread) / 2);
}

/** A deal's closing amount around its expectation, as a factor with mean 1. */
export function drawRatio(spread: number, random: RandomSource): number {
  return spread === 0 ? 1 : Math.exp(spread * drawNormal(random) - (spread * spread) / 2);
}

/** The mean ratio is known from n deals only: a factor with mean 1 for all open deals of one guess. */
export function drawLevel({ spread, n }: ClosingRatio, random: RandomSource): number {
  return drawRatio(spread / Math.sqrt(n + PSEUDO_DEALS), random);
}
