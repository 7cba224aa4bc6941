import { leavingByLag, pressuresOf, shareLeaving } from "./lag-pressures.ts";
import type { Model } from "./model.ts";
import type { Parameters } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { BACK, LOSS, PROGRESS } from "./tally.ts";

/**
 * Chances to win in each period, for a deal that enters a stage in a cell of the grid: `wins`; and for one that
 * leaves a stage in a cell by progress, or back: `afterProgress`, `afterBack`. By group of classes, stage, cell,
 * period.
 */
export interface PeriodWins {
  readonly groupCount: number;
  readonly wins: Float64Array;
  readonly afterProgress: Float64Array;
  readonly afterBack: Float64Array;
}

/** Room for the chances of all groups; reused draw after draw. */
export function emptyPeriodWins(model: Model, grid: PeriodGrid, groupCount: number): PeriodWins {
  const size = groupCount * model.stageCount * (grid.cellCount + 1) * grid.periods.length;
  return {
    groupCount,
    wins: new Float64Array(size),
    afterProgress: new Float64Array(size),
    afterBack: new Float64Array(size),
  };
}

/** Place of a group, stage and cell in the arrays of `PeriodWins`; the periods follow one another. */
export function winsCell(model: Model, grid: PeriodGrid, group: number, stage: number, cell: number): number {
  return ((group * model.stageCount + stage) * (grid.cellCount + 1) + cell) * grid.periods.length;
}

/**
 * Fills in the chances of one group, from the last cell back to the first and from the last stage to the first.
 * The convolution of method.md 6.7 on a calendar: f_sc(u) of the stay times the chance from where it leads.
 * A move back within the same cell counts from the next one. O(stages × cells²).
 */
export function fillPeriodWins(
  out: PeriodWins,
  group: number,
  theta: Float64Array,
  context: { model: Model; grid: PeriodGrid; parameters: Parameters; factors: Float64Array | null },
): void {
  const { model, grid, factors } = context;
  const { stageCount } = model;
  const stays = leavingByLag(context, theta);
  const lags = factors ? pressuresOf(stays, stageCount, grid.cellCount) : stays;
  for (let cell = grid.cellCount - 1; cell >= 0; cell -= 1) {
    for (let stage = stageCount - 1; stage >= 0; stage -= 1) {
      if (!model.used[stage]) continue;
      setAfterLeaving(out, group, stage, cell, context);
      if (factors) enterStage(out, group, stage, cell, { model, grid, lags, factors });
      else enterSteadily(out, group, stage, cell, { model, grid, stays });
    }
  }
}

/** Chances right after leaving the stage in the cell: the mixture over where it leads. */
function setAfterLeaving(
  out: PeriodWins,
  group: number,
  stage: number,
  cell: number,
  { model, grid }: { model: Model; grid: PeriodGrid },
): void {
  const { stageCount, targets } = model;
  const { progress, back } = targets;
  const count = grid.periods.length;
  const at = winsCell(model, grid, group, stage, cell);
  const row = stage * (stageCount + 1);
  for (let p = 0; p < count; p += 1) {
    out.afterProgress[at + p] = (progress[row + stageCount] ?? 0) * (grid.shares[cell * count + p] ?? 0);
    out.afterBack[at + p] = 0;
  }
  for (let target = 0; target < stageCount; target += 1) {
    const onward = progress[row + target] ?? 0;
    const returning = back[stage * stageCount + target] ?? 0;
    const same = winsCell(model, grid, group, target, cell);
    for (let p = 0; p < count; p += 1) {
      if (onward > 0)
        out.afterProgress[at + p] = (out.afterProgress[at + p] ?? 0) + onward * (out.wins[same + p] ?? 0);
      if (returning > 0)
        out.afterBack[at + p] = (out.afterBack[at + p] ?? 0) + returning * (out.wins[same + count + p] ?? 0);
    }
  }
}

/** A share so small that the rest is left out. */
export const GONE = 1e-5;

/** Entering a stage under a calendar: the pressure of each later cell has its own factor. */
function enterStage(
  out: PeriodWins,
  group: number,
  stage: number,
  cell: number,
  context: { model: Model; grid: PeriodGrid; lags: Float64Array; factors: Float64Array },
): void {
  const { model, grid, lags, factors } = context;
  const { wins, afterProgress, afterBack } = out;
  const count = grid.periods.length;
  const cells = grid.cellCount;
  const at = winsCell(model, grid, group, stage, cell);
  const progress = (PROGRESS * model.stageCount + stage) * cells;
  const loss = (LOSS * model.stageCount + stage) * cells;
  const back = (BACK * model.stageCount + stage) * cells;
  for (let p = 0; p < count; p += 1) wins[at + p] = 0;
  let here = 1;
  for (let later = cell; later < cells && here > GONE; later += 1) {
    const lag = later - cell;
    const onward = (lags[progress + lag] ?? 0) * (factors[progress + later] ?? 1);
    const lost = (lags[loss + lag] ?? 0) * (factors[loss + later] ?? 1);
    const returning = (lags[back + lag] ?? 0) * (factors[back + later] ?? 1);
    const total = onward + lost + returning;
    if (total <= 0) continue;
    const leaving = here * shareLeaving(total);
    const from = at + lag * count;
    for (let p = 0; p < count; p += 1) {
      const chance = onward * (afterProgress[from + p] ?? 0) + returning * (afterBack[from + p] ?? 0);
      wins[at + p] = (wins[at + p] ?? 0) + (leaving / total) * chance;
    }
    here -= leaving;
  }
}

/** Entering a stage where all cells are alike: the chances to leave are those of the lag alone. */
function enterSteadily(
  out: PeriodWins,
  group: number,
  stage: number,
  cell: number,
  { model, grid, stays }: { model: Model; grid: PeriodGrid; stays: Float64Array },
): void {
  const { wins, afterProgress, afterBack } = out;
  const count = grid.periods.length;
  const at = winsCell(model, grid, group, stage, cell);
  const progress = (PROGRESS * model.stageCount + stage) * grid.cellCount;
  const back = (BACK * model.stageCount + stage) * grid.cellCount;
  const lags = grid.cellCount - cell;
  for (let p = 0; p < count; p += 1) {
    let sum = 0;
    for (let lag = 0; lag < lags; lag += 1) {
      const from = at + lag * count + p;
      sum +=
        (stays[progress + lag] ?? 0) * (afterProgress[from] ?? 0) +
        (stays[back + lag] ?? 0) * (afterBack[from] ?? 0);
    }
    wins[at + p] = sum;
  }
}
