import { describe, expect, test } from "vitest";
import {
  dampedSmoothing,
  fitDamped,
  fitSimple,
  simpleSmoothing,
  smoothedAhead,
} from "../../../engine/forecast/baselines/exponential-smoothing.ts";
import { countLeads, naiveBayesChance } from "../../../engine/forecast/baselines/odoo-naive-bayes.ts";
import { withPastErrors } from "../../../engine/forecast/baselines/past-errors.ts";
import { seriesForecast } from "../../../engine/forecast/baselines/series.ts";
import { expectClose } from "../stats/close.ts";

const short = [12, 15, 14, 10, 18, 21, 17, 19, 23, 20];

// R> as.integer(AirPassengers)
const passengers = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
  133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218,
  230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235,
  227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
  284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404,
  347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472,
  548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
];

describe("exponential smoothing", () => {
  // ℓ ← ℓ + .3 (y − ℓ) from ℓ = 12, by hand and in R
  test("with a given α is the plain recursion", () => {
    expectClose([simpleSmoothing(short, 0.3, 12).level], [19.235002389]);
  });

  // Holt, α = .3, β* = .1, level 12 and slope 3 from the first two values, from the second value on
  test("with a slope is Holt's method", () => {
    const settings = { alpha: 0.3, beta: 0.3 * 0.1, damping: 1, level: 12, slope: 3 };
    const found = dampedSmoothing(short.slice(1), settings);
    expectClose([found.level, found.slope], [24.4535628547843, 1.92832778489796]);
    expectClose([smoothedAhead(found, 1), smoothedAhead(found, 3)], [26.3818906396823, 30.2385462094782]);
  });

  // R> forecast(ets(AirPassengers, "ANN"), 3)$mean, to one in a thousand as optimisers differ
  test("finds the level that R's ets finds", () => {
    const found = smoothedAhead(fitSimple(passengers), 1);
    expect(Math.abs(found / 431.995792636046 - 1)).toBeLessThan(1e-3);
  });

  // R> ets(AirPassengers, "AAN")$par; forecast(…, 3)$mean. R stops a little short of the least squares.
  test("with a slope gives R's forecasts from R's parameters, and fits no worse than R", () => {
    const inR = dampedSmoothing(passengers, {
      alpha: 0.99989995,
      beta: 0.00010002,
      damping: 1,
      level: 119.75168959,
      slope: 1.59627428,
    });
    const expected = [433.600409904021, 435.204861081666, 436.809312259311];
    expected.forEach((value, i) => {
      expect(Math.abs(smoothedAhead(inR, i + 1) / value - 1)).toBeLessThan(1e-6);
    });
    expect(fitDamped(passengers, 1).squares).toBeLessThanOrEqual(inR.squares);
  });
});

describe("naive methods", () => {
  test("say nothing without enough history", () => {
    expect(seriesForecast("trailing-mean-3", [], 1)).toBeNull();
    expect(seriesForecast("same-period-last-year", short, 1)).toBeNull();
    expect(seriesForecast("exponential-smoothing", short.slice(0, 5), 1)).toBeNull();
  });

  test("last year's months come back in their order", () => {
    const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    // Thirteen months are known: the next one is month 2 of the year, then 3.
    expect(seriesForecast("same-period-last-year", [...year, 100], 2)).toEqual([2, 3]);
  });

  test("carry their own past errors around their point", () => {
    // At each month the method said 10; what came was 11, 9, 12, 8, 10: errors +1, −1, +2, −2, 0.
    const points = Array.from({ length: 6 }, () => [10]);
    expect(withPastErrors(points, [11, 9, 12, 8, 10], 5, 1, 1)).toEqual(Float64Array.of(8, 9, 10, 11, 12));
  });

  test("never look at the month they are asked about", () => {
    const points = Array.from({ length: 7 }, () => [10]);
    const before = withPastErrors(points, [11, 9, 12, 8, 10], 5, 1, 1);
    expect(withPastErrors(points, [11, 9, 12, 8, 10, 9999], 5, 1, 1)).toEqual(before);
  });
});

describe("Odoo's naive Bayes", () => {
  // By hand: prior 3.1/(3.1+4.1); stage 2: 3.1/3.1 and 2.1/4.1; web: 2.1/3.2 and 3.1/4.2 → 56.76 %
  test("agrees with its rule worked by hand", () => {
    const won = ["web", "web", "ref"].map((source) => ({ won: true, stage: 2, values: [source] }));
    const lost = [
      ["web", 0],
      ["web", 1],
      ["ref", 0],
      ["web", 2],
    ].map(([source, stage]) => ({ won: false, stage: Number(stage), values: [String(source)] }));
    const chance = naiveBayesChance(countLeads([...won, ...lost], 3), 1, ["web"]);
    expect(Math.round(chance * 10_000) / 100).toBe(56.76);
  });
});
