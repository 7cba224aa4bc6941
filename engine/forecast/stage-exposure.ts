import { BIN_COUNT } from "./age-scale.ts";
import type { Classes } from "./classes.ts";
import type { Step } from "./discount-filter.ts";
import type { Tally } from "./tally.ts";

/** Events of some causes in one stage, and its deals' days there, by 30-day block. */
export function exposureByBlock(tally: Tally, stage: number, causes: readonly number[]): Step[] {
  const { stageCount, classCount, blockCount } = tally.layout;
  const steps = Array.from({ length: blockCount }, (_, block) => ({
    observed: causes.reduce(
      (sum, cause) => sum + (tally.events[cause]?.[stage * blockCount + block] ?? 0),
      0,
    ),
    expected: 0,
  }));
  for (let row = stage; row < classCount * stageCount; row += stageCount) {
    for (let cell = row * BIN_COUNT; cell < (row + 1) * BIN_COUNT; cell += 1) {
      if (tally.allDays[cell] === 0) continue;
      steps.forEach((step, block) => {
        step.expected += tally.daysAtRisk[cell * blockCount + block] ?? 0;
      });
    }
  }
  let last = steps.length;
  while (last > 0 && (steps[last - 1]?.expected ?? 0) === 0) last -= 1;
  return steps.slice(0, last);
}

/** The same by owner; owners of few deals are one. Empty where no owner is known. */
export function exposureByOwner(tally: Tally, classes: Classes, stage: number, cause: number): Step[] {
  const trait = classes.traits.findIndex((one) => one.trait === "owner");
  const steps = (classes.traits[trait]?.names ?? []).map(() => ({ observed: 0, expected: 0 }));
  for (let row = 0; row < classes.count; row += 1) {
    const step = steps[classes.levels[row * classes.traits.length + trait] ?? 0];
    if (!step) continue;
    const from = (row * tally.layout.stageCount + stage) * BIN_COUNT;
    for (let cell = from; cell < from + BIN_COUNT; cell += 1) {
      step.expected += tally.allDays[cell] ?? 0;
      step.observed += tally.allEvents[cause]?.[cell] ?? 0;
    }
  }
  return steps;
}

const BLOCKS_A_QUARTER = 3;
/** With fewer quarters than this, months tell more. */
const FEWEST_QUARTERS = 4;
/** "Of late" is the last half year. */
const LATE_BLOCKS = 6;

/** Blocks put together to quarters, the last one first; left as they are where history is short. */
export function periodsOf(blocks: readonly Step[]): {
  readonly groups: readonly Step[];
  readonly isLate: (group: number) => boolean;
} {
  const size = blocks.length >= FEWEST_QUARTERS * BLOCKS_A_QUARTER ? BLOCKS_A_QUARTER : 1;
  const groups: Step[] = [];
  for (let end = blocks.length; end > 0; end -= size) {
    const own = blocks.slice(Math.max(0, end - size), end);
    groups.push({
      observed: own.reduce((sum, { observed }) => sum + observed, 0),
      expected: own.reduce((sum, { expected }) => sum + expected, 0),
    });
  }
  return { groups, isLate: (group) => group < LATE_BLOCKS / size };
}
