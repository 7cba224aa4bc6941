import { type Figure, type Interval, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { bootstrapInterval } from "../stats/bootstrap.ts";
import { wilsonInterval } from "../stats/wilson.ts";
import { blockCount, blockOf } from "./blocks.ts";
import type { WinRate } from "./types.ts";

const RESAMPLES = 500;
/** Lost deals carry an amount at least this often, as a share of how often won ones do. */
const LEAST_PRICED = 0.5;

/**
 * The share of closed deals that was won, by count with Wilson's interval and by amount with a bootstrap interval.
 * Denominator: won + lost deals; open ones are in neither number. Lost deals whose stage is unknown count. By amount,
 * closed deals without an amount above zero are left out; where no lost deal carries one it is missing, since it
 * would always be 100 %, and so it is where lost deals carry one less than half as often as won ones, since it would be
 * far too high. Sources: Brown, Cai & DasGupta 2001; Efron & Tibshirani 1993; method.md section 4.
 */
export function winRate(pipeline: Pipeline, level: number, seed: number): WinRate {
  const closed = pipeline.deals.filter((deal) => deal.outcome !== "open");
  const won = closed.filter((deal) => deal.outcome === "won").length;
  return {
    byCount: wilsonInterval(won, closed.length, level),
    byAmount: winRateByAmount(closed, level, seed),
  };
}

function winRateByAmount(closed: readonly Deal[], level: number, seed: number): Figure<Interval> {
  if (closed.length === 0) return missing("none-closed", 0);
  const priced = closed.filter((deal) => deal.amount !== null && deal.amount > 0);
  if (priced.length === 0) return missing("no-amounts", closed.length);
  const lost = closed.filter((deal) => deal.outcome === "lost").length;
  const pricedLost = priced.filter((deal) => deal.outcome === "lost").length;
  if (lost === 0) return missing("none-lost", 0);
  if (pricedLost === 0) return missing("lost-without-amounts", lost);
  const wonShare = (priced.length - pricedLost) / Math.max(1, closed.length - lost);
  if (pricedLost / lost < LEAST_PRICED * wonShare) return missing("few-lost-with-amounts", pricedLost);
  const { won, all } = blockAmounts(priced);
  const share = (weights: ArrayLike<number>): number | null => {
    const total = weighted(all, weights);
    return total > 0 ? weighted(won, weights) / total : null;
  };
  const interval = bootstrapInterval(all.length, share, { level, seed, resamples: RESAMPLES });
  return "missing" in interval ? interval : { ...interval, n: priced.length };
}

function blockAmounts(priced: readonly Deal[]): { won: Float64Array; all: Float64Array } {
  const won = new Float64Array(blockCount(priced.length));
  const all = new Float64Array(won.length);
  priced.forEach((deal, place) => {
    const block = blockOf(place);
    all[block] = (all[block] ?? 0) + (deal.amount ?? 0);
    if (deal.outcome === "won") won[block] = (won[block] ?? 0) + (deal.amount ?? 0);
  });
  return { won, all };
}

function weighted(values: Float64Array, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}
