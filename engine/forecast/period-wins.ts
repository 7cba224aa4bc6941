import type { Model } from "./model.ts";
import { type Parameters, pressureAt } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { BACK, CAUSE_COUNT, LOSS, PROGRESS } from "./tally.ts";

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

export function emptyPeriodWins(model: Model, grid: PeriodGrid, groupCount: number): PeriodWins {
  const size = groupCount * model.stageCount * (grid.cellCount + 1) * grid.periods.length;
  return {
    groupCount,
    wins: new Float64Array(size),
    afterProgress: new Float64Array(size),
    afterBack: new Float64Array(size),
  };
}

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
  theta: readonly number[],
  context: { model: Model; grid: PeriodGrid; parameters: Parameters; factors: Float64Array | null },
): void {
  const { model, grid, factors } = context;
  const { stageCount } = model;
  const lags = lagPressures(context, theta);
  for (let cell = grid.cellCount - 1; cell >= 0; cell -= 1) {
    for (let stage = stageCount - 1; stage >= 0; stage -= 1) {
      setAfterLeaving(out, group, stage, cell, context);
      enterStage(out, group, stage, cell, { model, grid, lags, factors });
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

const GONE = 1e-5;

function enterStage(
  out: PeriodWins,
  group: number,
  stage: number,
  cell: number,
  context: { model: Model; grid: PeriodGrid; lags: Float64Array; factors: Float64Array | null },
): void {
  const { model, grid, lags, factors } = context;
  const { wins, afterProgress, afterBack } = out;
  const count = grid.periods.length;
  const cells = grid.cellCount;
  const at = winsCell(model, grid, group, stage, cell);
  const [progress, loss, back] = [PROGRESS, LOSS, BACK].map((cause) => (cause * model.stageCount + stage) * cells);
  if (progress === undefined || loss === undefined || back === undefined) return;
  for (let p = 0; p < count; p += 1) wins[at + p] = 0;
  let here = 1;
  for (let later = cell; later < cells && here > GONE; later += 1) {
    const lag = later - cell;
    const onward = (lags[progress + lag] ?? 0) * (factors ? (factors[progress + later] ?? 1) : 1);
    const lost = (lags[loss + lag] ?? 0) * (factors ? (factors[loss + later] ?? 1) : 1);
    const returning = (lags[back + lag] ?? 0) * (factors ? (factors[back + later] ?? 1) : 1);
    const total = onward + lost + returning;
    if (total <= 0) continue;
    const leaving = here * -Math.expm1(-total);
    const from = at + lag * count;
    for (let p = 0; p < count; p += 1) {
      const chance = onward * (afterProgress[from + p] ?? 0) + returning * (afterBack[from + p] ?? 0);
      wins[at + p] = (wins[at + p] ?? 0) + (leaving / total) * chance;
    }
    here -= leaving;
  }
}

/**
 * The pressure to leave in the cell of entry and in each cell after it, averaged over the days of a cell on which
 * the deal may have come. By cause, stage, lag.
 */
function lagPressures(
  { model, grid, parameters }: { model: Model; grid: PeriodGrid; parameters: Parameters },
  theta: readonly number[],
): Float64Array {
  const { cellCount, cellDays } = grid;
  const lags = new Float64Array(CAUSE_COUNT * model.stageCount * cellCount);
  const share = new Float64Array(CAUSE_COUNT);
  for (let stage = 0; stage < model.stageCount; stage += 1) {
    const stayed = new Float64Array(cellDays).fill(1);
    for (let lag = 0; lag < cellCount; lag += 1) {
      share.fill(0);
      let [before, leaving] = [0, 0];
      for (let entry = 0; entry < cellDays; entry += 1) {
        const from = Math.max(0, lag * cellDays - entry);
        const to = (lag + 1) * cellDays - entry;
        const pressures = [PROGRESS, LOSS, BACK].map((cause) => {
          const row = cause * model.stageCount + stage;
          return (theta[cause] ?? 1) * (pressureAt(parameters, row, to) - pressureAt(parameters, row, from));
        });
        const total = (pressures[0] ?? 0) + (pressures[1] ?? 0) + (pressures[2] ?? 0);
        const here = stayed[entry] ?? 0;
        const out = here * -Math.expm1(-total);
        before += here;
        leaving += out;
        stayed[entry] = here - out;
        for (let c = 0; c < CAUSE_COUNT; c += 1)
          if (total > 0) share[c] = (share[c] ?? 0) + (out * (pressures[c] ?? 0)) / total;
      }
      const pressure = before > 0 ? -Math.log1p(-Math.min(0.999999, leaving / before)) : 0;
      for (let c = 0; c < CAUSE_COUNT; c += 1) {
        lags[(c * model.stageCount + stage) * cellCount + lag] =
          leaving > 0 ? (pressure * (share[c] ?? 0)) / leaving : 0;
      }
    }
  }
  return lags;
}

/** An open deal as far as its chances go: where, how long, of which class. */
export interface OpenCell {
  readonly stage: number;
  /** Days since it entered the stage, the day of entry being 0. */
  readonly age: number;
  readonly theta: readonly number[];
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
  const rows = [PROGRESS, LOSS, BACK].map((cause) => cause * model.stageCount + open.stage);
  const last = rows.map((row) => pressureAt(parameters, row, open.age + 1));
  const pressures = [0, 0, 0];
  let here = 1;
  for (let cell = 0; cell < grid.cellCount && here > GONE; cell += 1) {
    const age = open.age + 1 + (cell + 1) * grid.cellDays;
    let total = 0;
    for (let c = 0; c < CAUSE_COUNT; c += 1) {
      const row = rows[c] ?? 0;
      const now = pressureAt(parameters, row, age);
      const factor = (open.theta[c] ?? 1) * (factors ? (factors[row * grid.cellCount + cell] ?? 1) : 1);
      pressures[c] = factor * (now - (last[c] ?? 0));
      total += pressures[c] ?? 0;
      last[c] = now;
    }
    if (total <= 0) continue;
    const leaving = here * -Math.expm1(-total);
    const from = winsCell(model, grid, open.group, open.stage, cell);
    for (let p = 0; p < count; p += 1) {
      const chance =
        (pressures[PROGRESS] ?? 0) * (wins.afterProgress[from + p] ?? 0) +
        (pressures[BACK] ?? 0) * (wins.afterBack[from + p] ?? 0);
      into[at + p] = (into[at + p] ?? 0) + (leaving / total) * chance;
    }
    here -= leaving;
  }
}
