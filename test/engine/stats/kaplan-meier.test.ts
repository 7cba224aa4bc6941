import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isKnown } from "../../../engine/basics/figure.ts";
import { lastIndexUpTo } from "../../../engine/stats/exit-tally.ts";
import {
  kaplanMeier,
  restrictedMean,
  restrictedMeanError,
  type SurvivalCurve,
  survivalQuantile,
  survivalQuantileInterval,
} from "../../../engine/stats/kaplan-meier.ts";
import { survivalLimits } from "../../../engine/stats/survival-limits.ts";
import { expectClose } from "./close.ts";
import lung from "./reference/lung.json";

const lungCurve = kaplanMeier(lung.time, lung.event);
const smallTimes = [2, 3, 3, 5, 8, 8, 8, 12, 15, 20];
const smallCurve = kaplanMeier(smallTimes, [1, 1, 0, 1, 1, 1, 0, 0, 1, 0]);

function read(curve: SurvivalCurve, values: Float64Array, times: readonly number[]): number[] {
  return times.map((time) => values[lastIndexUpTo(curve.times, time)] ?? Number.NaN);
}

/** `summary.survfit` counts at risk from the next time on. */
function atRiskAt(curve: SurvivalCurve, times: readonly number[]): number[] {
  return times.map((time) => curve.atRisk[lastIndexUpTo(curve.times, time - 0.5) + 1] ?? 0);
}

function limitsAt(curve: SurvivalCurve, times: readonly number[], scale: "log" | "log-log") {
  const index = (time: number) => lastIndexUpTo(curve.times, time);
  const limits = times.map((time) =>
    survivalLimits(curve.survival[index(time)] ?? 1, curve.greenwood[index(time)] ?? 0, 0.95, scale),
  );
  return {
    lower: limits.map((pair) => pair?.lower ?? null),
    upper: limits.map((pair) => pair?.upper ?? null),
  };
}

describe("ten visits by hand", () => {
  // Leaving: 2, 3, 5, 8, 8, 15; still there: 3, 8, 12, 20. Events come before censorings.
  // S = 9/10 · 8/9 = 0.8 · 6/7 = 24/35 · 4/6 = 16/35 · 1/2 = 8/35
  test("survival", () => {
    expectClose(smallCurve.survival, [9 / 10, 4 / 5, 24 / 35, 16 / 35, 16 / 35, 8 / 35, 8 / 35]);
    expectClose(smallCurve.atRisk, [10, 9, 7, 6, 3, 2, 1]);
  });

  // R> f <- survfit(Surv(time, event) ~ 1); summary(f); quantile(f); print(f, rmean = "common")
  test("errors, limits, quantiles and mean agree with R", () => {
    expectClose(
      read(smallCurve, smallCurve.standardError, [2, 3, 5, 8, 12, 15, 20]),
      [
        0.0948683298050514, 0.126491106406735, 0.151494017432321, 0.166178098285707, 0.166178098285707,
        0.18173122755062, 0.18173122755062,
      ],
    );
    const { lower, upper } = limitsAt(smallCurve, [2, 3, 5, 8, 15], "log");
    expectClose(
      lower,
      [0.732011642743993, 0.586817701233814, 0.444721660685212, 0.224195947585669, 0.0481120236537875],
    );
    expectClose(upper, [1, 1, 1, 0.932129211465251, 1]);
    expect([0.25, 0.5, 0.75].map((share) => survivalQuantile(smallCurve, share))).toEqual([5, 8, 15]);
    expect(survivalQuantile(smallCurve, 0.9)).toEqual({ missing: "curve-too-short", n: 10 });
    expect(survivalQuantileInterval(smallCurve, 0.5, 0.95, "log")).toEqual({
      missing: "curve-too-short",
      n: 10,
    });
    expectClose(
      [restrictedMean(smallCurve), restrictedMeanError(smallCurve)].filter(isKnown),
      [10.9, 2.22912538902593],
    );
  });

  // R> survfit(Surv(time, event) ~ 1, type = "fh", ctype = 1)
  test("Nelson–Aalen agrees with R", () => {
    expectClose(
      smallCurve.cumulativeHazard,
      [
        0.1, 0.211111111111111, 0.353968253968254, 0.687301587301587, 0.687301587301587, 1.18730158730159,
        1.18730158730159,
      ],
    );
    expectClose(
      smallCurve.cumulativeHazardError,
      [
        0.1, 0.149484711634152, 0.206770022676528, 0.313543294990034, 0.313543294990034, 0.590177429111964,
        0.590177429111964,
      ],
    );
  });
});

