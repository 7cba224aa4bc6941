import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile } from "../../../engine/stats/beta.ts";
import { jeffreysInterval } from "../../../engine/stats/jeffreys.ts";
import { mean, sum } from "../../../engine/stats/mean.ts";
import { normalCdf, normalQuantile } from "../../../engine/stats/normal.ts";
import { quantile, quantiles } from "../../../engine/stats/quantile.ts";
import { wilsonInterval } from "../../../engine/stats/wilson.ts";
import { expectClose } from "./close.ts";

const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
const amounts = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });

describe("quantiles", () => {
  // R> quantile(c(3,1,4,1,5,9,2,6,5,3,5), c(0,.05,.1,.25,.5,.75,.8,.9,.95,1), type = 7)
  test("agree with R's type 7", () => {
    const shares = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 1];
    expectClose(quantiles(values, shares), [1, 1, 1, 2.5, 4, 5, 5, 6, 7.5, 9]);
    // R> quantile(c(10, 20), .1)
    expectClose([quantile([10, 20], 0.1)], [11]);
  });

  test("leave the given values in their order", () => {
    const given = [3, 1, 2];
    quantile(given, 0.5);
    expect(given).toEqual([3, 1, 2]);
  });

  test("of no values are a broken invariant, not a number", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  test("of many values are those of the sorted ones, ties or none", () => {
    const kinds = fc.constantFrom(1, 2, 7, 400, 1e9);
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.integer(),
        kinds,
        fc.integer({ min: 2000, max: 2600 }),
        shares,
        (seed, most, count, at) => {
          const list = Array.from(
            { length: count },
            (_, i) => (Math.imul(i + seed, 2_654_435_761) >>> 0) % most,
          );
          const ordered = list.toSorted((a, b) => a - b);
          const expected = at.map((share) => {
            const place = (count - 1) * share;
            const [low = 0, high = low] = ordered.slice(Math.floor(place));
            return low + (place % 1) * (high - low);
          });
          expectClose(quantiles(list, at), expected);
        },
      ),
    );
  });

  test("do not depend on the order of rows and lie within the values", () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const found = quantile(list, share);
        expect(quantile([...list].reverse(), share)).toBe(found);
        expect(found).toBeGreaterThanOrEqual(Math.min(...list));
        expect(found).toBeLessThanOrEqual(Math.max(...list));
      }),
    );
  });
});

describe("mean and sum", () => {
  test("do not lose small amounts beside large ones", () => {
    // 1e16 + 1 + 1 − 1e16 = 2; added in plain floating point it is 0.
    expect(sum([1e16, 1, 1, -1e16])).toBe(2);
    expect(mean([12, 30, 18])).toBe(20);
  });

  test("a mean of nothing is a broken invariant", () => {
    expect(() => mean([])).toThrow(RangeError);
  });
});

describe("the normal distribution", () => {
  // R> qnorm(c(.001,.1,.5,.8,.975)); pnorm(c(-3,-1,0,.5,2))
  test("agrees with R", () => {
    expectClose(
      [0.001, 0.1, 0.5, 0.8, 0.975].map(normalQuantile),
      [-3.09023230616781, -1.2815515655446, 0, 0.841621233572914, 1.95996398454005],
    );
    expectClose(
      [-3, -1, 0, 0.5, 2].map(normalCdf),
      [0.00134989803163009, 0.158655253931457, 0.5, 0.691462461274013, 0.977249868051821],
    );
  });

  // Python> [math.erfc(2.6 / math.sqrt(2)) / 2, math.erfc(10 / math.sqrt(2)) / 2]
  test("keeps its digits in the tails", () => {
    expect(normalCdf(-2.6) / 4.66118802371875e-3).toBeCloseTo(1, 12);
    expect(normalCdf(-10) / 7.61985302416053e-24).toBeCloseTo(1, 12);
  });

  test("quantile undoes cdf", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 5, noNaN: true }), (x) => {
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-9);
      }),
    );
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });
});

