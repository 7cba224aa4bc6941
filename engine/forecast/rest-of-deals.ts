import type { Moments } from "./amount-moments.ts";

/** Deals simulated one by one; what the smaller ones bring together is near enough normal. */
const ONE_BY_ONE = 250;

/** Deals drawn one by one, and the smaller rest. */
export function splitBySize(openAmounts: Float64Array): { large: Int32Array; rest: Int32Array } {
  const order = Int32Array.from(openAmounts.keys()).sort(
    (a, b) => sizeOf(openAmounts[b]) - sizeOf(openAmounts[a]) || a - b,
  );
  const cut = openAmounts.length <= ONE_BY_ONE * 1.5 ? openAmounts.length : ONE_BY_ONE;
  return { large: order.slice(0, cut), rest: order.slice(cut) };
}

function sizeOf(amount: number | undefined): number {
  return amount !== undefined && amount >= 0 ? amount : 0;
}

/** Amounts of deals by kind, added up: all that the mean and the spread of what they bring needs. */
export interface KindSums {
  /** Sums over the kind's deals of what each brings, of the square of what it brings, and of the mean's square. */
  readonly mean: Float64Array;
  readonly square: Float64Array;
  readonly squaredMean: Float64Array;
}

/** Amounts expected of open deals, how far ln(closing amount) spreads around each, and the deals' kinds. */
export interface KindAmounts {
  readonly openAmounts: Float64Array;
  readonly spread: number;
  readonly kindOf: Int32Array;
}

/** Adds up the amounts of some deals by kind; `won` stands for an amount that is not known. */
export function kindSums(
  { openAmounts, spread, kindOf }: KindAmounts,
  kinds: number,
  deals: Int32Array,
  won: Moments,
): KindSums {
  const [mean, square, squaredMean] = [
    new Float64Array(kinds),
    new Float64Array(kinds),
    new Float64Array(kinds),
  ];
  const scatter = Math.exp(spread * spread);
  for (const deal of deals) {
    const kind = kindOf[deal] ?? 0;
    const amount = openAmounts[deal] ?? Number.NaN;
    const [first, second] = amount >= 0 ? [amount, amount * amount * scatter] : [won.mean, won.square];
    mean[kind] = (mean[kind] ?? 0) + first;
    square[kind] = (square[kind] ?? 0) + second;
    squaredMean[kind] = (squaredMean[kind] ?? 0) + first * first;
  }
  return { mean, square, squaredMean };
}

/** What some deals bring together, by period: near enough a normal variable. */
export interface Rest {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * Mean and deviation, by period, of what deals bring together that win with the chances of their kinds.
 *
 * Formula: E = Σ p x, V = Σ (p x² − p² x²); an amount that is not known has a mean and a square of its own. `level` is a
 * factor for all of them.
 */
export function restOf(sums: KindSums, chances: Float64Array, periods: number, level = 1): Rest {
  const mean = new Float64Array(periods);
  const variance = new Float64Array(periods);
  for (let kind = 0; kind < sums.mean.length; kind += 1) {
    const first = sums.mean[kind] ?? 0;
    if (first === 0) continue;
    for (let p = 0; p < periods; p += 1) {
      const chance = chances[kind * periods + p] ?? 0;
      mean[p] = (mean[p] ?? 0) + level * chance * first;
      variance[p] =
        (variance[p] ?? 0) + chance * (sums.square[kind] ?? 0) - chance ** 2 * (sums.squaredMean[kind] ?? 0);
    }
  }
  return { mean, deviation: variance.map((value) => level * Math.sqrt(Math.max(0, value))) };
}
