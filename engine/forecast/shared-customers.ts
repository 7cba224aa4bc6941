import type { Day } from "../basics/day.ts";
import { drawNormal } from "../stats/draws.ts";
import { normalCdf } from "../stats/normal.ts";
import type { RandomSource } from "../stats/random.ts";
import type { OpenDeals } from "./open-deals.ts";
import { NEVER, type Spells } from "./spells.ts";

/** Open deals of one customer stand or fall together, as far as closed ones did. */
export interface SharedCustomers {
  /** Shared customer of each open deal, counted from 0; −1 where it has no other open deal. */
  readonly customerOf: Int32Array;
  readonly count: number;
  /** How alike the outcomes of one customer's deals were, 0 to .8. */
  readonly likeness: number;
}

const MOST = 0.8;
/** So many pairs of closed deals of one customer stand for no likeness at all. */
const PRIOR_PAIRS = 60;
const LEAST = 0.03;

/**
 * Which open deals share a customer, and how much that told of closed ones: the correlation of the outcomes within a
 * customer, over all pairs, drawn to 0 as sixty pairs without any would. Where it is next to nothing no deal counts
 * as shared.
 */
export function sharedCustomers({ deals }: Spells, open: OpenDeals, day: Day): SharedCustomers {
  const likeness = outcomeLikeness(deals, day);
  const customerOf = new Int32Array(open.count).fill(-1);
  if (likeness < LEAST) return { customerOf, count: 0, likeness: 0 };
  const counts = new Map<number, number>();
  for (const deal of open.deal) {
    const account = deals.account[deal] ?? -1;
    if (account >= 0) counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  const numbers = new Map<number, number>();
  open.deal.forEach((deal, i) => {
    const account = deals.account[deal] ?? -1;
    if ((counts.get(account) ?? 0) < 2) return;
    const number = numbers.get(account) ?? numbers.size;
    numbers.set(account, number);
    customerOf[i] = number;
  });
  return { customerOf, count: numbers.size, likeness };
}

/** Σ over pairs (x − p)(x′ − p) over pairs × p(1 − p), shrunk; x is 1 for won, 0 for lost. */
function outcomeLikeness(deals: Spells["deals"], day: Day): number {
  const accounts = deals.account.reduce((most, account) => Math.max(most, account + 1), 0);
  const wonOf = new Int32Array(accounts);
  const closedOf = new Int32Array(accounts);
  const met: number[] = [];
  let won = 0;
  let closed = 0;
  for (let deal = 0; deal < deals.count; deal += 1) {
    if ((deals.closed[deal] ?? NEVER) > day) continue;
    const outcome = deals.won[deal] ?? 0;
    won += outcome;
    closed += 1;
    const account = deals.account[deal] ?? -1;
    if (account < 0) continue;
    if (closedOf[account] === 0) met.push(account);
    wonOf[account] = (wonOf[account] ?? 0) + outcome;
    closedOf[account] = (closedOf[account] ?? 0) + 1;
  }
  const rate = closed > 0 ? won / closed : 0;
  let sum = 0;
  let pairs = 0;
  for (const account of met) {
    const ownWon = wonOf[account] ?? 0;
    const ownClosed = closedOf[account] ?? 0;
    const lost = ownClosed - ownWon;
    const total = ownWon * (1 - rate) - lost * rate;
    sum += (total ** 2 - ownWon * (1 - rate) ** 2 - lost * rate ** 2) / 2;
    pairs += (ownClosed * (ownClosed - 1)) / 2;
  }
  if (pairs === 0 || rate <= 0 || rate >= 1) return 0;
  return Math.min(MOST, Math.max(0, sum / (rate * (1 - rate)) / (pairs + PRIOR_PAIRS)));
}

/** One normal score for each shared customer, new for every draw. */
export function drawCustomers({ count }: SharedCustomers, random: RandomSource): Float64Array {
  const scores = new Float64Array(count);
  for (let customer = 0; customer < count; customer += 1) scores[customer] = drawNormal(random);
  return scores;
}

/** A uniform number for a deal, alike among the deals of one customer. */
export function drawShared(
  { customerOf, likeness }: SharedCustomers,
  scores: Float64Array,
  deal: number,
  random: RandomSource,
): number {
  const customer = customerOf[deal] ?? -1;
  if (customer < 0) return random.uniform();
  const own = Math.sqrt(1 - likeness) * drawNormal(random);
  return normalCdf(Math.sqrt(likeness) * (scores[customer] ?? 0) + own);
}
