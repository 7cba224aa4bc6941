import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crpsOfNormal, crpsOfSample, fairCrpsOfSample } from "../../../engine/stats/crps.ts";
import { dieboldMariano } from "../../../engine/stats/diebold-mariano.ts";
import { gammaCdf, gammaQuantile, logGamma } from "../../../engine/stats/gamma-distribution.ts";
import { intervalScore, pinball } from "../../../engine/stats/interval-scores.ts";
import { negativeBinomialLog, negativeBinomialQuantile } from "../../../engine/stats/negative-binomial.ts";
import { studentCdf } from "../../../engine/stats/student.ts";
import { expectClose } from "./close.ts";

const sample = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];

describe("the CRPS", () => {
  // R> scoringRules::crps_sample(y, dat = x, method = "edf"); and mean|X−y| − mean|X−X'|/2 over all pairs
  test("of a sample agrees with R", () => {
    expectClose(
      [-1, 0, 3.5, 5, 12].map((y) => crpsOfSample(sample, y)),
      [3.7603305785124, 2.7603305785124, 0.62396694214876, 0.669421487603306, 6.7603305785124],
    );
  });

  // The same with |X−X'| over the n(n−1) pairs of different values.
  test("corrected for few values agrees with its formula", () => {
    expectClose(
      [-1, 0, 3.5, 5, 12].map((y) => fairCrpsOfSample(sample, y)),
      [3.63636363636364, 2.63636363636364, 0.5, 0.545454545454546, 6.63636363636364],
    );
  });

  // R> scoringRules::crps_norm(c(-1, 0, 2.5), .5, 2)
  test("of a normal forecast agrees with R", () => {
    expectClose(
      [-1, 0, 2.5].map((y) => crpsOfNormal(y, 0.5, 2)),
      [0.896288504393101, 0.516999625798808, 1.20488271525523],
    );
  });

  test("is in the unit of the values and never negative", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (draws, actual) => {
        const score = crpsOfSample(draws, actual);
        expect(score).toBeGreaterThanOrEqual(-1e-6);
        const scaled = crpsOfSample(
          draws.map((x) => 100 * x),
          100 * actual,
        );
        expect(Math.abs(scaled - 100 * score)).toBeLessThanOrEqual(1e-4 + 1e-9 * scaled);
      }),
    );
  });
});

describe("scores of quantiles and intervals", () => {
  test("the pinball loss has no factor 2", () => {
    // .1·(110−80) = 3; .5·(110−100) = 5; (1−.9)·(130−110) = 2
    expectClose([pinball(80, 0.1, 110), pinball(100, 0.5, 110), pinball(130, 0.9, 110)], [3, 5, 2]);
  });

  test("an interval costs its width, and ten times what it misses by at 80 %", () => {
    // 50; 50 + 10·(80−70); 50 + 10·(150−130)
    expectClose(
      [110, 70, 150].map((y) => intervalScore(80, 130, 0.8, y)),
      [50, 150, 250],
    );
  });
});

describe("the test of Diebold and Mariano", () => {
  const first = [1.2, -0.5, 0.3, 2, -1.1, 0.4, 0.9, -0.2, 1.5, 0.1];
  const second = [0.8, -0.9, 1, 2.5, -1.4, 1.1, 1.2, -0.6, 2.2, 0.7];

  // R> forecast::dm.test(e1, e2, h = 1, power = 1)
  test("agrees with R", () => {
    const found = dieboldMariano(first.map(Math.abs), second.map(Math.abs), 1);
    expectClose([found?.statistic ?? null, found?.p ?? null], [-4.03316171788622, 0.00295886693689939]);
  });

  test("has nothing to say where both lost the same, or too little was seen", () => {
    expect(dieboldMariano([1, 2, 3], [1, 2, 3], 1)).toBeNull();
    expect(dieboldMariano([1, 2], [2, 1], 1)).toBeNull();
  });
});

describe("distributions", () => {
  // R> 3 events in 210 days with prior Gamma(4, 4/.02): qgamma(c(.1,.5,.9), 3+4, 210+4/.02)
  test("gamma quantiles agree with R", () => {
    const [shape, rate] = [3 + 4, 210 + 4 / 0.02];
    expectClose([shape / rate], [0.0170731707317073]);
    expectClose(
      [0.1, 0.5, 0.9].map((p) => gammaQuantile(p, shape, rate)),
      [0.00949943123140533, 0.0162674074989019, 0.0256879807475574],
    );
  });

  test("gamma chances and quantiles undo each other", () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const shape = fc.double({ min: 0.2, max: 500, noNaN: true });
    fc.assert(
      fc.property(share, shape, (p, a) => {
        expect(gammaCdf(gammaQuantile(p, a, 3), a, 3)).toBeCloseTo(p, 9);
      }),
    );
    // Γ(5) = 24
    expectClose([logGamma(5)], [Math.log(24)]);
  });

  // R> dnbinom(0:8, size = 4.5, prob = 1.5/2.5); qnbinom(c(.1,.5,.9), …)
  test("the negative binomial agrees with R", () => {
    const chances = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((k) => Math.exp(negativeBinomialLog(k, 4.5, 1.5, 1)));
    expectClose(
      chances,
      [
        0.100387728333696, 0.180697911000653, 0.198767702100719, 0.172265341820623, 0.129199006365467,
        0.0878553243285176, 0.0556417054080611, 0.0333850232448367, 0.0191963883657811,
      ],
    );
    expect([0.1, 0.5, 0.9].map((p) => negativeBinomialQuantile(p, 4.5, 1.5, 1))).toEqual([0, 3, 6]);
  });

  // P(t₁ ≤ 1) = ½ + arctan(1)/π = ¾
  test("Student's t with one degree of freedom is the arctangent", () => {
    expectClose([studentCdf(1, 1), studentCdf(-1, 1)], [0.75, 0.25]);
  });
});
