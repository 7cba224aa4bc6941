import type { Model } from "./model.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { type PeriodWins, winsRow } from "./period-wins.ts";
import { BACK, PROGRESS } from "./tally.ts";

/**
 * Chances where all cells are alike: how long after entering a stage the win comes does not depend on when, so that
 * one curve over the lags serves all cells and periods. O(stages × (cells² + cells × periods)).
 *
 * Formula: w_s(l) = Σ_u [f_s,on(u) a_s(l − u) + f_s,back(u) b_s(l − u)], with a_s and b_s the mixtures of w over
 * where the stage leads.
 */
export function fillSteadily(
  out: PeriodWins,
  group: number,
  { model, grid, stays }: { model: Model; grid: PeriodGrid; stays: Float64Array },
): void {
  const curves = lagCurves(model, grid.cellCount, stays);
  for (let stage = 0; stage < model.stageCount; stage += 1) {
    if (!model.used[stage]) continue;
    const at = winsRow(model, grid, group, stage, 0);
    const from = stage * grid.cellCount;
    const own = (curve: Float64Array): Float64Array => curve.subarray(from, from + grid.cellCount);
    spreadOverPeriods(own(curves.wins), grid, out.wins, at);
    spreadOverPeriods(own(curves.afterProgress), grid, out.afterProgress, at);
    spreadOverPeriods(own(curves.afterBack), grid, out.afterBack, at);
  }
}

/** Chances of a win so many cells after entering a stage, or after leaving it on or back. By stage, lag. */
interface LagCurves {
  readonly wins: Float64Array;
  readonly afterProgress: Float64Array;
  readonly afterBack: Float64Array;
}

function lagCurves({ stageCount, targets }: Model, cells: number, stays: Float64Array): LagCurves {
  const room = (): Float64Array => new Float64Array(stageCount * cells);
  const curves = { wins: room(), afterProgress: room(), afterBack: room() };
  const { wins, afterProgress, afterBack } = curves;
  for (let lag = 0; lag < cells; lag += 1) {
    for (let stage = stageCount - 1; stage >= 0; stage -= 1) {
      const row = stage * (stageCount + 1);
      let onward = lag === 0 ? (targets.progress[row + stageCount] ?? 0) : 0;
      let returned = 0;
      for (let target = 0; target < stageCount; target += 1) {
        onward += (targets.progress[row + target] ?? 0) * (wins[target * cells + lag] ?? 0);
        if (lag > 0)
          returned +=
            (targets.back[stage * stageCount + target] ?? 0) * (wins[target * cells + lag - 1] ?? 0);
      }
      const at = stage * cells + lag;
      afterProgress[at] = onward;
      afterBack[at] = returned;
      const on = (PROGRESS * stageCount + stage) * cells;
      const back = (BACK * stageCount + stage) * cells;
      let sum = 0;
      for (let u = 0; u <= lag; u += 1) {
        sum +=
          (stays[on + u] ?? 0) * (afterProgress[at - u] ?? 0) +
          (stays[back + u] ?? 0) * (afterBack[at - u] ?? 0);
      }
      wins[at] = sum;
    }
  }
  return curves;
}

/** What comes so many cells after each cell, by period and cell: a cell's wins spread evenly over its days. */
function spreadOverPeriods(curve: Float64Array, grid: PeriodGrid, into: Float64Array, at: number): void {
  const cells = grid.cellCount;
  const until = new Float64Array(cells + 1);
  for (let lag = 0; lag < cells; lag += 1) until[lag + 1] = (until[lag] ?? 0) + (curve[lag] ?? 0);
  const before = new Float64Array(cells);
  grid.periods.forEach(({ endDay }, p) => {
    const end = (endDay - grid.firstDay + 1) / grid.cellDays;
    for (let cell = 0; cell <= (grid.lastCells[p] ?? 0); cell += 1) {
      const whole = Math.max(0, Math.floor(end - cell));
      const part = Math.max(0, end - cell - whole);
      const byEnd = (until[whole] ?? 0) + part * (curve[whole] ?? 0);
      into[at + p * (cells + 1) + cell] = Math.max(0, byEnd - (before[cell] ?? 0));
      before[cell] = byEnd;
    }
  });
}
