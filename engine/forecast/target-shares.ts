/** Where progress and going back lead from each stage. */
export interface TargetShares {
  /** By stage and target: the stages, then won. Rows add up to 1. */
  readonly progress: Float64Array;
  /** By stage and target stage. */
  readonly back: Float64Array;
}

const NEXT_STAGE_PRIOR = 2;
const PREVIOUS_STAGE_PRIOR = 1;

/**
 * Shares of the targets seen, with two pseudo-moves to the next stage and one to the previous, so that skips and
 * moves back come as often as they did. From the last stage of the user, and from the whole life of a deal without
 * stages, next is the win. Source: method.md 6.4.
 */
export function targetShares(counts: Float64Array, stageCount: number): TargetShares {
  const width = stageCount + 1;
  const progress = new Float64Array(stageCount * width);
  const back = new Float64Array(stageCount * stageCount);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const next = stage >= stageCount - 2 ? stageCount : stage + 1;
    const onward = Array.from({ length: width }, (_, target) =>
      target > stage && target !== stageCount - 1
        ? (counts[stage * width + target] ?? 0) + (target === next ? NEXT_STAGE_PRIOR : 0)
        : 0,
    );
    const previous = Math.max(0, stage - 1);
    const returning = Array.from({ length: stageCount }, (_, target) =>
      target < stage && stage < stageCount - 1
        ? (counts[stage * width + target] ?? 0) + (target === previous ? PREVIOUS_STAGE_PRIOR : 0)
        : 0,
    );
    setShares(progress, stage * width, onward);
    setShares(back, stage * stageCount, returning);
  }
  return { progress, back };
}

function setShares(shares: Float64Array, at: number, counts: readonly number[]): void {
  const total = counts.reduce((sum, count) => sum + count, 0);
  counts.forEach((count, i) => {
    shares[at + i] = total > 0 ? count / total : 0;
  });
}
