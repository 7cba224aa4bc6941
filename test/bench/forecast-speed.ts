import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
const MOST_FORECASTS = 8;
const RECORD = "docs/benchmarks.md";
const HEADING = "## The forecast alone";

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

/** One size, measured: a row of the record. The least of several runs, since the machine may be busy. */
function measured(deals: number, allowed: number): string {
  const steady = WORLDS[0];
  if (!steady) throw new Error("No scenario to measure.");
  const world = { ...steady, aMonth: deals / MONTHS };
  const day = startOfMonth(MONTHS) - 1;
  const lives = arrive(world, randomSource(1), START_DAY, day, startOfMonth(MONTHS + 6));
  const timelines = timelinesOf(world, lives);
  let spells = spellsOf(timelines);
  const columns = seconds(() => {
    spells = spellsOf(timelines);
  });
  const isLarge = deals > 200_000;
  const least = (runs: number, work: () => void): number =>
    Math.min(...Array.from({ length: runs }, () => seconds(work)));
  const one = least(isLarge ? 2 : 8, () => forecastOnce(spells, day));
  const settings = { seed: 1, level: 0.8, draws: 160, mostCutoffs: 24 };
  const past = least(isLarge ? 1 : 3, () => backtest(spells, day, settings));
  const goals = [one <= allowed, past <= MOST_FORECASTS * one].map((met) => (met ? "met" : "missed"));
  return `| ${deals.toLocaleString("en")} | ${columns.toFixed(3)} s | ${one.toFixed(3)} s | ${goals[0]}: ≤ ${allowed} s | ${past.toFixed(2)} s | ${(past / one).toFixed(1)} × | ${goals[1]}: ≤ ${MOST_FORECASTS} × |`;
}

const rows = SIZES.map(({ deals, seconds: allowed }) => {
  const row = measured(deals, allowed);
  console.log(row);
  return row;
});
const section = [
  HEADING,
  "",
  "`npm run bench:speed`: processor time of the forecast without reading and drawing: deals laid out in columns; one",
  "forecast (counts, curves and 1,000 draws of three months); a backtest of 24 past months, each a forecast of 160 draws.",
  "",
  "| deals | columns | one forecast | goal | backtest | in forecasts | goal |",
  "|--:|--:|--:|---|--:|--:|---|",
  ...rows,
  "",
].join("\n");
const before = existsSync(RECORD) ? readFileSync(RECORD, "utf8").split(HEADING)[0] : "";
writeFileSync(RECORD, `${before?.trimEnd()}\n\n${section}`);
