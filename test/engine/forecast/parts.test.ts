import { describe, expect, test } from "vitest";
import { dayOfIso } from "../../../engine/basics/day.ts";
import { ageScale } from "../../../engine/forecast/age-scale.ts";
import { arrivalModel, arrivalRates, monthlyArrivals } from "../../../engine/forecast/arrivals.ts";
import { knowledgeOf, modelOf } from "../../../engine/forecast/knowledge.ts";
import { amountEvidence } from "../../../engine/forecast/listed-amounts.ts";
import { normalScore, spreadFactor, spreadOut } from "../../../engine/forecast/recalibrate.ts";
import { spellsOf } from "../../../engine/forecast/spells.ts";
import { targetShares } from "../../../engine/forecast/target-shares.ts";
import { LOST, WON } from "../../../engine/pipeline/timelines.ts";
import { expectClose } from "../stats/close.ts";
import { historyOf, worldOf } from "./simulated.ts";
import { type ShortDeal, timelinesOfDeals } from "./timelines-of.ts";

describe("the age scale", () => {
  test("is the median stay of each stage, drawn to that of all", () => {
    const deals = [0, 1, 2].map((i) => ({
      changes: [
        [100 + i, 0],
        [102 + i, 1],
        [110 + i, WON],
      ] as const,
    }));
    const { tau, pooled } = ageScale(spellsOf(timelinesOfDeals(["A", "B"], deals)), 200);
    // Stays of 2, 2, 2 and 8, 8, 8 days: half have left from day 2 to day 8, so that the pooled median is 5.
    expect(pooled).toBe(5);
    const drawn = (own: number) => Math.exp((3 * Math.log(own) + 5 * Math.log(5)) / 8);
    expectClose(tau.subarray(0, 2), [drawn(2), drawn(8)]);
  });
});

describe("where progress leads", () => {
  test("is what was seen, with two more to the next stage", () => {
    // Three stages of the user and the whole life: from the first, three to the second and one past it to the third.
    const counts = new Float64Array(4 * 5);
    counts[1] = 3;
    counts[2] = 1;
    const { progress } = targetShares(counts, 4);
    expectClose(progress.subarray(0, 5), [0, 5 / 6, 1 / 6, 0, 0]);
    // From the third, nothing was seen: the win is next.
    expectClose(progress.subarray(10, 15), [0, 0, 0, 0, 1]);
  });
});

describe("recalibration", () => {
  test("widens what was too narrow, drawn to 1 as by twelve forecasts", () => {
    // √((12 + 4·2²)/(12 + 4)) = √1.75
    expectClose([spreadFactor([2, -2, 2, -2], 1)], [Math.sqrt(1.75)]);
    expect(spreadFactor([9, 9, 9, 9, 9, 9, 9, 9], 1)).toBe(2);
    expect(spreadFactor(new Array(60).fill(0), 1)).toBe(0.8);
  });

  test("spreads the draws about their middle, which stays", () => {
    const draws = Float64Array.from({ length: 101 }, (_, i) => i);
    const wide = spreadOut(draws, 1.5);
    expect(wide[50]).toBeCloseTo(50, 6);
    expect(wide[10]).toBeLessThan(10);
    expect(wide[90]).toBeGreaterThan(90);
    expect(normalScore(draws, 50)).toBeCloseTo(0, 6);
  });
});

describe("amounts", () => {
  const closed = (won: boolean, amount: number | null): ShortDeal => ({
    amount,
    changes: [
      [100, 0],
      [110, won ? WON : LOST],
    ],
  });

  test("are believed where lost deals carry them too", () => {
    const deals = Array.from({ length: 20 }, (_, i) => closed(i % 2 === 0, 500));
    expect(amountEvidence(spellsOf(timelinesOfDeals(["A"], deals)), 200).listed).toBe(true);
  });

  test("are not where they stand with the won deals only, blank or 0 with the lost", () => {
    const deals = Array.from({ length: 20 }, (_, i) =>
      closed(i % 2 === 0, i % 2 === 0 ? 500 : i % 3 ? 0 : null),
    );
    const found = amountEvidence(spellsOf(timelinesOfDeals(["A"], deals)), 200);
    expect(found).toEqual({ wonShare: 1, lostShare: 0, listed: false });
    // On day 105 nothing had closed: nothing speaks against the amounts yet.
    expect(amountEvidence(spellsOf(timelinesOfDeals(["A"], deals)), 105).listed).toBe(true);
  });
});

describe("new deals", () => {
  const day = (iso: string): number => dayOfIso(iso) ?? 0;
  /** Deals a month, spread over its first days. */
  const arriving = (counts: readonly number[]): ShortDeal[] =>
    counts.flatMap((count, month) =>
      Array.from({ length: count }, (_, i) => ({
        changes: [[day("2023-01-01") + Math.round(month * 30.4375) + (i % 28), 0] as const],
      })),
    );
  const nextMonth = (counts: readonly number[], asOf: string): number => {
    const history = monthlyArrivals(spellsOf(timelinesOfDeals(["A"], arriving(counts))), day(asOf));
    const grid = { firstDay: day(asOf) + 1, cellCount: 31, cellDays: 1 };
    return arrivalRates(arrivalModel(history), grid)(null).reduce((sum, rate) => sum + rate, 0);
  };

  test("keep coming as they came", () => {
    const mean = nextMonth(new Array(18).fill(40), "2024-06-30");
    expect(mean).toBeGreaterThan(37);
    expect(mean).toBeLessThan(44);
  });

  test("grow on where they grew", () => {
    const grown = Array.from({ length: 18 }, (_, i) => Math.round(40 * 1.05 ** i));
    // The last month has 92; at five per cent a month the next has 96.
    const mean = nextMonth(grown, "2024-06-30");
    expect(mean).toBeGreaterThan(88);
    expect(mean).toBeLessThan(106);
  });

  test("of the running month count for the days seen", () => {
    const history = monthlyArrivals(
      spellsOf(timelinesOfDeals(["A"], arriving(new Array(4).fill(28)))),
      day("2023-03-10"),
    );
    expect(history.months.map(({ label }) => label)).toEqual(["2023-01", "2023-02", "2023-03"]);
    expectClose([history.exposures[2] ?? 0], [10 / 30.4375]);
  });
});

describe("the weeks of a quarter", () => {
  const phaseOf = (name: string) => {
    const { timelines, asOfDay } = historyOf({ ...worldOf(name), aMonth: 400 }, 24, 3);
    const known = knowledgeOf(spellsOf(timelines), asOfDay, { fields: [], amounts: true });
    return modelOf(known).phase;
  };

  test("show a pull to the quarter's end where there is one", () => {
    const { factors, matters } = phaseOf("quarter-end pull");
    expect(matters).toBe(true);
    expect(factors[0]).toBeGreaterThan(1.3);
  });

  test("show nothing where there is none", () => {
    expect(phaseOf("steady").matters).toBe(false);
  });
});
