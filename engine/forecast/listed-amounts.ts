import type { Day } from "../basics/day.ts";
import { NEVER, type Spells } from "./spells.ts";

/** Whether an open deal's amount may be believed before it closes. */
export interface AmountEvidence {
  /** Share of won, and of lost deals closed by the day that carry an amount above 0. */
  readonly wonShare: number;
  readonly lostShare: number;
  /** True where lost deals carry amounts nearly as often as won ones. */
  readonly listed: boolean;
}

const LEAST_LOST = 5;
const AS_OFTEN = 0.5;

/**
 * A sheet holds one amount a deal, the last one, and does not say since when. Where lost deals mostly have none
 * but won deals do, the amount was written down at the win: then it tells the outcome, and a forecast that used it
 * for open deals would look into the future. Judged by deals closed by the day only.
 */
export function amountEvidence({ deals }: Spells, day: Day): AmountEvidence {
  const known = [0, 0];
  const total = [0, 0];
  for (let deal = 0; deal < deals.count; deal += 1) {
    if ((deals.closed[deal] ?? NEVER) > day) continue;
    const outcome = deals.won[deal] ?? 0;
    total[outcome] = (total[outcome] ?? 0) + 1;
    if ((deals.amount[deal] ?? 0) > 0) known[outcome] = (known[outcome] ?? 0) + 1;
  }
  const share = (outcome: number): number =>
    total[outcome] ? (known[outcome] ?? 0) / (total[outcome] ?? 1) : 0;
  const lostShare = share(0);
  const wonShare = share(1);
  return { wonShare, lostShare, listed: (total[0] ?? 0) < LEAST_LOST || lostShare >= AS_OFTEN * wonShare };
}

const RECENT_DAYS = 730;
const LEAST_WINS = 30;

/** Amounts of the deals won within two years, or the last thirty. */
export function wonAmounts(spells: Spells, day: Day): Float64Array {
  const recent = amountsWon(spells, day - RECENT_DAYS, day);
  if (recent.length >= LEAST_WINS) return recent;
  const { wins, deals } = spells;
  const amountOf = (i: number): number => deals.amount[wins.deal[i] ?? 0] ?? Number.NaN;
  const newestFirst = (a: number, b: number): number => (wins.day[b] ?? 0) - (wins.day[a] ?? 0) || a - b;
  const known = [...wins.day.keys()].filter((i) => (wins.day[i] ?? 0) <= day && amountOf(i) >= 0);
  return Float64Array.from(known.sort(newestFirst).slice(0, LEAST_WINS), amountOf);
}

/** Amounts of the deals won after one day and by another. */
function amountsWon({ wins, deals }: Spells, after: Day, by: Day): Float64Array {
  const amounts = new Float64Array(wins.count);
  let count = 0;
  for (let i = 0; i < wins.count; i += 1) {
    const day = wins.day[i] ?? 0;
    if (day <= after || day > by) continue;
    const amount = deals.amount[wins.deal[i] ?? 0] ?? Number.NaN;
    if (amount >= 0) amounts[count++] = amount;
  }
  return amounts.slice(0, count);
}
