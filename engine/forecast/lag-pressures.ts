import type { Model } from "./model.ts";
import { type Parameters, pressureAt } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { BACK, CAUSE_COUNT, LOSS, PROGRESS } from "./tally.ts";

/** A share so small that the rest is left out. */
export const GONE = 1e-5;

/**
 * (1 − e^−x)/x: of a pressure to leave, the share that leads to leaving, as nobody leaves twice. Under 1 by the
 * fraction 1/(1 + x/2 + x²/12), which is right to one in a thousand and far quicker.
 * @example shareOfPressure(0) // => 1
 */
export function shareOfPressure(x: number): number {
  return x < 1 ? 1 / (1 + x * (0.5 + x / 12)) : (1 - Math.exp(-x)) / x;
}

/**
 * Chances to leave a stage by each cause in the cell of entry and in each cell after it, day by day within the cells
 * and averaged over the days of a cell on which the deal may have come. By cause, stage, lag.
 *
 * Formula: f_sc(a) = S_s(a−1)(1 − e^−Λ) λ_c/Λ. Source: method.md 6.7.
 */
export function leavingByLag(
  { model, grid, parameters }: { model: Model; grid: PeriodGrid; parameters: Parameters },
  theta: Float64Array,
): Float64Array {
  const { stageCount } = model;
  const { cellCount, cellDays } = grid;
  const chances = new Float64Array(CAUSE_COUNT * stageCount * cellCount);
  const days = cellCount * cellDays + 1;
  const gone = new Float64Array(CAUSE_COUNT * days);
  for (let stage = 0; stage < stageCount; stage += 1) {
    if (!model.used[stage]) continue;
    fillGone(gone, days, stage, { model, parameters, theta });
    for (let c = 0; c < CAUSE_COUNT; c += 1) {
      for (let lag = 0; lag < cellCount; lag += 1) {
        let sum = 0;
        for (let entry = 0; entry < cellDays; entry += 1) {
          const from = Math.max(0, lag * cellDays - entry);
          sum += (gone[c * days + (lag + 1) * cellDays - entry] ?? 0) - (gone[c * days + from] ?? 0);
        }
        chances[(c * stageCount + stage) * cellCount + lag] = sum / cellDays;
      }
    }
  }
  return chances;
}

/** Chances to have left by each cause before the n-th day, day by day. */
function fillGone(
  gone: Float64Array,
  days: number,
  stage: number,
  at: { model: Model; parameters: Parameters; theta: Float64Array },
): void {
  const { model, parameters, theta } = at;
  const onTheta = theta[PROGRESS] ?? 1;
  const lostTheta = theta[LOSS] ?? 1;
  const backTheta = theta[BACK] ?? 1;
  const onRow = PROGRESS * model.stageCount + stage;
  const lostRow = LOSS * model.stageCount + stage;
  const backRow = BACK * model.stageCount + stage;
  let here = 1;
  let on = 0;
  let lost = 0;
  let back = 0;
  let onBefore = 0;
  let lostBefore = 0;
  let backBefore = 0;
  for (let age = 1; age < days; age += 1) {
    const onNow = pressureAt(parameters, onRow, age);
    const lostNow = pressureAt(parameters, lostRow, age);
    const backNow = pressureAt(parameters, backRow, age);
    const onward = onTheta * (onNow - onBefore);
    const losing = lostTheta * (lostNow - lostBefore);
    const returning = backTheta * (backNow - backBefore);
    const total = onward + losing + returning;
    const part = here * shareOfPressure(total);
    here -= part * total;
    on += part * onward;
    lost += part * losing;
    back += part * returning;
    gone[PROGRESS * days + age] = on;
    gone[LOSS * days + age] = lost;
    gone[BACK * days + age] = back;
    onBefore = onNow;
    lostBefore = lostNow;
    backBefore = backNow;
  }
}

/** The same as pressures, on which a calendar's factors can act. By cause, stage, lag. */
export function pressuresOf(chances: Float64Array, stageCount: number, cells: number): Float64Array {
  const pressures = new Float64Array(chances.length);
  for (let stage = 0; stage < stageCount; stage += 1) {
    let here = 1;
    for (let lag = 0; lag < cells; lag += 1) {
      const on = (PROGRESS * stageCount + stage) * cells + lag;
      const lost = (LOSS * stageCount + stage) * cells + lag;
      const back = (BACK * stageCount + stage) * cells + lag;
      const leaving = (chances[on] ?? 0) + (chances[lost] ?? 0) + (chances[back] ?? 0);
      if (leaving <= 0 || here <= 1e-9) continue;
      const scale = -Math.log1p(-Math.min(0.999999, leaving / here)) / leaving;
      pressures[on] = (chances[on] ?? 0) * scale;
      pressures[lost] = (chances[lost] ?? 0) * scale;
      pressures[back] = (chances[back] ?? 0) * scale;
      here -= leaving;
    }
  }
  return pressures;
}
