import { GONE, shareOfPressure } from "./lag-pressures.ts";
import type { Model } from "./model.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { type PeriodWins, winsRow } from "./period-wins.ts";
import { BACK, LOSS, PROGRESS } from "./tally.ts";

interface Calendar {
  readonly model: Model;
  readonly grid: PeriodGrid;
  /** Pressure to leave by cause, stage, lag. */
  readonly lags: Float64Array;
  /** Factor on it by cause, stage, cell. */
  readonly factors: Float64Array;
}

/**
 * Chances under a calendar, on which the pressure of each cell has its own factor: from the last cell back to the
 * first and from the last stage to the first. O(stages × cells² × periods).
 */
export function fillUnderCalendar(out: PeriodWins, group: number, calendar: Calendar): void {
  const { model, grid } = calendar;
  const stay = { onward: new Float64Array(grid.cellCount), back: new Float64Array(grid.cellCount) };
  for (let cell = grid.cellCount - 1; cell >= 0; cell -= 1) {
    for (let stage = model.stageCount - 1; stage >= 0; stage -= 1) {
      if (!model.used[stage]) continue;
      const row = winsRow(model, grid, group, stage, 0);
      setAfterLeaving(out, stage, row, cell, grid);
      const lags = setStay(stay, stage, cell, calendar);
      enterStage(out, row + cell, cell, stay, lags, grid);
    }
  }
}

/** Chances right after leaving the stage in the cell: the mixture over where it leads. */
function setAfterLeaving(
  { wins, afterProgress, afterBack, leads }: PeriodWins,
  stage: number,
  row: number,
  cell: number,
  grid: PeriodGrid,
): void {
  const own = leads[stage];
  if (!own) return;
  const width = grid.cellCount + 1;
  for (let p = grid.periods.length - 1; p >= 0 && cell <= (grid.lastCells[p] ?? 0); p -= 1) {
    const at = row + p * width + cell;
    let onward = own.won * (grid.shares[p * grid.cellCount + cell] ?? 0);
    for (let i = 0; i < own.onward.length; i += 1)
      onward += (own.onwardShares[i] ?? 0) * (wins[at + (own.onward[i] ?? 0)] ?? 0);
    let back = 0;
    for (let i = 0; i < own.back.length; i += 1)
      back += (own.backShares[i] ?? 0) * (wins[at + 1 + (own.back[i] ?? 0)] ?? 0);
    afterProgress[at] = onward;
    afterBack[at] = back;
  }
}

interface Stay {
  readonly onward: Float64Array;
  readonly back: Float64Array;
}

/** Chances to leave the stage on or back, so many cells after entering it in the cell; how many are worth counting. */
function setStay(stay: Stay, stage: number, cell: number, { model, grid, lags, factors }: Calendar): number {
  const { onward, back } = stay;
  const cells = grid.cellCount;
  const onRow = (PROGRESS * model.stageCount + stage) * cells;
  const lossRow = (LOSS * model.stageCount + stage) * cells;
  const backRow = (BACK * model.stageCount + stage) * cells;
  const most = cells - cell;
  let here = 1;
  let lag = 0;
  for (; lag < most && here > GONE; lag += 1) {
    const on = (lags[onRow + lag] ?? 0) * (factors[onRow + cell + lag] ?? 1);
    const lost = (lags[lossRow + lag] ?? 0) * (factors[lossRow + cell + lag] ?? 1);
    const returned = (lags[backRow + lag] ?? 0) * (factors[backRow + cell + lag] ?? 1);
    const total = on + lost + returned;
    const part = here * shareOfPressure(total);
    onward[lag] = part * on;
    back[lag] = part * returned;
    here -= part * total;
  }
  return lag;
}

/** Entering the stage in the cell: the stay times what follows it, period by period. */
function enterStage(
  { wins, afterProgress, afterBack }: PeriodWins,
  row: number,
  cell: number,
  { onward, back }: Stay,
  lags: number,
  grid: PeriodGrid,
): void {
  for (let p = grid.periods.length - 1; p >= 0 && cell <= (grid.lastCells[p] ?? 0); p -= 1) {
    const at = row + p * (grid.cellCount + 1);
    const count = Math.min(lags, (grid.lastCells[p] ?? 0) - cell + 1);
    let sum = 0;
    for (let lag = 0; lag < count; lag += 1) {
      sum +=
        (onward[lag] ?? 0) * (afterProgress[at + lag] ?? 0) + (back[lag] ?? 0) * (afterBack[at + lag] ?? 0);
    }
    wins[at] = sum;
  }
}
