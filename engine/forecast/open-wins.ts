import { GONE, shareOfPressure } from "./lag-pressures.ts";
import type { Model } from "./model.ts";
import { type Parameters, pressureAt } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { type PeriodWins, winsRow } from "./period-wins.ts";
import { BACK, CAUSE_COUNT, LOSS, PROGRESS } from "./tally.ts";

/** An open deal as far as its chances go: where, how long, of which class. */
export interface OpenCell {
  readonly stage: number;
  /** Days since it entered the stage, the day of entry being 0. */
  readonly age: number;
  /** Row of its factors. */
  readonly score: number;
  readonly group: number;
}

interface Context {
  readonly model: Model;
  readonly grid: PeriodGrid;
  readonly parameters: Parameters;
  readonly factors: Float64Array | null;
  /** Factors on the pressure, by score and cause. */
  readonly thetas: Float64Array;
}

/** Chances to leave on or back, cell by cell; reused deal after deal. */
export interface Leaving {
  readonly onward: Float64Array;
  readonly back: Float64Array;
}

/**
 * Chances of an open deal to win in each period, given that it has stayed until now: f(a + u) / S(a) for f(u).
 * Written to `into` from `at`. O(cells × periods).
 */
export function openWins(
  wins: PeriodWins,
  open: OpenCell,
  context: Context & { readonly leaving: Leaving },
  into: Float64Array,
  at: number,
): void {
  const { model, grid, leaving } = context;
  const cells = setLeaving(leaving, open, context);
  for (let p = 0; p < grid.periods.length; p += 1) {
    const row = winsRow(model, grid, open.group, open.stage, p);
    const count = Math.min(cells, (grid.lastCells[p] ?? 0) + 1);
    let sum = 0;
    for (let cell = 0; cell < count; cell += 1) {
      sum +=
        (leaving.onward[cell] ?? 0) * (wins.afterProgress[row + cell] ?? 0) +
        (leaving.back[cell] ?? 0) * (wins.afterBack[row + cell] ?? 0);
    }
    into[at + p] = sum;
  }
}

/** Chances to leave its stage on or back in each cell; in how many cells they are worth counting. */
function setLeaving(
  { onward, back }: Leaving,
  { stage, age, score }: OpenCell,
  { model, grid, parameters, factors, thetas }: Context,
): number {
  const { cellCount, cellDays } = grid;
  const onTheta = thetas[score * CAUSE_COUNT + PROGRESS] ?? 1;
  const lostTheta = thetas[score * CAUSE_COUNT + LOSS] ?? 1;
  const backTheta = thetas[score * CAUSE_COUNT + BACK] ?? 1;
  const onRow = PROGRESS * model.stageCount + stage;
  const lostRow = LOSS * model.stageCount + stage;
  const backRow = BACK * model.stageCount + stage;
  let here = 1;
  let onBefore = pressureAt(parameters, onRow, age + 1);
  let lostBefore = pressureAt(parameters, lostRow, age + 1);
  let backBefore = pressureAt(parameters, backRow, age + 1);
  let cell = 0;
  for (; cell < cellCount && here > GONE; cell += 1) {
    const until = age + 1 + (cell + 1) * cellDays;
    const onNow = pressureAt(parameters, onRow, until);
    const lostNow = pressureAt(parameters, lostRow, until);
    const backNow = pressureAt(parameters, backRow, until);
    let on = onTheta * (onNow - onBefore);
    let lost = lostTheta * (lostNow - lostBefore);
    let returned = backTheta * (backNow - backBefore);
    if (factors) {
      on *= factors[onRow * cellCount + cell] ?? 1;
      lost *= factors[lostRow * cellCount + cell] ?? 1;
      returned *= factors[backRow * cellCount + cell] ?? 1;
    }
    const total = on + lost + returned;
    const part = here * shareOfPressure(total);
    onward[cell] = part * on;
    back[cell] = part * returned;
    here -= part * total;
    onBefore = onNow;
    lostBefore = lostNow;
    backBefore = backNow;
  }
  return cell;
}
