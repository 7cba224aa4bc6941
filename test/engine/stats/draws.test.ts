import { describe, expect, test } from "vitest";
import { drawGamma, drawNormal, drawPoisson } from "../../../engine/stats/draws.ts";
import { randomSource } from "../../../engine/stats/random.ts";

const DRAWS = 40_000;

function moments(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: DRAWS }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS;
  return { mean, variance };
}

/** Five standard errors of a mean of so many draws. */
function near(mean: number, expected: number, variance: number): void {
  expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
}

describe("random draws", () => {
  test("normal ones have mean 0 and variance 1", () => {
    const random = randomSource(1);
    const { mean, variance } = moments(() => drawNormal(random));
    near(mean, 0, 1);
    near(variance, 1, 2);
  });

  // A gamma variable has mean shape/rate and variance shape/rate².
  test.each([
    [0.3, 2],
    [1, 1],
    [7.5, 0.25],
    [400, 4],
  ])("gamma ones of shape %d and rate %d have their mean and variance", (shape, rate) => {
    const random = randomSource(2);
    const { mean, variance } = moments(() => drawGamma(random, shape, rate));
    near(mean, shape / rate, shape / rate ** 2);
    expect(variance / (shape / rate ** 2)).toBeCloseTo(1, 1);
  });

  // A Poisson variable has mean and variance alike.
  test.each([0.4, 5, 11.9, 12.1, 60, 5000])(
    "Poisson ones of mean %d have it, and the same variance",
    (mean) => {
      const random = randomSource(3);
      const found = moments(() => drawPoisson(random, mean));
      near(found.mean, mean, mean);
      expect(found.variance / mean).toBeCloseTo(1, 1);
    },
  );

  test("are the same for the same seed", () => {
    const draw = (seed: number) => {
      const random = randomSource(seed);
      return [drawNormal(random), drawGamma(random, 3, 1), drawPoisson(random, 20)];
    };
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
  });
});
