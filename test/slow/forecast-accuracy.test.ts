import { describe, expect, test } from "vitest";
import { type Judged, runSeed } from "../bench/forecast/run-world.ts";
import { type Line, summarise } from "../bench/forecast/summary.ts";
import { WORLDS } from "../bench/forecast/worlds.ts";

/** Seeds of this suite alone: neither those the method was made with nor those of the published table. */
const SEEDS = [501, 502, 503];

function linesOf(world: (typeof WORLDS)[number]): Line[] {
  const judged: Judged[] = SEEDS.flatMap((seed) => runSeed(world, seed));
  return [summarise(world.name, "month", judged), summarise(world.name, "quarter", judged)];
}

describe("on simulated pipelines whose truth is known", () => {
  const all: Line[] = [];

  test.each(WORLDS.map((world) => [world.name, world] as const))(
    "%s: the forecast beats every naive method by month, and its intervals hold",
    (_, world) => {
      const [month, quarter] = linesOf(world);
      if (!month || !quarter) throw new Error("There should be two lines.");
      all.push(month, quarter);
      expect(month.ratio).toBeLessThan(1);
      // Three histories only: their outcomes hang together, so that the bounds are wide.
      expect(month.coverage).toBeGreaterThan(0.65);
      expect(month.coverage).toBeLessThan(0.97);
      expect(quarter.ratioLower).toBeLessThan(1);
    },
  );

  test("most of the way from the best naive method to the limit is gone", () => {
    const months = all.filter(({ by }) => by === "month");
    const mean = months.reduce((sum, { gapClosed }) => sum + gapClosed, 0) / months.length;
    expect(months).toHaveLength(WORLDS.length);
    expect(mean).toBeGreaterThan(0.8);
  });
});