describe("survival::lung", () => {
  const times = [100, 200, 365, 500, 730, 1000];

  // R> f <- survfit(Surv(time, status == 2) ~ 1, lung, conf.type = "log"); summary(f, times = …)
  test("curve, errors and limits agree with R", () => {
    expectClose(
      read(lungCurve, lungCurve.survival, times),
      [
        0.863968967645244, 0.680272862223009, 0.409241624460064, 0.293269193711569, 0.115693098344539,
        0.0503455680708105,
      ],
    );
    expectClose(
      read(lungCurve, lungCurve.standardError, times),
      [
        0.0227102304341618, 0.0311345716579695, 0.0358236381720378, 0.0350778184986187, 0.0282981973176942,
        0.0228480489160838,
      ],
    );
    expect(atRiskAt(lungCurve, times)).toEqual([196, 144, 65, 41, 13, 2]);
    const { lower, upper } = limitsAt(lungCurve, times, "log");
    expectClose(
      lower,
      [
        0.820584892081258, 0.621907150261977, 0.344721581795827, 0.231982138262412, 0.0716318249617963,
        0.02068546019898,
      ],
    );
    expectClose(
      upper,
      [
        0.909646746189512, 0.744116170528259, 0.485837603547281, 0.370747595588351, 0.186856791819807,
        0.122534195516598,
      ],
    );
  });

  // R> survfit(Surv(time, status == 2) ~ 1, lung, conf.type = "log-log")
  test("log–log limits agree with R", () => {
    const { lower, upper } = limitsAt(lungCurve, [100, 365, 730], "log-log");
    expectClose(lower, [0.812222319753539, 0.338714269088323, 0.0676321514888291]);
    expectClose(upper, [0.902310180515044, 0.478380767646914, 0.177825199700288]);
  });

  // R> quantile(f, c(.25, .5, .75)); print(f, rmean = "common")
  test("quantiles and restricted mean agree with R", () => {
    const of = (scale: "log" | "log-log") =>
      [0.25, 0.5, 0.75].map((share) => survivalQuantileInterval(lungCurve, share, 0.95, scale));
    expect(of("log")).toMatchObject([
      { lower: 145, estimate: 170, upper: 197 },
      { lower: 285, estimate: 310, upper: 363 },
      { lower: 460, estimate: 550, upper: 654 },
    ]);
    expect(of("log-log")).toMatchObject([
      { lower: 144, estimate: 170, upper: 194 },
      { lower: 284, estimate: 310, upper: 361 },
      { lower: 457, estimate: 550, upper: 643 },
    ]);
    expectClose(
      [restrictedMean(lungCurve), restrictedMeanError(lungCurve)].filter(isKnown),
      [376.27474614785, 19.7077914213399],
    );
  });

  // R> survfit(Surv(time, status == 2) ~ sex, lung)
  test.each([
    [1, { lower: 212, estimate: 270, upper: 310, n: 138 }],
    [2, { lower: 348, estimate: 426, upper: 550, n: 90 }],
  ])("median of sex %d agrees with R", (sex, expected) => {
    const of = (values: readonly number[]) => values.filter((_, i) => lung.sex[i] === sex);
    const curve = kaplanMeier(of(lung.time), of(lung.event));
    expect(survivalQuantileInterval(curve, 0.5, 0.95, "log")).toMatchObject(expected);
  });
});

describe("edges", () => {
  test("all still there: the curve stays at 1 and has no median", () => {
    const curve = kaplanMeier([5, 8, 13], [0, 0, 0]);
    expect(Array.from(curve.survival)).toEqual([1, 1, 1]);
    expect(survivalQuantile(curve, 0.5)).toEqual({ missing: "curve-too-short", n: 3 });
    expect(restrictedMean(curve)).toBe(13);
  });

  // S = 3/4, 2/4 from day 4 on, 0 on day 9: the curve lies at one half from 4 to 9. R's median is 6.5.
  test("a curve lying exactly at the share gives the middle of the stretch", () => {
    expect(survivalQuantile(kaplanMeier([2, 4, 9, 9], [1, 1, 1, 1]), 0.5)).toBe(6.5);
    // Nobody leaves after day 4; watched up to day 10: (4 + 10) / 2.
    expect(survivalQuantile(kaplanMeier([2, 4, 9, 10], [1, 1, 0, 0]), 0.5)).toBe(7);
  });

  test("a visit of 0 days counts; once nobody is left the error is 0 and the limits are gone", () => {
    const curve = kaplanMeier([0, 0, 6], [1, 1, 1]);
    expectClose(curve.survival, [1 / 3, 0]);
    expect(curve.standardError[1]).toBe(0);
    expect(survivalQuantile(curve, 0.5)).toBe(0);
    expect(survivalLimits(0, curve.greenwood[1] ?? 1, 0.8, "log")).toBeNull();
  });

  test("nothing, negative days and unknown marks", () => {
    const none = kaplanMeier([], []);
    expect(survivalQuantile(none, 0.5)).toEqual({ missing: "curve-too-short", n: 0 });
    expect(restrictedMean(none)).toEqual({ missing: "too-few", n: 0 });
    expect(() => kaplanMeier([-1], [1])).toThrow(RangeError);
    expect(() => kaplanMeier([1], [2])).toThrow(RangeError);
    expect(() => kaplanMeier([1, 2], [1])).toThrow(RangeError);
  });
});

describe("laws", () => {
  const visits = fc.array(fc.tuple(fc.nat(60), fc.nat(1)), { minLength: 1, maxLength: 60 });
  const curveOf = (rows: readonly (readonly [number, number])[], scale = 1) =>
    kaplanMeier(
      rows.map(([time]) => time * scale),
      rows.map(([, event]) => event),
    );

  test("survival falls within 0 and 1, and row order changes nothing", () => {
    fc.assert(
      fc.property(visits, (rows) => {
        const curve = curveOf(rows);
        const shares = [1, ...curve.survival];
        expect(shares.every((share, i) => share >= 0 && share <= (shares[i - 1] ?? 1))).toBe(true);
        expect(curveOf([...rows].reverse())).toEqual(curve);
      }),
    );
  });

  test("time in other units gives the same curve, and quantiles in those units", () => {
    fc.assert(
      // Quarters of a day are not whole days: the other way of counting.
      fc.property(visits, fc.constantFrom(0.25, 7), (rows, scale) => {
        const [days, scaled] = [curveOf(rows), curveOf(rows, scale)];
        expect(scaled.survival).toEqual(days.survival);
        const median = survivalQuantile(days, 0.5);
        expect(survivalQuantile(scaled, 0.5)).toEqual(isKnown(median) ? median * scale : median);
      }),
    );
  });
});
