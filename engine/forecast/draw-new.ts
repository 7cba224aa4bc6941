import { drawNormal, drawPoisson } from "../stats/draws.ts";
import type { RandomSource } from "../stats/random.ts";
import { type Moments, pickAmount } from "./amount-moments.ts";
import { type PeriodWins, winsCell } from "./period-wins.ts";
import type { Scene } from "./simulate.ts";

/** New deals of one kind that win in one period: how many to expect, and what they bring. */
export interface Stream {
  readonly period: number;
  readonly mean: number;
  readonly amounts: Float64Array;
  readonly size: Moments;
}

/** Streams of new wins under one guess at rates and chances. */
export function newStreams(
  { model, grid, pool }: Pick<Scene, "model" | "grid" | "pool">,
  wins: PeriodWins,
  rates: Float64Array,
  sizes: readonly Moments[],
): Stream[] {
  const periods = grid.periods.length;
  return pool.cells.flatMap(({ stage, group, share, amounts }, kind) => {
    const means = new Float64Array(periods);
    for (let cell = 0; cell < grid.cellCount; cell += 1) {
      const at = winsCell(model, grid, group, stage, cell);
      const count = (rates[cell] ?? 0) * grid.cellDays * share;
      for (let p = 0; p < periods; p += 1) means[p] = (means[p] ?? 0) + count * (wins.wins[at + p] ?? 0);
    }
    const size = sizes[kind] ?? { mean: 0, square: 0 };
    return Array.from(means, (mean, period) => ({ period, mean, amounts, size }));
  });
}

const COUNTED_ONE_BY_ONE = 400;

/** Draws new deals' wins, and adds what they bring to `into` from `at`. */
export function drawNew(
  streams: readonly Stream[],
  periods: number,
  random: RandomSource,
  into: Float64Array,
  at: number,
): void {
  for (const { period, mean, amounts, size } of streams) {
    if (mean <= 0) continue;
    const cell = at + Math.min(period, periods - 1);
    const count = drawPoisson(random, mean);
    if (count > COUNTED_ONE_BY_ONE) {
      const deviation = Math.sqrt(count * Math.max(0, size.square - size.mean * size.mean));
      into[cell] = (into[cell] ?? 0) + Math.max(0, count * size.mean + deviation * drawNormal(random));
      continue;
    }
    for (let i = 0; i < count; i += 1) into[cell] = (into[cell] ?? 0) + pickAmount(amounts, random);
  }
}
