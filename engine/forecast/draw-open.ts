import { drawNormal } from "../stats/draws.ts";
import type { RandomSource } from "../stats/random.ts";
import { type Moments, pickAmount } from "./amount-moments.ts";
import { drawCustomers, drawShared, type SharedCustomers } from "./shared-customers.ts";

/** Deals simulated one by one; what the smaller ones bring together is near enough normal. */
const ONE_BY_ONE = 250;

/** Open deals as far as drawing their wins goes. */
export interface OpenStake {
  /** Amount of each deal; NaN: drawn from `wonAmounts`. */
  readonly openAmounts: Float64Array;
  readonly wonAmounts: Float64Array;
  /** Kind of each deal. */
  readonly kindOf: Int32Array;
  readonly periods: number;
  readonly shared: SharedCustomers;
}

/** Deals drawn one by one, and the smaller rest. */
export function splitBySize({ openAmounts }: OpenStake): { large: Int32Array; rest: Int32Array } {
  const order = Int32Array.from(openAmounts.keys()).sort(
    (a, b) => sizeOf(openAmounts[b]) - sizeOf(openAmounts[a]) || a - b,
  );
  const cut = openAmounts.length <= ONE_BY_ONE * 1.5 ? openAmounts.length : ONE_BY_ONE;
  return { large: order.slice(0, cut), rest: order.slice(cut) };
}

function sizeOf(amount: number | undefined): number {
  return amount !== undefined && amount >= 0 ? amount : 0;
}

/** What the smaller deals bring together, by period: near enough a normal variable. */
export interface Rest {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Mean and deviation, by period, of what all smaller deals bring together. */
export function restOf(stake: OpenStake, rest: Int32Array, chances: Float64Array, won: Moments): Rest {
  const { periods } = stake;
  const mean = new Float64Array(periods);
  const variance = new Float64Array(periods);
  for (const deal of rest) {
    const amount = stake.openAmounts[deal] ?? Number.NaN;
    const [first, second] = amount >= 0 ? [amount, amount * amount] : [won.mean, won.square];
    const at = (stake.kindOf[deal] ?? 0) * periods;
    for (let p = 0; p < periods; p += 1) {
      const chance = chances[at + p] ?? 0;
      mean[p] = (mean[p] ?? 0) + chance * first;
      variance[p] = (variance[p] ?? 0) + chance * second - (chance * first) ** 2;
    }
  }
  return { mean, deviation: variance.map((value) => Math.sqrt(Math.max(0, value))) };
}

/** Draws which open deals win in which period, and adds what they bring to `into` from `at`. */
export function drawOpen(
  stake: OpenStake,
  large: Int32Array,
  chances: Float64Array,
  rest: Rest,
  random: RandomSource,
  into: Float64Array,
  at: number,
): void {
  const { periods } = stake;
  const scores = drawCustomers(stake.shared, random);
  for (const deal of large) {
    let left = drawShared(stake.shared, scores, deal, random);
    const row = (stake.kindOf[deal] ?? 0) * periods;
    for (let p = 0; p < periods; p += 1) {
      left -= chances[row + p] ?? 0;
      if (left >= 0) continue;
      into[at + p] = (into[at + p] ?? 0) + amountOf(stake, deal, random);
      break;
    }
  }
  for (let p = 0; p < periods; p += 1) {
    const deviation = rest.deviation[p] ?? 0;
    if (deviation > 0)
      into[at + p] = (into[at + p] ?? 0) + Math.max(0, (rest.mean[p] ?? 0) + deviation * drawNormal(random));
  }
}

function amountOf({ openAmounts, wonAmounts }: OpenStake, deal: number, random: RandomSource): number {
  const amount = openAmounts[deal] ?? Number.NaN;
  return amount >= 0 ? amount : pickAmount(wonAmounts, random);
}
