import type { Model } from "./model.ts";
import { type Parameters, pressureBetween } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { BACK, CAUSE_COUNT, LOSS, PROGRESS } from "./tally.ts";

/** Chances to leave by each cause in each cell after entry, from the pressures. */
export function leavingByLag(lags: Float64Array, stageCount: number, cells: number): Float64Array {
  const stays = new Float64Array(lags.length);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const [progress, loss, back] = [
      stage * cells,
      (stageCount + stage) * cells,
      (2 * stageCount + stage) * cells,
    ];
    let here = 1;
    for (let lag = 0; lag < cells; lag += 1) {
      const [on, off, returning] = [lags[progress + lag] ?? 0, lags[loss + lag] ?? 0, lags[back + lag] ?? 0];
      const total = on + off + returning;
      if (total <= 0) continue;
      const leaving = here * shareLeaving(total);
      stays[progress + lag] = (leaving * on) / total;
      stays[loss + lag] = (leaving * off) / total;
      stays[back + lag] = (leaving * returning) / total;
      here -= leaving;
    }
  }
  return stays;
}

/**
 * 1 − e^−x, by its series where x is small: the share that leaves under a pressure.
 * @example shareLeaving(0) // => 0
 */
export function shareLeaving(pressure: number): number {
  return pressure < 0.01 ? pressure * (1 - (pressure / 2) * (1 - pressure / 3)) : 1 - Math.exp(-pressure);
}

/**
 * The pressure to leave in the cell of entry and in each cell after it, averaged over the days of a cell on which
 * the deal may have come. By cause, stage, lag.
 */
export function lagPressures(
  { model, grid, parameters }: { model: Model; grid: PeriodGrid; parameters: Parameters },
  theta: Float64Array,
): Float64Array {
  const { stageCount } = model;
  const lags = new Float64Array(CAUSE_COUNT * stageCount * grid.cellCount);
  const stayed = new Float64Array(grid.cellDays);
  const share = new Float64Array(CAUSE_COUNT);
  for (let stage = 0; stage < stageCount; stage += 1) {
    stayed.fill(1);
    for (let lag = 0; lag < grid.cellCount; lag += 1) {
      const pressure = lagPressure(lag, stage, { model, grid, parameters, theta, stayed, share });
      for (let c = 0; c < CAUSE_COUNT; c += 1) {
        lags[(c * stageCount + stage) * grid.cellCount + lag] = pressure * (share[c] ?? 0);
      }
    }
  }
  return lags;
}

/** Total pressure in one cell after entry; `share` is set to the causes' parts, `stayed` to who is left, by entry day. */
function lagPressure(
  lag: number,
  stage: number,
  at: {
    model: Model;
    grid: PeriodGrid;
    parameters: Parameters;
    theta: Float64Array;
    stayed: Float64Array;
    share: Float64Array;
  },
): number {
  const { model, grid, parameters, theta, stayed, share } = at;
  share.fill(0);
  let [before, left] = [0, 0];
  for (let entry = 0; entry < grid.cellDays; entry += 1) {
    const from = Math.max(0, lag * grid.cellDays - entry);
    const to = (lag + 1) * grid.cellDays - entry;
    const onward =
      (theta[PROGRESS] ?? 1) * pressureBetween(parameters, PROGRESS * model.stageCount + stage, from, to);
    const lost = (theta[LOSS] ?? 1) * pressureBetween(parameters, LOSS * model.stageCount + stage, from, to);
    const returning =
      (theta[BACK] ?? 1) * pressureBetween(parameters, BACK * model.stageCount + stage, from, to);
    const total = onward + lost + returning;
    const here = stayed[entry] ?? 0;
    const leaving = here * shareLeaving(total);
    before += here;
    left += leaving;
    stayed[entry] = here - leaving;
    if (total <= 0) continue;
    share[PROGRESS] = (share[PROGRESS] ?? 0) + (leaving * onward) / total;
    share[LOSS] = (share[LOSS] ?? 0) + (leaving * lost) / total;
    share[BACK] = (share[BACK] ?? 0) + (leaving * returning) / total;
  }
  if (left <= 0 || before < 1e-9) return 0;
  return -Math.log1p(-Math.min(0.999999, left / before)) / left;
}
