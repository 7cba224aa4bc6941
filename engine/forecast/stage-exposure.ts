import { BIN_COUNT } from "./age-scale.ts";
import type { Classes } from "./classes.ts";
import type { Step } from "./discount-filter.ts";
import type { Tally } from "./tally.ts";

/** Events of some causes in one stage, and its deals' days there, by 30-day block. */
export function exposureByBlock(tally: Tally, stage: number, causes: readonly number[]): Step[] {
  const { blockCount } = tally.layout;
  const steps = Array.from({ length: blockCount }, () => ({ observed: 0, expected: 0 }));
  forEachCell(tally, stage, causes, (_, block, events, days) => {
    const step = steps[block];
    if (!step) return;
    step.observed += events;
    step.expected += days;
  });
  let last = steps.length;
  while (last > 0 && (steps[last - 1]?.expected ?? 0) === 0) last -= 1;
  return steps.slice(0, last);
}

/** The same by owner; owners of few deals are one. Empty where no owner is known. */
export function exposureByOwner(tally: Tally, classes: Classes, stage: number, cause: number): Step[] {
  const trait = classes.traits.findIndex((one) => one.trait === "owner");
  const steps = (classes.traits[trait]?.names ?? []).map(() => ({ observed: 0, expected: 0 }));
  forEachCell(tally, stage, [cause], (row, _, events, days) => {
    const step = steps[classes.levels[row * classes.traits.length + trait] ?? 0];
    if (!step) return;
    step.observed += events;
    step.expected += days;
  });
  return steps;
}

function forEachCell(
  { layout, daysAtRisk, events }: Tally,
  stage: number,
  causes: readonly number[],
  visit: (row: number, block: number, events: number, days: number) => void,
): void {
  const { stageCount, classCount, blockCount } = layout;
  for (let row = 0; row < classCount; row += 1) {
    const from = (row * stageCount + stage) * BIN_COUNT * blockCount;
    for (let at = 0; at < BIN_COUNT * blockCount; at += 1) {
      const days = daysAtRisk[from + at] ?? 0;
      if (days === 0) continue;
      const count = causes.reduce((sum, cause) => sum + (events[cause]?.[from + at] ?? 0), 0);
      visit(row, at % blockCount, count, days);
    }
  }
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
