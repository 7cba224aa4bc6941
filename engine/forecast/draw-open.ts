import { drawNormal } from "../stats/draws.ts";
import type { RandomSource } from "../stats/random.ts";
import { pickAmount } from "./amount-moments.ts";
import { drawRatio } from "./closing-ratio.ts";
import type { Rest } from "./rest-of-deals.ts";
import { drawCustomers, drawShared, type SharedCustomers } from "./shared-customers.ts";

/** Open deals as far as drawing their wins goes. */
export interface OpenStake {
  /** What each deal should bring at closing; NaN: drawn from `wonAmounts`. */
  readonly openAmounts: Float64Array;
  /** Standard deviation of ln(closing amount) around it, deal by deal. */
  readonly spread: number;
  readonly wonAmounts: Float64Array;
  /** Kind of each deal. */
  readonly kindOf: Int32Array;
  readonly shared: SharedCustomers;
  /** Deals drawn one by one. */
  readonly large: Int32Array;
}

/** What is added up of the open deals: of all of them, or of those that are not lost in some case. */
export interface OpenSum {
  /** 1 for the deals left out; null where all count. */
  readonly lost: Uint8Array | null;
  /** What the smaller deals that count bring together. */
  readonly rest: Rest;
  /** By draw, period. */
  readonly into: Float64Array;
}

/** Where random numbers come from: for the deals, and period by period. */
export interface OpenSources {
  readonly deals: RandomSource;
  readonly periods: readonly RandomSource[];
}

/**
 * Draws which open deals win in which period, and adds what they bring to the sums from `at`. A case in which deals
 * are lost is the same draw without them: what differs is due to them alone. `level`: the guess at how far closing
 * amounts are from what is expected of them, for all deals alike.
 */
export function drawOpen(
  stake: OpenStake,
  chances: Float64Array,
  sums: readonly OpenSum[],
  sources: OpenSources,
  at: number,
  level = 1,
): void {
  const periods = sources.periods.length;
  const scores = drawCustomers(stake.shared, sources.deals);
  for (const deal of stake.large) {
    let left = drawShared(stake.shared, scores, deal, sources.deals);
    const row = (stake.kindOf[deal] ?? 0) * periods;
    for (let p = 0; p < periods; p += 1) {
      left -= chances[row + p] ?? 0;
      if (left >= 0) continue;
      addWin(sums, deal, amountOf(stake, deal, level, sources.periods[p]), at + p);
      break;
    }
  }
  sources.periods.forEach((random, p) => {
    if (sums.every(({ rest }) => (rest.deviation[p] ?? 0) <= 0)) return;
    const score = drawNormal(random);
    for (const { rest, into } of sums)
      into[at + p] =
        (into[at + p] ?? 0) + Math.max(0, (rest.mean[p] ?? 0) + (rest.deviation[p] ?? 0) * score);
  });
}

function addWin(sums: readonly OpenSum[], deal: number, amount: number, cell: number): void {
  for (const { lost, into } of sums) if (lost?.[deal] !== 1) into[cell] = (into[cell] ?? 0) + amount;
}

function amountOf(
  { openAmounts, wonAmounts, spread }: OpenStake,
  deal: number,
  level: number,
  random: RandomSource | undefined,
): number {
  const amount = openAmounts[deal] ?? Number.NaN;
  if (!random) return amount;
  return amount >= 0 ? amount * level * drawRatio(spread, random) : pickAmount(wonAmounts, random);
}
