import type { Model } from "./model.ts";
import { CAUSE_COUNT, LOSS, PROGRESS } from "./tally.ts";

/** Classes that move and lose alike, so that win curves are needed for a handful of groups only. */
export interface ScoreGroups {
  readonly count: number;
  /** Group of each class. */
  readonly groupOf: Int32Array;
  /** Weight of each class within its group, adding up to 1. */
  readonly weights: Float64Array;
}

/** Groups whose logarithms scatter less than this are not split. */
const LEAST_SPREAD = 0.004;

interface Point {
  readonly row: number;
  readonly weight: number;
  readonly at: readonly [number, number];
}

/**
 * Splits the classes by their factors on progress and on loss, again and again where they differ most, into at most
 * `most` groups. `weights`: how many deals to come or open each class has.
 */
export function scoreGroups(model: Model, weights: Float64Array, most: number): ScoreGroups {
  const points: Point[] = Array.from(weights, (weight, row) => ({
    row,
    weight: weight + 1e-9,
    at: [PROGRESS, LOSS].map((cause) => Math.log(model.factors[row * CAUSE_COUNT + cause] ?? 1)) as [
      number,
      number,
    ],
  }));
  let groups: Point[][] = [points];
  while (groups.length < most) {
    const widest = groups
      .map((group, index) => ({ index, ...widestSide(group) }))
      .reduce((best, own) => (own.spread > best.spread ? own : best));
    const group = groups[widest.index] ?? [];
    if (widest.spread < LEAST_SPREAD * weightOf(points) || group.length < 2) break;
    groups = [...groups.filter((other) => other !== group), ...split(group, widest.side)];
  }
  const groupOf = new Int32Array(weights.length);
  const shares = new Float64Array(weights.length);
  groups.forEach((group, index) => {
    const total = weightOf(group);
    for (const { row, weight } of group) {
      groupOf[row] = index;
      shares[row] = weight / total;
    }
  });
  return { count: groups.length, groupOf, weights: shares };
}

function weightOf(group: readonly Point[]): number {
  return group.reduce((sum, { weight }) => sum + weight, 0);
}

function meanOf(group: readonly Point[], side: 0 | 1): number {
  return group.reduce((sum, { weight, at }) => sum + weight * at[side], 0) / weightOf(group);
}

/** The side on which the group scatters most, with its weighted sum of squares. */
function widestSide(group: readonly Point[]): { side: 0 | 1; spread: number } {
  const spread = (side: 0 | 1): number => {
    const mean = meanOf(group, side);
    return group.reduce((sum, { weight, at }) => sum + weight * (at[side] - mean) ** 2, 0);
  };
  const [progress, loss] = [spread(0), spread(1)];
  return progress >= loss ? { side: 0, spread: progress } : { side: 1, spread: loss };
}

function split(group: Point[], side: 0 | 1): Point[][] {
  const mean = meanOf(group, side);
  const low = group.filter(({ at }) => at[side] <= mean);
  const high = group.filter(({ at }) => at[side] > mean);
  return high.length > 0 && low.length > 0 ? [low, high] : [group];
}

/** The factors of all groups under given parameters, by group and cause: their classes' means. */
export function groupFactors(groups: ScoreGroups, factors: Float64Array): Float64Array {
  const sums = new Float64Array(groups.count * CAUSE_COUNT);
  groups.groupOf.forEach((group, row) => {
    const weight = groups.weights[row] ?? 0;
    for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
      const at = group * CAUSE_COUNT + cause;
      sums[at] = (sums[at] ?? 0) + weight * (factors[row * CAUSE_COUNT + cause] ?? 1);
    }
  });
  return sums;
}

/** The three factors of one row of such a table. */
export function factorsAt(table: Float64Array, row: number): Float64Array {
  return table.subarray(row * CAUSE_COUNT, (row + 1) * CAUSE_COUNT);
}

/** Every class a group of its own. */
export function ownGroups(classCount: number): ScoreGroups {
  return {
    count: classCount,
    groupOf: Int32Array.from({ length: classCount }, (_, row) => row),
    weights: new Float64Array(classCount).fill(1),
  };
}
