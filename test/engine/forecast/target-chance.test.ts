import { describe, expect, test } from "vitest";
import { periodOf } from "../../../engine/basics/period.ts";
import { forecastBasis } from "../../../engine/forecast/forecast-basis.ts";
import { chanceOfTarget } from "../../../engine/forecast/target-chance.ts";
import { quantile } from "../../../engine/stats/quantile.ts";
import { limitFutures } from "../../bench/forecast/limit.ts";
import { historyOf, worldOf } from "./simulated.ts";

const WORLD = { ...worldOf("steady"), aMonth: 120 };
const { lives, timelines, asOfDay } = historyOf(WORLD, 24, 3);
const BASIS = forecastBasis(timelines, asOfDay, { level: 0.8, seed: 1 });
const QUARTER = periodOf(asOfDay + 1, "quarter");
const ask = (owner: string | null, amount: number, wonAmount = 0) =>
  chanceOfTarget(BASIS, { period: QUARTER, owner, amount, wonAmount });

/** What the true process brings one owner in the quarter: the other owners' deals are left out of it. */
function trueAmounts(level: number): number[] {
  const own = lives.filter(({ levels }) => levels[0] === level);
  const only = WORLD.traits.map((levels, trait) =>
    trait === 0 ? levels.map((one, i) => ({ ...one, share: i === level ? one.share : 0 })) : levels,
  );
  const share = WORLD.traits[0]?.[level]?.share ?? 0;
  const world = { ...WORLD, traits: only, aMonth: WORLD.aMonth * share };
  return limitFutures(world, own, asOfDay, [QUARTER], 80, 1).map(([amount = 0]) => amount);
}

describe("the chance to hit an owner's target", () => {
  test.each([
    [0, "Owner 1"],
    [2, "Owner 3"],
  ])("owner %i: about even at what the true process brings in half of all futures", (level, owner) => {
    const middle = quantile(trueAmounts(level), 0.5);
    const chance = ask(owner, middle);
    expect(chance).toBeGreaterThan(0.2);
    expect(chance).toBeLessThan(0.8);
    expect(ask(owner, 2.5 * middle)).toBeLessThan(0.1);
    expect(ask(owner, 0.25 * middle)).toBeGreaterThan(0.9);
  });

  test("what is won already counts, and a reached target is reached", () => {
    expect(ask("Owner 2", 500_000, 400_000)).toBeGreaterThan(Number(ask("Owner 2", 500_000)));
    expect(ask("Owner 2", 500_000, 500_000)).toBe(1);
  });

  test("the team's is far better than one owner's, for the same amount", () => {
    const amount = quantile(trueAmounts(0), 0.5);
    expect(Number(ask(null, amount))).toBeGreaterThan(Number(ask("Owner 1", amount)));
  });

  test("an owner whose own deals tell nothing gets no chance, with the reason", () => {
    expect(ask("Nobody", 1000)).toEqual({ missing: "too-few", n: 0 });
  });
});
