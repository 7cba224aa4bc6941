import { describe, expect, test } from "vitest";
import { discountFilter, weighPaths } from "../../../engine/forecast/discount-filter.ts";
import { pathsOf } from "../../../engine/forecast/pace.ts";
import { logGamma } from "../../../engine/stats/gamma-distribution.ts";
import { expectClose } from "../stats/close.ts";

const counts = [28, 31, 25, 30, 36, 29, 33, 40, 38, 35, 41, 44];
const steps = counts.map((observed) => ({ observed, expected: 1 }));
const start = { shape: 1, rate: 1 / 28, logLikelihood: 0 };

describe("the filter of counts", () => {
  // R> a <- ω a; b <- ω b; loglik += dnbinom(y, a, b/(b+1), log = TRUE); a <- a + y; b <- b + 1
  test.each([
    [1, 411, 12.0357142857143, -40.7500850145932],
    [0.9, 257.790333795101, 7.18579140435004, -40.0277113067373],
    [0.8, 175.196472016896, 4.65885688334629, -39.5854006372203],
  ])("with ω = %d is that of Harvey and Fernandes", (omega, shape, rate, logLikelihood) => {
    const found = discountFilter(steps, start, { omega, delta: 0, pull: 0 });
    // The filter leaves out −ln y!, which is alike for all settings.
    const factorials = counts.reduce((sum, count) => sum + logGamma(count + 1), 0);
    expectClose([found.shape, found.rate, found.logLikelihood - factorials], [shape, rate, logLikelihood]);
  });

  test("believes in a change where there is one, and in none where there is none", () => {
    const steady = Array.from({ length: 24 }, () => ({ observed: 30, expected: 30 }));
    const jumped = steady.map((step, i) => (i < 16 ? step : { observed: 60, expected: 30 }));
    const weightOfSteady = (of: typeof steady) => {
      const guesses = [1, 0.8].map((omega) => {
        const setting = { omega, delta: 0, pull: 2 };
        return {
          setting,
          prior: 1,
          state: discountFilter(of, { shape: 30, rate: 30, logLikelihood: 0 }, setting),
        };
      });
      return weighPaths(guesses)[0]?.weight ?? 0;
    };
    expect(weightOfSteady(steady)).toBeGreaterThan(0.5);
    expect(weightOfSteady(jumped)).toBeLessThan(0.05);
  });
});

describe("the pace", () => {
  const paceOf = (counts: readonly number[]) =>
    pathsOf(counts.map((observed) => ({ observed, expected: 100 })));
  const momentsOf = (counts: readonly number[]) => {
    const paths = paceOf(counts);
    const mean = paths.reduce((sum, { weight, shape, rate }) => sum + (weight * shape) / rate, 0);
    const square = paths.reduce(
      (sum, { weight, shape, rate }) => sum + weight * ((shape / rate) ** 2 + shape / rate ** 2),
      0,
    );
    return { mean, deviation: Math.sqrt(square - mean ** 2) };
  };
  // Counts that scatter as chance has it around 125, then around 75.
  const before = [131, 118, 126, 109, 134, 125, 121, 139, 117, 128, 124, 130];
  const after = [72, 81, 69, 77, 74, 83, 70, 79, 71, 76, 73, 78];

  test("after a break long past is as sure as what came since makes it", () => {
    const { mean, deviation } = momentsOf([...before, ...after]);
    // 903 events in twelve blocks: .7525, give or take .7525/√903 = .025.
    expect(mean).toBeCloseTo(0.7525, 1);
    expect(deviation).toBeLessThan(0.04);
  });

  test("right after a break is less sure, and on its way", () => {
    const { mean, deviation } = momentsOf([...before, ...after.slice(0, 2)]);
    expect(mean).toBeLessThan(0.95);
    expect(deviation).toBeGreaterThan(0.05);
  });

  test("where nothing breaks stays what it is", () => {
    const { mean, deviation } = momentsOf([...before, ...before]);
    expect(mean).toBeCloseTo(1.25, 1);
    expect(deviation).toBeLessThan(0.05);
  });
});
