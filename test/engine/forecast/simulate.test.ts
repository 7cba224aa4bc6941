import { describe, expect, test } from "vitest";
import { classesOf } from "../../../engine/forecast/classes.ts";
import { drawOpen, type OpenStake } from "../../../engine/forecast/draw-open.ts";
import { knowledgeOf, modelOf, sceneOf } from "../../../engine/forecast/knowledge.ts";
import { openDealsOf } from "../../../engine/forecast/open-deals.ts";
import { meanParameters } from "../../../engine/forecast/parameters.ts";
import { periodGrid, periodsFrom } from "../../../engine/forecast/period-grid.ts";
import { emptyPeriodWins } from "../../../engine/forecast/period-wins.ts";
import { sharedCustomers } from "../../../engine/forecast/shared-customers.ts";
import { fillChances, type Scene, simulate } from "../../../engine/forecast/simulate.ts";
import { spellsOf, TRAIT_FIELDS } from "../../../engine/forecast/spells.ts";
import { evenSource } from "../../../engine/forecast/streams.ts";
import { CAUSE_COUNT } from "../../../engine/forecast/tally.ts";
import { LOST, WON } from "../../../engine/pipeline/timelines.ts";
import { quantiles } from "../../../engine/stats/quantile.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import { historyOf, worldOf } from "./simulated.ts";
import { type ShortDeal, timelinesOfDeals } from "./timelines-of.ts";

/** Outcomes of one period, by draw. */
function drawn(stake: OpenStake, chances: Float64Array, draws: number): Float64Array {
  const into = new Float64Array(draws);
  const rest = { mean: new Float64Array(1), deviation: new Float64Array(1) };
  const sources = { deals: randomSource(1), periods: [randomSource(2)] };
  for (let draw = 0; draw < draws; draw += 1)
    drawOpen(stake, chances, [{ lost: null, rest, into }], sources, draw);
  return into;
}

describe("drawing the wins of open deals", () => {
  const draws = 40_000;
  const chances = Float64Array.of(0.1, 0.25, 0.4, 0.7, 0.9, 0.05);
  const openAmounts = Float64Array.of(100, 250, 80, 40, 500, 1000);

  // All 2⁶ outcomes enumerated: mean 632.5, variance 84490.75, quantiles 500, 580, 870; the chances of 0 … 6 wins
  test("agrees with the enumeration of all outcomes", () => {
    const stake = {
      openAmounts,
      spread: 0,
      wonAmounts: new Float64Array(0),
      kindOf: Int32Array.of(0, 1, 2, 3, 4, 5),
      shared: { customerOf: new Int32Array(6).fill(-1), count: 0, likeness: 0 },
      large: Int32Array.of(5, 4, 1, 0, 2, 3),
    };
    const into = drawn(stake, chances, draws);
    const mean = into.reduce((sum, value) => sum + value, 0) / draws;
    const variance = into.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
    expect(Math.abs(mean - 632.5)).toBeLessThan(5 * Math.sqrt(84490.75 / draws));
    expect(variance / 84490.75).toBeCloseTo(1, 1);
    expect(quantiles(into, [0.1, 0.5, 0.9])).toEqual([500, 580, 870]);
    const atLeastOne = into.filter((value) => value > 0).length / draws;
    expect(atLeastOne).toBeCloseTo(1 - 0.0115425, 2);
  });
});

describe("deals that share a customer", () => {
  const closings = (outcomes: readonly (readonly [account: string, won: boolean])[]) =>
    outcomes.map(([account, won], i) => ({
      account,
      changes: [[100 + i, 0] as const, [110 + i, won ? WON : LOST] as const],
    }));
  const likenessOf = (closed: readonly ShortDeal[]): number => {
    const open = [1, 2].map(() => ({ account: "Acme", changes: [[900, 0] as const] }));
    const spells = spellsOf(timelinesOfDeals(["A"], [...closed, ...open]));
    const classes = classesOf(spells, 1000, { fields: [], amounts: false }, 10);
    return sharedCustomers(spells, openDealsOf(spells, classes, 1000), 1000).likeness;
  };

  test("stand or fall together where closed ones did, and only there", () => {
    const pairs = Array.from({ length: 300 }, (_, i) => [`C${Math.floor(i / 2)}`, i % 4 < 2] as const);
    const mixed = Array.from({ length: 300 }, (_, i) => [`C${Math.floor(i / 2)}`, i % 2 === 0] as const);
    // 150 pairs that all agree: 150 / (150 + 60) = .714
    expect(likenessOf(closings(pairs))).toBeCloseTo(150 / 210, 9);
    expect(likenessOf(closings(mixed))).toBe(0);
  });

  test("keep their chances each, and win more often both", () => {
    const stake = {
      openAmounts: Float64Array.of(1, 1),
      spread: 0,
      wonAmounts: new Float64Array(0),
      kindOf: Int32Array.of(0, 0),
      shared: { customerOf: Int32Array.of(0, 0), count: 1, likeness: 0.7 },
      large: Int32Array.of(0, 1),
    };
    const draws = 20_000;
    const into = drawn(stake, Float64Array.of(0.3), draws);
    expect(into.reduce((sum, value) => sum + value, 0) / draws).toBeCloseTo(0.6, 1);
    // Apart, both would win in .3² = 9 % of the draws.
    expect(into.filter((value) => value === 2).length / draws).toBeGreaterThan(0.15);
  });
});

