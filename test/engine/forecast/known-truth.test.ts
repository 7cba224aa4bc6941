import { describe, expect, test } from "vitest";
import { backtest } from "../../../engine/forecast/backtest.ts";
import { chooseMethod } from "../../../engine/forecast/choose.ts";
import { knowledgeOf, modelOf, sceneOf } from "../../../engine/forecast/knowledge.ts";
import { periodsFrom } from "../../../engine/forecast/period-grid.ts";
import { simulate } from "../../../engine/forecast/simulate.ts";
import { spellsOf, TRAIT_FIELDS } from "../../../engine/forecast/spells.ts";
import { limitFutures } from "../../bench/forecast/limit.ts";
import type { World } from "../../bench/forecast/world.ts";
import { historyOf, worldOf } from "./simulated.ts";

const DRAWS = 30;

/** Mean of the three months ahead, as forecast and as the true process has it. */
function forecastAndTruth(world: World, months: number, seed: number): { ours: number; truth: number } {
  const { lives, timelines, asOfDay } = historyOf(world, months, seed);
  const periods = periodsFrom(asOfDay, "month", 3);
  const knowledge = knowledgeOf(spellsOf(timelines), asOfDay, { fields: TRAIT_FIELDS, amounts: true });
  const futures = simulate(sceneOf(knowledge, modelOf(knowledge), periods), 500, 1);
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const truth = limitFutures(world, lives, asOfDay, periods, DRAWS, 1);
  return {
    ours: (sum(futures.fromOpen) + sum(futures.fromNew)) / 500,
    truth: truth.flat().reduce((total, value) => total + value, 0) / DRAWS,
  };
}

describe("with plenty of history the forecast is near the truth", () => {
  // Ten times the deals of the scenario: what is left of chance is small, what is left is the method's.
  test.each(["steady", "win-rate drop", "slower cycle", "growth and season"])("in %s", (name) => {
    const world = worldOf(name);
    const { ours, truth } = forecastAndTruth({ ...world, aMonth: 450 }, 28, 11);
    expect(ours / truth).toBeGreaterThan(0.9);
    expect(ours / truth).toBeLessThan(1.1);
  });

  test("where stages are mostly passed within the day, and history is five months long", () => {
    const quick: World = {
      ...worldOf("steady"),
      aMonth: 1300,
      stages: worldOf("steady").stages.map((stage, i) => ({
        ...stage,
        stay: [0.4, i === 2 ? 6 : 0.1],
        stayLost: [0.5, 1.5],
      })),
    };
    const { ours, truth } = forecastAndTruth(quick, 5, 12);
    expect(ours / truth).toBeGreaterThan(0.9);
    expect(ours / truth).toBeLessThan(1.1);
  });
});

describe("the backtest", () => {
  const { timelines, asOfDay } = historyOf(worldOf("growth and season"), 30, 2);
  const settings = { seed: 1, level: 0.8, draws: 300, mostCutoffs: 24 };
  const run = backtest(spellsOf(timelines), asOfDay, settings);

  test("stands on past month-ends of the second half, and scores all methods on the same ones", () => {
    expect(run.cutoffDays).toHaveLength(15);
    const months = run.forecasts.filter(({ stretch }) => stretch === "month-1");
    const counts = new Map<string, number>();
    for (const { method } of months) counts.set(method, (counts.get(method) ?? 0) + 1);
    expect([...counts.values()].every((count) => count === 15)).toBe(true);
  });

  test("says of every cutoff what it would have said then", () => {
    const earlier = backtest(spellsOf(timelines), asOfDay - 181, settings);
    const shared = earlier.forecasts.filter(({ cutoffDay }) => cutoffDay === run.cutoffDays[2]);
    const now = run.forecasts.filter(
      ({ cutoffDay, stretch }) =>
        cutoffDay === run.cutoffDays[2] && shared.some((past) => past.stretch === stretch),
    );
    // What was tallied from when on differs, so that the draws do: to one in ten they say the same.
    const means = (rows: typeof now) =>
      rows.filter(({ method }) => method === "pipecast").map(({ mean }) => mean);
    expect(shared.length).toBeGreaterThan(0);
    means(shared).forEach((mean, i) => {
      expect(mean / (means(now)[i] ?? 1)).toBeGreaterThan(0.9);
      expect(mean / (means(now)[i] ?? 1)).toBeLessThan(1.1);
    });
  });

  test("is not flattered by amounts and owners that came later", () => {
    const last = run.cutoffDays[run.cutoffDays.length - 1] ?? 0;
    const edited = {
      ...timelines,
      deals: timelines.deals.map((deal) => {
        const closedBy = (deal.days[deal.days.length - 1] ?? 0) <= last;
        return closedBy ? deal : { ...deal, facts: { ...deal.facts, amount: 1, owner: "Closing desk" } };
      }),
    };
    const said = (of: typeof run) =>
      of.forecasts
        .filter((past) => past.cutoffDay === last && past.method === "pipecast")
        .map(({ mean }) => mean);
    const after = backtest(spellsOf(edited), asOfDay, settings);
    expect(said(run).length).toBeGreaterThan(0);
    expect(said(after)).toEqual(said(run));
  });

  test("keeps Pipecast where it was better", () => {
    const choice = chooseMethod(run, "month");
    expect(choice.chosen).toBe("pipecast");
    expect(choice.methods[0]?.crps ?? Number.POSITIVE_INFINITY).toBeLessThan(choice.methods[1]?.crps ?? 0);
  });
});
