import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeIncidence, eventualIncidence } from "../../../engine/stats/aalen-johansen.ts";
import { lastIndexUpTo } from "../../../engine/stats/exit-tally.ts";
import { kaplanMeier } from "../../../engine/stats/kaplan-meier.ts";
import { stateShares } from "../../../engine/stats/multi-state.ts";
import { expectClose } from "./close.ts";
import mgus2 from "./reference/mgus2.json";
import myeloid from "./reference/myeloid.json";

const smallTimes = [2, 3, 3, 5, 8, 8, 8, 12, 15, 20];
const smallCauses = [1, 2, 0, 1, 2, 1, 0, 0, 1, 0];
const last = (values: Float64Array | undefined): number => values?.[values.length - 1] ?? Number.NaN;

describe("ten deals by hand: 1 won, 2 lost, 0 open", () => {
  const { pooled, causes } = cumulativeIncidence(smallTimes, smallCauses, 2);

  // won: 1/10 · · + 0.8·1/7 = 3/14 · + (24/35)·1/6 = 23/70 · + (16/35)·1/2 = 39/70
  // lost: 9/10·1/9 = 1/10 · + (24/35)·1/6 = 3/14
  test("incidence", () => {
    expectClose(causes[0]?.incidence ?? [], [1 / 10, 1 / 10, 3 / 14, 23 / 70, 23 / 70, 39 / 70, 39 / 70]);
    expectClose(causes[1]?.incidence ?? [], [0, 1 / 10, 1 / 10, 3 / 14, 3 / 14, 3 / 14, 3 / 14]);
  });

  // R> survfit(Surv(time, factor(event, 0:2)) ~ 1)$std.err
  test("standard errors agree with R", () => {
    expectClose(
      causes[0]?.standardError ?? [],
      [
        0.0948683298050514, 0.0948683298050514, 0.135041295919058, 0.156184461473704, 0.156184461473704,
        0.201329400974604, 0.201329400974604,
      ],
    );
    expectClose(
      causes[1]?.standardError ?? [],
      [
        0, 0.0948683298050514, 0.0948683298050514, 0.135041295919058, 0.135041295919058, 0.135041295919058,
        0.135041295919058,
      ],
    );
    expectClose(
      [pooled.standardError[2] ?? 0, last(pooled.standardError)],
      [0.151494017432321, 0.18173122755062],
    );
  });

  // Losses treated as still open would give 1 − 0.9·(6/7)·(5/6)·(1/2) = 0.679 instead of 0.557.
  test("is not 1 − Kaplan–Meier", () => {
    const naive = kaplanMeier(
      smallTimes,
      smallCauses.map((cause) => (cause === 1 ? 1 : 0)),
    );
    expectClose(
      [1 - last(naive.survival), last(causes[0]?.incidence)],
      [0.678571428571429, 0.557142857142857],
    );
  });

  // θ = log(−log(1 − 39/70)) = −0.20507, se θ = 0.2013294 / ((31/70) · 0.8145086) = 0.558143;
  // lower = 1 − (31/70)^exp(−1.2815516 · 0.558143), upper = 1 − (31/70)^exp(1.2815516 · 0.558143)
  test("eventual share to be won, with its interval", () => {
    const reach = (1.2815515655446 * 0.201329400974604) / ((31 / 70) * Math.log(70 / 31));
    const figure = eventualIncidence(smallTimes, smallCauses, 1, 0.8);
    if ("missing" in figure) throw new Error("an interval was expected");
    expect(figure).toMatchObject({ level: 0.8, n: 10 });
    expectClose(
      [figure.lower, figure.estimate, figure.upper],
      [1 - (31 / 70) ** Math.exp(-reach), 39 / 70, 1 - (31 / 70) ** Math.exp(reach)],
    );
  });
});

describe("survival::mgus2", () => {
  const times = [12, 60, 120, 240, 360];

  // R> survfit(Surv(etime, factor(event, 0:2)) ~ 1, mgus2); summary(f, times = …)$pstate, $std.err
  test.each([
    [
      1,
      [0.00940125934464974, 0.034103712974349, 0.0637221680131129, 0.0998137159354692, 0.134041644326082],
      [0.00259515576301945, 0.00488925790766794, 0.00679684842396064, 0.0097848467933896, 0.0201275625133225],
    ],
    [
      2,
      [0.122185402813274, 0.320367010267878, 0.531817704080208, 0.724027976142545, 0.784208246832411],
      [0.00880608437085796, 0.012567371547559, 0.0140596451620306, 0.0156063450677616, 0.0209334695357081],
    ],
  ])("cause %d agrees with R", (cause, incidence, standardError) => {
    const { pooled, causes } = cumulativeIncidence(mgus2.time, mgus2.event, 2);
    const read = (values: Float64Array | undefined) =>
      times.map((time) => values?.[lastIndexUpTo(pooled.times, time)] ?? Number.NaN);
    expectClose(read(causes[cause - 1]?.incidence), incidence);
    expectClose(read(causes[cause - 1]?.standardError), standardError);
  });
});

