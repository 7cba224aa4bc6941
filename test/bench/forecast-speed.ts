import { backtest } from "../../engine/forecast/backtest.ts";
import { knowledgeOf, modelOf, sceneOf } from "../../engine/forecast/knowledge.ts";
import { periodsFrom } from "../../engine/forecast/period-grid.ts";
import { simulate } from "../../engine/forecast/simulate.ts";
import { type Spells, spellsOf, TRAIT_FIELDS } from "../../engine/forecast/spells.ts";
import { randomSource } from "../../engine/stats/random.ts";
import { arrive, START_DAY, startOfMonth } from "./forecast/world.ts";
import { timelinesOf } from "./forecast/world-timelines.ts";
import { WORLDS } from "./forecast/worlds.ts";

/** Seconds of processor time allowed on one slow core: counts, curves and 1,000 draws. */
const SIZES = [
  { deals: 1_000, seconds: 0.1 },
  { deals: 100_000, seconds: 1 },
  { deals: 1_000_000, seconds: 3 },
] as const;
const MONTHS = 48;

function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function forecastOnce(spells: Spells, day: number): void {
  const knowledge = knowledgeOf(spells, day, { fields: TRAIT_FIELDS, amounts: true });
  simulate(sceneOf(knowledge, modelOf(knowledge), periodsFrom(day, "month", 3)), 1000, 1);
}

const steady = WORLDS[0];
if (!steady) throw new Error("No scenario to measure.");
for (const { deals, seconds: allowed } of SIZES) {
  const world = { ...steady, aMonth: deals / MONTHS };
  const day = startOfMonth(MONTHS) - 1;
  const lives = arrive(world, randomSource(1), START_DAY, day, startOfMonth(MONTHS + 6));
  const timelines = timelinesOf(world, lives);
  let spells = spellsOf(timelines);
  const columns = seconds(() => {
    spells = spellsOf(timelines);
  });
  const runs = deals > 200_000 ? 2 : 8;
  const times = Array.from({ length: runs }, () => seconds(() => forecastOnce(spells, day)));
  const one = Math.min(...times);
  const backtests = Array.from({ length: deals > 200_000 ? 1 : 3 }, () =>
    seconds(() => backtest(spells, day, { seed: 1, level: 0.8, draws: 250, mostCutoffs: 24 })),
  );
  const past = Math.min(...backtests);
  console.log(
    `${String(deals).padStart(9)} deals: columns ${columns.toFixed(3)} s, forecast ${one.toFixed(3)} s (allowed ${allowed} s), backtest of 24 cutoffs ${past.toFixed(2)} s = ${(past / one).toFixed(1)} forecasts (allowed 8)`,
  );
}