describe("the beta distribution", () => {
  // R> qbeta(c(.1,.5,.9), .5, 20.5); qbeta(c(.1,.5,.9), 2, 3); qbeta(c(.1,.5,.9), 12.5, 40.5)
  test.each([
    [0.5, 20.5, [0.000389789811824104, 0.0111691691235914, 0.064612002792834]],
    [2, 3, [0.142559316710031, 0.38572756813239, 0.679539416278182]],
    [12.5, 40.5, [0.163865749806289, 0.23250767884319, 0.312214658832565]],
  ])("qbeta(p, %d, %d)", (a, b, expected) => {
    expectClose(
      [0.1, 0.5, 0.9].map((share) => betaQuantile(share, a, b)),
      expected,
    );
  });

  test("cdf of Beta(2, 2) is x²(3 − 2x)", () => {
    expectClose([betaCdf(0.3, 2, 2), betaCdf(0.9, 2, 2)], [0.09 * 2.4, 0.81 * 1.2]);
  });

  test("quantile undoes cdf, for a million deals too", () => {
    const shape = fc.integer({ min: 0, max: 1_000_000 }).map((count) => count + 0.5);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (share, a, b) => {
        // The log of gamma at a million is 1.3e7, of which a double holds 4e-9: a few of them add up.
        expect(Math.abs(betaCdf(betaQuantile(share, a, b), a, b) - share)).toBeLessThan(5e-8);
      }),
    );
  });
});

describe("intervals of a share", () => {
  // R> prop.test(x, n, correct = FALSE, conf.level = level)$conf.int
  // R> qbeta(c((1 - level) / 2, (1 + level) / 2), x + .5, n - x + .5), the end 0 at x = 0 and 1 at x = n
  test.each([
    [0, 5, [0, 0.434482464783175], [0, 0.247257127120675], [0, 0.379377142299039], [0, 0.226724528629093]],
    [0, 20, [0, 0.161125158052819], [0, 0.0758869791107644], [0, 0.116638982904875], [0, 0.064612002792834]],
    [
      1,
      10,
      [0.0178762130950729, 0.404150026795238],
      [0.0304106442821275, 0.282444301390305],
      [0.0110116737631612, 0.381314771066616],
      [0.0295411319341831, 0.27456175015369],
    ],
    [
      3,
      7,
      [0.15821985525147, 0.749541635472343],
      [0.225988111614526, 0.658302946379093],
      [0.13886421910489, 0.765498750747906],
      [0.222066426804057, 0.660853346478792],
    ],
    [10, 10, [0.722467200137111, 1], [0.858931317909459, 1], [0.782803732490789, 1], [0.87642579367132, 1]],
    [
      42,
      180,
      [0.177513112600895, 0.300297819623965],
      [0.195454387816522, 0.276034573340808],
      [0.176117856326243, 0.299044441070237],
      [0.195149720999682, 0.275728214295606],
    ],
    [
      250,
      1000,
      [0.224153098983691, 0.277760280259086],
      [0.232871154569033, 0.267948686153115],
      [0.22391109474755, 0.277533631236621],
      [0.232817600554493, 0.267895898991372],
    ],
  ])("%d of %d", (won, n, wilson95, wilson80, jeffreys95, jeffreys80) => {
    const wilson = (level: number) => wilsonInterval(won, n, level);
    const jeffreys = (level: number) => jeffreysInterval(won, n, level);
    expect(wilson(0.8)).toMatchObject({ estimate: won / n, level: 0.8, n });
    for (const [figure, [lower = -1, upper = -1]] of [
      [wilson(0.95), wilson95],
      [wilson(0.8), wilson80],
      [jeffreys(0.95), jeffreys95],
      [jeffreys(0.8), jeffreys80],
    ] as const) {
      if ("missing" in figure) throw new Error("an interval was expected");
      expectClose([figure.lower, figure.upper], [lower, upper]);
    }
  });

  test("with nothing decided are missing", () => {
    expect(wilsonInterval(0, 0, 0.8)).toEqual({ missing: "none-decided", n: 0 });
    expect(jeffreysInterval(0, 0, 0.8)).toEqual({ missing: "none-decided", n: 0 });
  });

  test("lie within 0 and 1 around the estimate", () => {
    const count = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(count, count, fc.constantFrom(wilsonInterval, jeffreysInterval), (won, lost, interval) => {
        const figure = interval(won, won + lost, 0.8);
        if ("missing" in figure) return expect(won + lost).toBe(0);
        expect(figure.lower).toBeGreaterThanOrEqual(0);
        expect(figure.lower).toBeLessThanOrEqual(figure.estimate);
        expect(figure.upper).toBeGreaterThanOrEqual(figure.estimate);
        expect(figure.upper).toBeLessThanOrEqual(1);
      }),
    );
  });
});
