import { describe, expect, test } from "vitest";
import { stageMeasures } from "../../../engine/measures/stage-measures.ts";
import { typedReliability } from "../../../engine/measures/typed-reliability.ts";
import { pipelineWith } from "../../helpers/pipeline-with.ts";

/** Closed deals as typed probability and whether they were won, so many of each. */
function reliability(groups: readonly (readonly [typed: number, won: number, lost: number])[]) {
  const rows = groups.flatMap(([typed, won, lost]) => [
    ...Array.from({ length: won }, () => [typed, "won"] as const),
    ...Array.from({ length: lost }, () => [typed, "lost"] as const),
  ]);
  const text = rows.map(([, outcome], i) => `${i} | ${outcome} - 20 | 0 | A 0`).join("\n");
  const facts = Object.fromEntries(rows.map(([probability], i) => [i, { probability }]));
  const pipeline = pipelineWith(text, 100, facts, ["A", "B"]);
  return typedReliability(pipeline, stageMeasures(pipeline, 0.8), 0.8);
}

describe("how far typed probabilities can be believed", () => {
  test("0.8 where 4 of 10 were won, 0.3 where 2 of 10: too high, and worse than the stage's own rate", () => {
    const found = reliability([
      [0.8, 4, 6],
      [0.3, 2, 8],
    ]);
    // Brier of what was typed: (4 · 0.04 + 6 · 0.64 + 2 · 0.49 + 8 · 0.09) ÷ 20 = 5.7 ÷ 20.
    // Ours: all closed from A, of which 6 of 20 were won: (6 · 0.7² + 14 · 0.3²) ÷ 20 = 4.2 ÷ 20.
    expect(found).toMatchObject({
      deals: 20,
      brierTyped: expect.closeTo(0.285, 12),
      brierOurs: expect.closeTo(0.21, 12),
      tenths: [
        { from: 0.3, deals: 10, typedShare: expect.closeTo(0.3, 12), wonShare: 0.2 },
        { from: 0.8, deals: 10, typedShare: expect.closeTo(0.8, 12), wonShare: 0.4 },
      ],
    });
  });

  test("the likely share lies between the tenth's own and that of all", () => {
    const found = reliability([
      [0.9, 9, 1],
      [0.1, 10, 90],
    ]);
    if ("missing" in found) throw new Error(found.missing);
    const { estimate, lower, upper } = found.tenths[1]?.likely ?? { estimate: 0, lower: 0, upper: 0 };
    expect(estimate).toBeLessThan(0.9);
    expect(estimate).toBeGreaterThan(19 / 110);
    expect([lower < estimate, estimate < upper]).toEqual([true, true]);
  });

  test("100 % and 0 % of closed deals were set at the closing and tell nothing", () => {
    expect(
      reliability([
        [1, 30, 0],
        [0, 0, 30],
        [0.5, 3, 3],
      ]),
    ).toEqual({ missing: "typed-overwritten", n: 6 });
  });
});
