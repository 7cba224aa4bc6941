import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../../engine/stats/benjamini-hochberg.ts";
import { fisherExact } from "../../../engine/stats/fisher-exact.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import { shrinkShares } from "../../../engine/stats/shrink-shares.ts";

function fisher(successes: number, failures: number, otherSuccesses: number, otherFailures: number): number {
  return fisherExact({ successes, failures, otherSuccesses, otherFailures });
}

describe("Fisher's exact test", () => {
  test("the lady tasting tea: (16 + 1 + 16 + 1) of 70 ways are as odd as 3 of 4", () => {
    // R> fisher.test(matrix(c(3, 1, 1, 3), 2))$p.value   [1] 0.4857143
    expect(fisher(3, 1, 1, 3)).toBeCloseTo(34 / 70, 12);
  });

  test("1 of 10 against 11 of 14: two tails of the same table", () => {
    // Ways of choosing 12 of 24: 2,704,156. As odd or odder: k = 0: 91, 1: 10·364, 9: 10·364, 10: 91.
    // R> fisher.test(matrix(c(1, 9, 11, 3), 2))$p.value   [1] 0.002759456
    expect(fisher(1, 9, 11, 3)).toBeCloseTo(7462 / 2704156, 12);
  });

  test("it is a chance, the same whichever group is named first", () => {
    const count = fc.nat(60);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const p = fisher(a, b, c, d);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisher(c, d, a, b)).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe("Benjamini–Hochberg", () => {
  test("as R adjusts, in the order given", () => {
    // R> p.adjust(c(0.2, 0.005, 0.9, 0.04), "BH")   [1] 0.2666667 0.0200000 0.9000000 0.0800000
    const expected = [0.2 * (4 / 3), 0.02, 0.9, 0.08];
    benjaminiHochberg([0.2, 0.005, 0.9, 0.04]).forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i] ?? -1, 12);
    });
    // R> p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH")   [1] 0.05 0.05 0.05 0.05 0.05
    for (const p of benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05])) expect(p).toBeCloseTo(0.05, 12);
  });
});

describe("rates drawn toward the team's", () => {
  const alike = Array.from({ length: 6 }, () => ({ successes: 30, n: 100 }));

  test("three wins of three among equals stay close to the team; ninety of a hundred do not", () => {
    const [champion] = shrinkShares([{ successes: 3, n: 3 }, ...alike], 0.8);
    expect(champion?.estimate).toBeLessThan(0.5);
    const [better] = shrinkShares([{ successes: 90, n: 100 }, ...alike], 0.8);
    expect(better?.estimate).toBeGreaterThan(0.8);
  });

  test("a group of which nothing is decided gets the team's rate, and a wide interval", () => {
    const [unknown, known] = shrinkShares([{ successes: 0, n: 0 }, ...alike], 0.8);
    expect(unknown?.estimate).toBeCloseTo(0.3, 1);
    expect((unknown?.upper ?? 0) - (unknown?.lower ?? 0)).toBeGreaterThan(
      (known?.upper ?? 1) - (known?.lower ?? 0),
    );
  });

  test("each lies between its own rate and the extremes of the team, inside its interval", () => {
    const count = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ successes: a, n: a + b }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 8 }), (groups) => {
        for (const { lower, estimate, upper } of shrinkShares(groups, 0.8)) {
          const ordered = [0, lower, estimate, upper, 1];
          expect([...ordered].sort((a, b) => a - b)).toEqual(ordered);
        }
      }),
    );
  });

  test("80 % intervals hold the true rate of about 80 % of owners", () => {
    const random = randomSource(7);
    let [held, all] = [0, 0];
    for (let team = 0; team < 150; team += 1) {
      const truths = Array.from({ length: 6 }, () => 0.15 + 0.3 * random.uniform());
      const groups = truths.map((truth) => {
        const n = 5 + random.below(60);
        return { n, successes: Array.from({ length: n }, random.uniform).filter((u) => u < truth).length };
      });
      shrinkShares(groups, 0.8).forEach(({ lower, upper }, i) => {
        const truth = truths[i] ?? -1;
        if (lower <= truth && truth <= upper) held += 1;
        all += 1;
      });
    }
    expect(held / all).toBeGreaterThan(0.75);
    expect(held / all).toBeLessThan(0.88);
  });
});