function sceneAt(months: number, by: "month" | "quarter", seed: number): Scene {
  const { timelines, asOfDay } = historyOf(worldOf("small"), months, seed);
  const knowledge = knowledgeOf(spellsOf(timelines), asOfDay, { fields: TRAIT_FIELDS, amounts: true });
  return sceneOf(knowledge, modelOf(knowledge), periodsFrom(asOfDay, by, by === "month" ? 3 : 1));
}

function chancesOf(scene: Scene, factors: Float64Array | null = null): Float64Array {
  const chances = new Float64Array(scene.kinds.count * scene.grid.periods.length);
  const wins = emptyPeriodWins(scene.model, scene.grid, scene.groups.count);
  fillChances(scene, { parameters: meanParameters(scene.model), factors, wins, chances });
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
      shared: { ...scene.shared, customerOf: new Int32Array(scene.open.count * 2).fill(-1) },
    };
    const [once, more] = [scene, twice].map((one) => meanOf(simulate(one, 1000, 1).fromOpen));
    expect((more ?? 0) / (once ?? 1)).toBeGreaterThan(1.9);
    expect((more ?? 0) / (once ?? 1)).toBeLessThan(2.1);
  });

  test("gives the same draws for the same seed, and others for another", () => {
    expect(simulate(scene, 100, 9)).toEqual(simulate(scene, 100, 9));
    expect(simulate(scene, 100, 9).fromOpen).not.toEqual(simulate(scene, 100, 10).fromOpen);
  });

  test("begins with the same draws and the same months, however many follow", () => {
    const periods = periodsFrom(scene.grid.firstDay - 1, "month", 9);
    const longer = simulate({ ...scene, grid: periodGrid(scene.grid.firstDay - 1, periods) }, 200, 9);
    const shorter = simulate(scene, 100, 9);
    for (const key of ["fromOpen", "fromNew"] as const)
      for (let draw = 0; draw < 100; draw += 1)
        for (let p = 0; p < 3; p += 1) expect(longer[key][draw * 9 + p]).toBe(shorter[key][draw * 3 + p]);
  });

  test("without some deals is the same draw less what they bring", () => {
    const lost = Uint8Array.from({ length: scene.open.count }, (_, i) => i % 2);
    const none = new Uint8Array(scene.open.count);
    const { fromOpen, fromOpenWithout } = simulate(scene, 200, 1, [lost, none]);
    expect(fromOpenWithout[1]).toEqual(fromOpen);
    expect(fromOpen.every((sum, i) => sum >= (fromOpenWithout[0]?.[i] ?? 0))).toBe(true);
    expect(meanOf(fromOpenWithout[0] ?? fromOpen)).toBeLessThan(meanOf(fromOpen));
  });

  test("expects under its guesses what it draws on average", () => {
    const { expected, fromOpen, fromNew } = simulate(scene, 4000, 2);
    const drawn = meanOf(fromOpen) + meanOf(fromNew);
    expect(meanOf(expected) / drawn).toBeCloseTo(1, 1);
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

describe("the two ways to the same chances", () => {
  test("a calendar on which all cells are alike changes nothing", () => {
    const scene = sceneAt(18, "month", 5);
    const steady = chancesOf(scene);
    const alike = new Float64Array(CAUSE_COUNT * scene.model.stageCount * scene.grid.cellCount).fill(1);
    const underCalendar = chancesOf(scene, alike);
    steady.forEach((chance, i) => {
      expect(Math.abs(chance - (underCalendar[i] ?? 0))).toBeLessThan(2e-3);
    });
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(underCalendar) / sum(steady)).toBeCloseTo(1, 2);
  });
});

describe("evenly spread numbers", () => {
  test("leave no gap that chance would leave, and stand where the seed puts them", () => {
    const first = (seed: number) =>
      Array.from({ length: 100 }, (_, guess) => evenSource(randomSource(seed), guess).uniform());
    // A hundred numbers by chance leave a gap of five hundredths about once in two times.
    const sorted = first(3).sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((value, i) => value - (sorted[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(0.03);
    expect(first(3)).not.toEqual(first(4));
  });
});
