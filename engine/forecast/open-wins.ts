import { shareLeaving } from "./lag-pressures.ts";
import type { Model } from "./model.ts";
import { type Parameters, pressureBetween } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { GONE, type PeriodWins, winsCell } from "./period-wins.ts";
import { BACK, LOSS, PROGRESS } from "./tally.ts";

/** An open deal as far as its chances go: where, how long, of which class. */
export interface OpenCell {
  readonly stage: number;
  /** Days since it entered the stage, the day of entry being 0. */
  readonly age: number;
  readonly theta: Float64Array;
  readonly group: number;
}

/**
 * Chances of an open deal to win in each period, given that it has stayed until now: f(a + u) / S(a) for f(u).
 * Written to `into` from `at`. O(cells).
 */
export function openWins(
  wins: PeriodWins,
  open: OpenCell,
  context: { model: Model; grid: PeriodGrid; parameters: Parameters; factors: Float64Array | null },
  into: Float64Array,
  at: number,
): void {
  const { model, grid, parameters, factors } = context;
  const count = grid.periods.length;
  for (let p = 0; p < count; p += 1) into[at + p] = 0;
  const { stageCount } = model;
  const onwardRow = PROGRESS * stageCount + open.stage;
  const lostRow = LOSS * stageCount + open.stage;
  const backRow = BACK * stageCount + open.stage;
  const cells = grid.cellCount;
  let age = open.age + 1;
  let here = 1;
  for (let cell = 0; cell < cells && here > GONE; cell += 1) {
    const later = age + grid.cellDays;
    const onward =
      (open.theta[PROGRESS] ?? 1) *
      (factors ? (factors[onwardRow * cells + cell] ?? 1) : 1) *
      pressureBetween(parameters, onwardRow, age, later);
    const lost =
      (open.theta[LOSS] ?? 1) *
      (factors ? (factors[lostRow * cells + cell] ?? 1) : 1) *
      pressureBetween(parameters, lostRow, age, later);
    const returning =
      (open.theta[BACK] ?? 1) *
      (factors ? (factors[backRow * cells + cell] ?? 1) : 1) *
      pressureBetween(parameters, backRow, age, later);
    age = later;
    const total = onward + lost + returning;
    if (total <= 0) continue;
    const leaving = here * shareLeaving(total);
    const from = winsCell(model, grid, open.group, open.stage, cell);
    for (let p = 0; p < count; p += 1) {
      const chance =
        onward * (wins.afterProgress[from + p] ?? 0) + returning * (wins.afterBack[from + p] ?? 0);
      into[at + p] = (into[at + p] ?? 0) + (leaving / total) * chance;
    }
    here -= leaving;
  }
}
