import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapInterval, forEachResample, type Weights } from "../../../engine/stats/bootstrap.ts";
import { randomSource } from "../../../engine/stats/random.ts";

const options = { level: 0.8, seed: 7, resamples: 2000 };

function meanOf(values: readonly number[]): (weights: Weights) => number {
  return (weights) => values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / values.length;
}

describe("random numbers", () => {
  test("the same seed gives the same stream, another seed another", () => {
    const stream = (seed: number) => {
      const random = randomSource(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(stream(1)).toEqual(stream(1));
    expect(stream(1)).not.toEqual(stream(2));
  });

  test("neighbouring seeds start far apart", () => {
    const starts = Array.from({ length: 1000 }, (_, seed) => randomSource(seed).uniform());
    const average = starts.reduce((sum, start) => sum + start, 0) / starts.length;
    // The mean of 1000 uniform numbers is 0.5 ± 0.009.
    expect(Math.abs(average - 0.5)).toBeLessThan(0.04);
  });

  test("below(6) throws a fair die", () => {
    const random = randomSource(3);
    const faces = new Uint32Array(6);
    for (let i = 0; i < 60_000; i += 1) {
      const face = random.below(6);
      faces[face] = (faces[face] ?? 0) + 1;
    }
    // Each face falls 10,000 ± 91 times.
    expect(Math.max(...Array.from(faces, (count) => Math.abs(count - 10_000)))).toBeLessThan(400);
  });
});

describe("the bootstrap", () => {
  // A resample of two equally likely values 0 and 1, 100 items: the mean is 0.5 ± 0.05; 80 % lie within 1.2816 · 0.05.
  test("gives the spread that theory gives", () => {
    const values = Array.from({ length: 100 }, (_, i) => i % 2);
    const figure = bootstrapInterval(100, meanOf(values), options);
    if ("missing" in figure) throw new Error("an interval was expected");
    expect(figure).toMatchObject({ estimate: 0.5, level: 0.8, n: 100 });
    expect(Math.abs(figure.lower - 0.436)).toBeLessThan(0.011);
    expect(Math.abs(figure.upper - 0.564)).toBeLessThan(0.011);
  });

  test("gives the same digits for the same seed", () => {
    const values = Array.from({ length: 30 }, (_, i) => i * Math.sqrt(i));
    const of = (seed: number) => bootstrapInterval(30, meanOf(values), { ...options, seed });
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  test("every resample holds as many items as there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer(), (count, seed) => {
        let seen = 0;
        forEachResample(count, { seed, resamples: 20 }, (weights) => {
          seen += 1;
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(count);
        });
        expect(seen).toBe(20);
      }),
    );
  });

  test("is missing where the figure, or most of its resamples, cannot be computed", () => {
    const missing = { missing: "too-few", n: 3 };
    expect(bootstrapInterval(3, () => null, options)).toEqual(missing);
    // All three drawn exactly once: 3!/27 = 22 % of the resamples.
    const whenComplete = (weights: Weights) => (weights.every((weight) => weight === 1) ? 1 : null);
    expect(bootstrapInterval(3, whenComplete, options)).toEqual(missing);
    expect(bootstrapInterval(1, () => 1, options)).toEqual({ missing: "too-few", n: 1 });
  });
});
