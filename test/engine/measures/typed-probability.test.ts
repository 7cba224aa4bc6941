import { describe, expect, test } from "vitest";
import { stageMeasures } from "../../../engine/measures/stage-measures.ts";
import { typedProbability } from "../../../engine/measures/typed-probability.ts";
import { type Facts, pipelineWith } from "../../helpers/pipeline-with.ts";

/** Of twenty closed deals in A, ten were won; three open ones in A and two in B carry a typed probability. */
const CLOSED = Array.from({ length: 20 }, (_, i) => `${i} | ${i < 10 ? "won" : "lost"} - 20 | 0 | A 0`);
const OPEN = [20, 21, 22].map((id) => `${id} | open A | 90 | A 90`);
const LATER = [23, 24].map((id) => `${id} | open B | 90 | A 90, B 95`);

function verdicts(typed: readonly number[]) {
  const facts: Facts = Object.fromEntries([
    ...CLOSED.map((_, i) => [i, { probability: i < 10 ? 1 : 0 }]),
    ...typed.map((p, i) => [20 + i, { probability: p }]),
  ]);
  const pipeline = pipelineWith([...CLOSED, ...OPEN, ...LATER].join("\n"), 100, facts, ["A", "B"]);
  return typedProbability(pipeline, stageMeasures(pipeline, 0.8));
}

describe("what people type against what such deals do", () => {
  test("0.9, 0.9 and 0.6 are 0.8 on average where half are won: too high; two in B are too few", () => {
    expect(verdicts([0.9, 0.9, 0.6, 0.5, 0.5])).toMatchObject([
      { stage: 0, deals: 3, typedShare: expect.closeTo(0.8, 12), verdict: "too-high" },
    ]);
  });

  test("0.5 fits, 0.1 is too low", () => {
    expect(verdicts([0.5, 0.5, 0.5])).toMatchObject([{ verdict: "fits" }]);
    expect(verdicts([0.1, 0.1, 0.1])).toMatchObject([{ verdict: "too-low" }]);
  });

  test("what stands beside closed deals tells nothing", () => {
    expect(verdicts([0.5])).toEqual({ missing: "too-few", n: 1 });
  });
});
