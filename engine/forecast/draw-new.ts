import { drawNormal, drawPoisson } from "../stats/draws.ts";
import type { RandomSource } from "../stats/random.ts";
import { type Moments, pickAmount } from "./amount-moments.ts";
import type { Model } from "./model.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { type PeriodWins, winsRow } from "./period-wins.ts";
import type { Pool } from "./pool.ts";

/** New deals of one kind that win in one period: how many to expect, and what they bring. */
export interface Stream {
  readonly period: number;
  readonly mean: number;
  readonly amounts: Float64Array;
  readonly size: Moments;
}

/** Streams of new wins under one guess at rates and chances. `rates` are new deals a day by cell. */
export function newStreams(
  { model, grid, pool }: { readonly model: Model; readonly grid: PeriodGrid; readonly pool: Pool },
  wins: PeriodWins,
  rates: Float64Array,
  sizes: readonly Moments[],
): Stream[] {
  return pool.cells.flatMap(({ stage, group, share, amounts }, kind) => {
    const size = sizes[kind] ?? { mean: 0, square: 0 };
    return grid.periods.map((_, period) => {
      const row = winsRow(model, grid, group, stage, period);
      let mean = 0;
      for (let cell = 0; cell <= (grid.lastCells[period] ?? 0); cell += 1)
        mean += (rates[cell] ?? 0) * (wins.wins[row + cell] ?? 0);
      return { period, mean: mean * grid.cellDays * share, amounts, size };
    });
  });
}

const COUNTED_ONE_BY_ONE = 400;

/** Draws new deals' wins, and adds what they bring to `into` from `at`. Each period has a random source of its own. */
export function drawNew(
  streams: readonly Stream[],
  periods: readonly RandomSource[],
  into: Float64Array,
  at: number,
): void {
  for (const { period, mean, amounts, size } of streams) {
    const random = periods[period];
    if (mean <= 0 || !random) continue;
    const cell = at + period;
    const count = drawPoisson(random, mean);
    if (count > COUNTED_ONE_BY_ONE) {
      const deviation = Math.sqrt(count * Math.max(0, size.square - size.mean * size.mean));
      into[cell] = (into[cell] ?? 0) + Math.max(0, count * size.mean + deviation * drawNormal(random));
      continue;
    }
    for (let i = 0; i < count; i += 1) into[cell] = (into[cell] ?? 0) + pickAmount(amounts, random);
  }
}
