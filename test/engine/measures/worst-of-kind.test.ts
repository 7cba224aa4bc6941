import { describe, expect, test } from "vitest";
import { certaintyOfWorst } from "../../../engine/measures/worst-of-kind.ts";

describe("how certain it is that a stage is the worst", () => {
  test("figures that never vary and are equal share the certainty, half each", () => {
    expect(certaintyOfWorst({ seen: [3, 3], resampled: [[3, 3]] })).toEqual([0.5, 0.5]);
  });

  test("what chance explains is discounted: a lead of 1 where resamples scatter by 2 is luck", () => {
    // var of 0, 1 is 0.5; each stage's resamples −2 and 2 around it have variance 8: nothing is left between stages.
    const resampled = [
      [-2, 3],
      [2, -1],
    ];
    expect(certaintyOfWorst({ seen: [0, 1], resampled })).toEqual([0.5, 0.5]);
  });

  test("what chance does not explain stays: A = 50 − 2 = 48, B = 48 ÷ 50 = 0.96", () => {
    // Means 0 and 10, resamples ±1 (variance 2): draws 5 + 0.96 · 5 ± √0.96 stay above 5 − 0.96 · 5 ± √0.96.
    const resampled = [
      [1, 9],
      [-1, 11],
    ];
    expect(certaintyOfWorst({ seen: [0, 10], resampled })).toEqual([0, 1]);
  });
});
