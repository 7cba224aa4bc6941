import type { Model } from "./model.ts";
import type { PeriodGrid } from "./period-grid.ts";

/**
 * Chances to win in each period, for a deal that enters a stage in a cell of the grid: `wins`; and for one that
 * leaves a stage in a cell by progress, or back: `afterProgress`, `afterBack`. By group of classes, stage, period,
 * cell.
 */
export interface PeriodWins {
  readonly groupCount: number;
  readonly wins: Float64Array;
  readonly afterProgress: Float64Array;
  readonly afterBack: Float64Array;
  /** Where leaving each stage leads. */
  readonly leads: readonly StageLeads[];
}

/**
 * Where leaving a stage leads: the share that is won at once, and the stages it can lead to, each as its distance
 * from this stage in the arrays of `PeriodWins`, with the share that goes there.
 */
export interface StageLeads {
  readonly won: number;
  readonly onward: Int32Array;
  readonly onwardShares: Float64Array;
  readonly back: Int32Array;
  readonly backShares: Float64Array;
}

/** Room for the chances of all groups; reused guess after guess. */
export function emptyPeriodWins(model: Model, grid: PeriodGrid, groupCount: number): PeriodWins {
  const width = grid.periods.length * (grid.cellCount + 1);
  const size = groupCount * model.stageCount * width;
  return {
    groupCount,
    wins: new Float64Array(size),
    afterProgress: new Float64Array(size),
    afterBack: new Float64Array(size),
    leads: Array.from({ length: model.stageCount }, (_, stage) => leadsOf(model, stage, width)),
  };
}

function leadsOf({ stageCount, targets }: Model, stage: number, width: number): StageLeads {
  const row = stage * (stageCount + 1);
  const [progress, returning] = [
    targets.progress.subarray(row, row + stageCount),
    targets.back.subarray(stage * stageCount, (stage + 1) * stageCount),
  ];
  const nonZero = (shares: Float64Array): number[] =>
    [...shares.keys()].filter((target) => (shares[target] ?? 0) > 0);
  const [onward, back] = [nonZero(progress), nonZero(returning)];
  return {
    won: targets.progress[row + stageCount] ?? 0,
    onward: Int32Array.from(onward, (target) => (target - stage) * width),
    onwardShares: Float64Array.from(onward, (target) => progress[target] ?? 0),
    back: Int32Array.from(back, (target) => (target - stage) * width),
    backShares: Float64Array.from(back, (target) => returning[target] ?? 0),
  };
}

/** Place of a group's stage and period in the arrays of `PeriodWins`; the cells follow one another, and one past the last. */
export function winsRow(
  model: Model,
  { periods, cellCount }: PeriodGrid,
  group: number,
  stage: number,
  period: number,
): number {
  return ((group * model.stageCount + stage) * periods.length + period) * (cellCount + 1);
}
