import { describe, expect, test } from "vitest";
import { drawOpen } from "../../../engine/forecast/draw-open.ts";
import { knowledgeOf, modelOf, sceneOf } from "../../../engine/forecast/knowledge.ts";
import { meanParameters } from "../../../engine/forecast/parameters.ts";
import { periodsFrom } from "../../../engine/forecast/period-grid.ts";
import { emptyPeriodWins } from "../../../engine/forecast/period-wins.ts";
import { fillChances, type Scene, simulate } from "../../../engine/forecast/simulate.ts";
import { spellsOf, TRAIT_FIELDS } from "../../../engine/forecast/spells.ts";
import { quantiles } from "../../../engine/stats/quantile.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import { historyOf, worldOf } from "./simulated.ts";

describe("drawing the wins of open deals", () => {
  const chances = Float64Array.of(0.1, 0.25, 0.4, 0.7, 0.9, 0.05);
  const openAmounts = Float64Array.of(100, 250, 80, 40, 500, 1000);

  // All 2⁶ outcomes enumerated: mean 632.5, variance 84490.75, quantiles 500, 580, 870; the chances of 0 … 6 wins
  test("agrees with the enumeration of all outcomes", () => {
    const stake = {
      openAmounts,
      wonAmounts: new Float64Array(0),
      kindOf: Int32Array.of(0, 1, 2, 3, 4, 5),
      periods: 1,
    };
    const draws = 40_000;
    const into = new Float64Array(draws);
    const random = randomSource(1);
    const none = { mean: new Float64Array(1), deviation: new Float64Array(1) };
    for (let draw = 0; draw < draws; draw += 1) {
      drawOpen(stake, Int32Array.of(5, 4, 1, 0, 2, 3), chances, none, random, into, draw);
    }
    const mean = into.reduce((sum, value) => sum + value, 0) / draws;
    const variance = into.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
    expect(Math.abs(mean - 632.5)).toBeLessThan(5 * Math.sqrt(84490.75 / draws));
    expect(variance / 84490.75).toBeCloseTo(1, 1);
    expect(quantiles(into, [0.1, 0.5, 0.9])).toEqual([500, 580, 870]);
    const atLeastOne = into.filter((value) => value > 0).length / draws;
    expect(atLeastOne).toBeCloseTo(1 - 0.0115425, 2);
  });
});

function sceneAt(months: number, by: "month" | "quarter", seed: number): Scene {
  const { timelines, asOfDay } = historyOf(worldOf("small"), months, seed);
  const knowledge = knowledgeOf(spellsOf(timelines), asOfDay, TRAIT_FIELDS);
  return sceneOf(knowledge, modelOf(knowledge), periodsFrom(asOfDay, by, by === "month" ? 3 : 1));
}

function chancesOf(scene: Scene): Float64Array {
  const chances = new Float64Array(scene.kinds.count * scene.grid.periods.length);
  const wins = emptyPeriodWins(scene.model, scene.grid, scene.groups.count);
  fillChances(scene, { parameters: meanParameters(scene.model), factors: null, wins, chances });
  return chances;
}

describe("chances of open deals", () => {
  test("by month add up to those of the quarter, and stay within 0 and 1", () => {
    const months = chancesOf(sceneAt(18, "month", 5));
    const quarter = chancesOf(sceneAt(18, "quarter", 5));
    expect(quarter.length).toBeGreaterThan(10);
    quarter.forEach((chance, kind) => {
      const sum = [0, 1, 2].reduce((total, p) => total + (months[kind * 3 + p] ?? 0), 0);
      expect(sum).toBeCloseTo(chance, 10);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    });
  });
});

describe("a simulation", () => {
  const scene = sceneAt(18, "month", 6);
  const meanOf = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  test("never brings less with more deals of the same kind", () => {
    const twice: Scene = {
      ...scene,
      open: { ...scene.open, count: scene.open.count * 2 },
      openAmounts: Float64Array.from([...scene.openAmounts, ...scene.openAmounts]),
      kinds: { ...scene.kinds, kindOf: Int32Array.from([...scene.kinds.kindOf, ...scene.kinds.kindOf]) },
    };
    const [once, more] = [scene, twice].map((one) => meanOf(simulate(one, 1000, 1).fromOpen));
    expect((more ?? 0) / (once ?? 1)).toBeGreaterThan(1.9);
    expect((more ?? 0) / (once ?? 1)).toBeLessThan(2.1);
  });

  test("gives the same draws for the same seed, and others for another", () => {
    expect(simulate(scene, 100, 9)).toEqual(simulate(scene, 100, 9));
    expect(simulate(scene, 100, 9).fromOpen).not.toEqual(simulate(scene, 100, 10).fromOpen);
  });

  test("works without open deals and without new ones", () => {
    const empty: Scene = {
      ...scene,
      open: { ...scene.open, count: 0 },
      openAmounts: new Float64Array(0),
      kinds: { ...scene.kinds, count: 0, kindOf: new Int32Array(0) },
      pool: { cells: [] },
    };
    const futures = simulate(empty, 50, 1);
    expect(meanOf(futures.fromOpen) + meanOf(futures.fromNew)).toBe(0);
  });
});
