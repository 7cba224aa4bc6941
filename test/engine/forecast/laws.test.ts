import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isKnown } from "../../../engine/basics/figure.ts";
import { forecastFrom, forecastPipeline } from "../../../engine/forecast/forecast.ts";
import { forecastBasis } from "../../../engine/forecast/forecast-basis.ts";
import type { Forecast, ForecastOptions, ForecastPeriod } from "../../../engine/forecast/types.ts";
import type { Timelines } from "../../../engine/pipeline/timelines.ts";
import { historyOf, worldOf } from "./simulated.ts";

const options: ForecastOptions = { by: "month", periods: 3, seed: 1, level: 0.8, draws: 300 };
const world = { ...worldOf("small"), aMonth: 12 };
const seeds = fc.integer({ min: 1, max: 1000 });
const few = { numRuns: 4 };

function periodsOf(forecast: Forecast): readonly ForecastPeriod[] {
  if (!isKnown(forecast.periods)) throw new Error("There should be a forecast.");
  return forecast.periods;
}

function scaled(timelines: Timelines, factor: number): Timelines {
  return {
    ...timelines,
    deals: timelines.deals.map((deal) => ({
      ...deal,
      facts: { ...deal.facts, amount: (deal.facts.amount ?? 0) * factor },
    })),
  };
}

describe("a forecast", () => {
  test("knows nothing of rows after the as-of day", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { timelines, asOfDay } = historyOf(world, 16, seed);
        const known: Timelines = {
          ...timelines,
          deals: timelines.deals
            .filter(({ days }) => (days[0] ?? 0) <= asOfDay)
            .map((deal) => {
              const count = deal.days.filter((day) => day <= asOfDay).length;
              return { ...deal, days: deal.days.slice(0, count), targets: deal.targets.slice(0, count) };
            }),
        };
        expect(forecastPipeline(known, asOfDay, options)).toEqual(
          forecastPipeline(timelines, asOfDay, options),
        );
      }),
      few,
    );
  });

  test("by month and by quarter from one basis is what each is alone", () => {
    const { timelines, asOfDay } = historyOf(world, 16, 3);
    const basis = forecastBasis(timelines, asOfDay, options);
    for (const by of ["month", "quarter", "month"] as const) {
      const asked = { ...options, by, periods: 2 };
      expect(forecastFrom(basis, asked)).toEqual(forecastPipeline(timelines, asOfDay, asked));
    }
  });

  test("of a quarter is the sum of its months, in every scenario too", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 80 }), (seed, daysAgo) => {
        const { timelines, asOfDay } = historyOf(world, 14, seed);
        const basis = forecastBasis(timelines, asOfDay - daysAgo, { ...options, months: 6 });
        const [months, quarters] = (["month", "quarter"] as const).map((by) =>
          forecastFrom(basis, { by, periods: by === "month" ? 6 : 2 }),
        );
        if (!months || !quarters) throw new Error("There should be two forecasts.");
        fc.pre(months.method === "pipecast" && quarters.method === "pipecast");
        const inQuarter = (q: number) =>
          periodsOf(months).flatMap(({ period }, i) => {
            const { startDay = 0, endDay = 0 } = periodsOf(quarters)[q]?.period ?? {};
            return period.startDay >= startDay && period.endDay <= endDay ? [i] : [];
          });
        periodsOf(quarters).forEach(({ mean, wonSoFar, fromNew }, q) => {
          const own = inQuarter(q);
          // The second quarter ends after the last month where the first one has begun.
          if (own.length < (q === 0 ? 1 : 3)) return;
          const sumOf = (value: (month: number) => number) =>
            own.reduce((sum, month) => sum + value(month), 0);
          const toCome = (i: number) =>
            (periodsOf(months)[i]?.mean ?? 0) - (periodsOf(months)[i]?.wonSoFar ?? 0);
          expect(sumOf(toCome)).toBeCloseTo(mean - wonSoFar, 5);
          expect(sumOf((i) => periodsOf(months)[i]?.fromNew ?? 0)).toBeCloseTo(fromNew ?? 0, 5);
          quarters.scenarios.forEach(({ periods }, kind) => {
            const month = (i: number) =>
              (months.scenarios[kind]?.periods[i]?.mean ?? 0) - (periodsOf(months)[i]?.wonSoFar ?? 0);
            expect(sumOf(month)).toBeCloseTo((periods[q]?.mean ?? 0) - wonSoFar, 5);
          });
        });
      }),
      // A month in which, at the recent pace, less than nothing would come.
      { ...few, examples: [[507, 1]] },
    );
  });

  test("of a period is the same however many are asked for", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { timelines, asOfDay } = historyOf(world, 14, seed);
        const [one, more] = [1, 7].map((periods) =>
          forecastPipeline(timelines, asOfDay - 12, { ...options, periods }),
        );
        if (!one || !more) throw new Error("There should be two forecasts.");
        expect(periodsOf(one)[0]).toEqual(periodsOf(more)[0]);
        expect(one.scenarios.map(({ periods }) => periods[0])).toEqual(
          more.scenarios.map(({ periods }) => periods[0]),
        );
      }),
      few,
    );
  });

  test("is the same whatever the order of the rows, and for the same seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { timelines, asOfDay } = historyOf(world, 14, seed);
        const reversed = { ...timelines, deals: [...timelines.deals].reverse() };
        const [there, back] = [timelines, reversed].map((rows) => forecastPipeline(rows, asOfDay, options));
        expect(back?.periods).toEqual(there?.periods);
        expect(back?.backtest).toEqual(there?.backtest);
      }),
      few,
    );
  });

  test("scales with the unit of money", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { timelines, asOfDay } = historyOf(world, 14, seed);
        const euros = periodsOf(forecastPipeline(timelines, asOfDay, options));
        const cents = periodsOf(forecastPipeline(scaled(timelines, 100), asOfDay, options));
        euros.forEach((period, i) => {
          expect((cents[i]?.mean ?? 0) / 100).toBeCloseTo(period.mean, 4);
          expect((cents[i]?.upper ?? 0) / 100).toBeCloseTo(period.upper, 4);
        });
      }),
      few,
    );
  });

  test("keeps its order: lower ≤ median ≤ upper, chances within 0 and 1, parts add up", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { timelines, asOfDay } = historyOf(world, 14, seed);
        const targets = new Map([["2021-03", 40_000]]);
        const found = forecastPipeline(timelines, asOfDay - 10, { ...options, targets });
        for (const period of periodsOf(found)) {
          expect(period.lower).toBeLessThanOrEqual(period.median);
          expect(period.median).toBeLessThanOrEqual(period.upper);
          expect(period.lower).toBeGreaterThanOrEqual(period.wonSoFar);
          const chance = period.chanceOfTarget;
          expect(chance === null || (chance >= 0 && chance <= 1)).toBe(true);
          if (found.method === "pipecast")
            expect(period.wonSoFar + (period.fromOpen ?? 0) + (period.fromNew ?? 0)).toBeCloseTo(
              period.mean,
              6,
            );
        }
        for (const deal of found.deals) {
          expect(deal.winProbability).toBeGreaterThan(0);
          expect(deal.winProbability).toBeLessThan(1);
          expect(deal.earlyCloseDay).toBeLessThanOrEqual(deal.expectedCloseDay);
          expect(deal.expectedCloseDay).toBeLessThanOrEqual(deal.lateCloseDay);
        }
      }),
      few,
    );
  });
});
