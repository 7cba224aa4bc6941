import { randomSource } from "../../../engine/stats/random.ts";
import { arrive, type Life, START_DAY, startOfMonth, type World } from "../../bench/forecast/world.ts";
import { timelinesOf } from "../../bench/forecast/world-timelines.ts";
import { WORLDS } from "../../bench/forecast/worlds.ts";

export function worldOf(name: string): World {
  const world = WORLDS.find((one) => one.name === name);
  if (!world) throw new Error(`No scenario ${name}.`);
  return world;
}

/** A simulated history of so many months, with what comes after it. */
export function historyOf(world: World, months: number, seed: number) {
  const end = startOfMonth(months + 12) - 1;
  const lives: Life[] = arrive(world, randomSource(seed), START_DAY, end, end + 400);
  return { lives, timelines: timelinesOf(world, lives), asOfDay: startOfMonth(months) - 1 };
}