describe("what cannot be said", () => {
  test.each([
    ["nothing", [], [], { missing: "too-few", n: 0 }],
    ["one deal", [4], [1], { missing: "too-few", n: 1 }],
    ["all open", [4, 9], [0, 0], { missing: "none-decided", n: 2 }],
  ])("%s", (_, times, causes, expected) => {
    expect(eventualIncidence(times, causes, 1, 0.8)).toEqual(expected);
  });

  // R> prop.test(0, 5, correct = FALSE, conf.level = .8)$conf.int
  test("five lost and none won is not a certain 0", () => {
    const figure = eventualIncidence([1, 2, 3, 4, 5, 9], [2, 2, 2, 2, 2, 0], 1, 0.8);
    expect(figure).toMatchObject({ lower: 0, estimate: 0, n: 6 });
    if (!("missing" in figure)) expectClose([figure.upper], [0.247257127120675]);
  });

  // R> prop.test(10, 10, correct = FALSE, conf.level = .8)$conf.int
  test("ten won of ten is not a certain 1", () => {
    const figure = eventualIncidence(
      smallTimes,
      smallTimes.map(() => 1),
      1,
      0.8,
    );
    expect(figure).toMatchObject({ estimate: 1, upper: 1 });
    if (!("missing" in figure)) expectClose([figure.lower], [0.858931317909459]);
  });

  test("an unknown cause throws", () => {
    expect(() => cumulativeIncidence([1], [3], 2)).toThrow(RangeError);
  });
});

describe("laws", () => {
  const deals = fc.array(fc.tuple(fc.nat(25), fc.nat(3)), { minLength: 1, maxLength: 30 });
  const split = (rows: readonly (readonly [number, number])[]) =>
    [rows.map(([time]) => time), rows.map(([, cause]) => cause)] as const;

  test("the causes and those still there add up to 1; row order changes nothing", () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const { pooled, causes } = cumulativeIncidence(...split(rows), 3);
        const totals = Array.from(pooled.survival, (share, i) =>
          causes.reduce((total, curve) => total + (curve.incidence[i] ?? 0), share),
        );
        expectClose(
          totals,
          totals.map(() => 1),
        );
        expect(cumulativeIncidence(...split([...rows].reverse()), 3)).toEqual({ pooled, causes });
      }),
    );
  });

  test("the squared standard error is the sum of squared influences of the deals", () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const { causes } = cumulativeIncidence(...split(rows), 3);
        const weights = rows.map(() => 1);
        const influences = rows.map((_, i) => {
          const shifted = (by: number) =>
            weightedIncidence(
              rows,
              weights.map((w, j) => (i === j ? w + by : w)),
            );
          return (shifted(1e-4) - shifted(-1e-4)) / 2e-4;
        });
        const variance = influences.reduce((total, influence) => total + influence ** 2, 0);
        expect(last(causes[0]?.standardError)).toBeCloseTo(Math.sqrt(variance), 6);
      }),
    );
  });

  /** Cause 1's final incidence, straight from the definition, each deal counting by its weight. */
  function weightedIncidence(
    rows: readonly (readonly [number, number])[],
    weights: readonly number[],
  ): number {
    const weigh = (keep: (time: number, cause: number) => boolean) =>
      rows.reduce((total, [time, cause], i) => total + (keep(time, cause) ? (weights[i] ?? 0) : 0), 0);
    let [survival, incidence] = [1, 0];
    for (const now of new Set(rows.map(([time]) => time).sort((a, b) => a - b))) {
      const left = weigh((time) => time >= now);
      incidence += (survival * weigh((time, cause) => time === now && cause === 1)) / left;
      survival *= 1 - weigh((time, cause) => time === now && cause > 0) / left;
    }
    return incidence;
  }
});

describe("survival::myeloid, any state to any", () => {
  // R> survfit(Surv(tstart, tstop, event) ~ 1, id = id); summary(f, times = c(100, 365, 730))$pstate
  test("shares in each state agree with R", () => {
    const rows = myeloidRows();
    const { times, shares } = stateShares(rows, myeloid.states.length);
    const at = (time: number) => shares.map((share) => share[lastIndexUpTo(times, time)] ?? Number.NaN);
    expectClose(
      at(100),
      [0.178523176008315, 0.614191195876421, 0.114453066080138, 0.0289745705387997, 0.0638579914963282],
    );
    expectClose(
      at(365),
      [0.0259670074193912, 0.274745536812845, 0.339333088822855, 0.090912152262556, 0.269042214682354],
    );
    expectClose(
      at(730),
      [0.0129835037096956, 0.189480571012781, 0.298186719632965, 0.062928383721434, 0.436420821923126],
    );
  });

  // 2 of 4 move on day 3; one of those falls back on day 5 while the other is watched to day 9.
  test("falling back is a move like any other", () => {
    const rows = {
      entered: [0, 0, 0, 0, 3, 3],
      left: [3, 3, 8, 8, 5, 9],
      from: [0, 0, 0, 0, 1, 1],
      to: [1, 1, -1, -1, 0, -1],
    };
    expect(Array.from(stateShares(rows, 2).shares[1] ?? [])).toEqual([0.5, 0.25, 0.25, 0.25]);
  });

  test("a row that ends before it starts, or an unknown state, throws", () => {
    expect(() => stateShares({ entered: [4], left: [4], from: [0], to: [1] }, 2)).toThrow(RangeError);
    expect(() => stateShares({ entered: [0], left: [4], from: [0], to: [2] }, 2)).toThrow(RangeError);
  });

  function myeloidRows() {
    const kept = myeloid.event.map((event, i) => ({ event, i })).filter(({ event }) => event >= 0);
    const state = new Map<number, number>();
    const [from, to] = [[] as number[], [] as number[]];
    for (const { event, i } of kept) {
      const id = myeloid.id[i] ?? 0;
      from.push(state.get(id) ?? 0);
      to.push(event === 0 ? -1 : event);
      state.set(id, event);
    }
    const column = (values: readonly number[]) => kept.map(({ i }) => values[i] ?? 0);
    return { entered: column(myeloid.tstart), left: column(myeloid.tstop), from, to };
  }
});
