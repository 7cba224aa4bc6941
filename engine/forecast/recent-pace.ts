import type { PathGuess } from "./discount-filter.ts";
import type { Model } from "./model.ts";
import { blockSteps, type Pace } from "./pace.ts";
import type { Tally } from "./tally.ts";

const HALF_YEAR_BLOCKS = 6;

/** The pace of the last six blocks of thirty days, without the prior that it is what it always was. */
export function recentPace({ hazards, factors }: Model, tally: Tally): Pace {
  return blockSteps(tally, hazards, factors).map((steps): PathGuess[] => {
    const recent = steps.slice(-HALF_YEAR_BLOCKS);
    const [shape, rate] = recent.reduce(
      ([seen, due], { observed, expected }) => [seen + observed, due + expected],
      [1, 1],
    );
    return [{ weight: 1, setting: { omega: 1, delta: 0, pull: 0 }, shape, rate }];
  });
}
