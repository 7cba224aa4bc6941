import { backtest, type Method, STRETCHES, type StretchKey } from "../../../engine/forecast/backtest.ts";
import { periodsFrom } from "../../../engine/forecast/period-grid.ts";
import { type Outcome, outcomeOf } from "../../../engine/forecast/scores.ts";
import { spellsOf } from "../../../engine/forecast/spells.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import { limitFutures } from "./limit.ts";
import { arrive, START_DAY, startOfMonth, type World } from "./world.ts";
import { timelinesOf } from "./world-timelines.ts";

export interface Judged extends Outcome {
  readonly method: Method | "limit";
  readonly stretch: StretchKey;
  readonly seed: number;
  readonly cutoff: number;
}

const FIRST_CUTOFF = 18;
const LIMIT_DRAWS = 400;
const OWN_DRAWS = 1000;
const LEVEL = 0.8;

/** Past forecasts of all methods and of the true process, in one simulated history. */
export function runSeed(world: World, seed: number): Judged[] {
  const lives = arrive(
    world,
    randomSource(seed),
    START_DAY,
    startOfMonth(world.months) - 1,
    startOfMonth(world.months + 24),
  );
  const asOfDay = startOfMonth(world.months) - 1;
  const run = backtest(spellsOf(timelinesOf(world, lives)), asOfDay, {
    seed: 1,
    level: LEVEL,
    draws: OWN_DRAWS,
    mostCutoffs: 24,
    trust: { fields: ["source", "product", "owner"], amounts: true },
  });
  const judged: Judged[] = [];
  for (let cutoff = FIRST_CUTOFF; cutoff + 3 <= world.months; cutoff += 1) {
    const day = startOfMonth(cutoff) - 1;
    const futures = limitFutures(
      world,
      lives,
      day,
      periodsFrom(day, "month", 3),
      LIMIT_DRAWS,
      seed * 100 + cutoff,
    );
    for (const { key, from, to } of STRETCHES) {
      const own = run.forecasts.filter((past) => past.cutoffDay === day && past.stretch === key);
      const actual = own[0]?.actual ?? 0;
      for (const past of own) judged.push({ ...past, seed, cutoff });
      const draws = Float64Array.from(futures, (row) =>
        row.slice(from - 1, to).reduce((sum, x) => sum + x, 0),
      );
      judged.push({ ...outcomeOf(draws.sort(), actual, LEVEL), method: "limit", stretch: key, seed, cutoff });
    }
  }
  return judged;
}
