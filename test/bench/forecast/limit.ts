import type { Day } from "../../../engine/basics/day.ts";
import type { Period } from "../../../engine/basics/period.ts";
import { WON } from "../../../engine/pipeline/timelines.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import { arrive, isOpen, type Life, reliveFrom, type World } from "./world.ts";

/** Won amount in each period. */
export function wonBy(lives: readonly Life[], periods: readonly Period[]): number[] {
  const sums = periods.map(() => 0);
  for (const life of lives) {
    const last = life.targets.length - 1;
    if (life.targets[last] !== WON) continue;
    const day = life.days[last] ?? 0;
    const at = periods.findIndex(({ startDay, endDay }) => day >= startDay && day <= endDay);
    if (at >= 0) sums[at] = (sums[at] ?? 0) + life.amount;
  }
  return sums;
}

/**
 * The limit: futures of the true process given what is known on a day. True parameters; open deals go on from their
 * stage and age; new ones arrive as they truly would. By draw, period.
 */
export function limitFutures(
  world: World,
  lives: readonly Life[],
  day: Day,
  periods: readonly Period[],
  draws: number,
  seed: number,
): number[][] {
  const random = randomSource(seed);
  const until = periods[periods.length - 1]?.endDay ?? day;
  const open = lives.filter((life) => isOpen(life, day));
  return Array.from({ length: draws }, () => {
    const future = open.map((life) => reliveFrom(world, random, life, day, until));
    return wonBy([...future, ...arrive(world, random, day + 1, until, until)], periods);
  });
}
