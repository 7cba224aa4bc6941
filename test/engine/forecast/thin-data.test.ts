import { describe, expect, test } from "vitest";
import { isKnown } from "../../../engine/basics/figure.ts";
import { forecastPipeline } from "../../../engine/forecast/forecast.ts";
import type { Forecast, ForecastOptions } from "../../../engine/forecast/types.ts";
import { LOST, WON } from "../../../engine/pipeline/timelines.ts";
import { historyOf, worldOf } from "./simulated.ts";
import { type ShortDeal, timelinesOfDeals } from "./timelines-of.ts";

const options: ForecastOptions = { by: "month", periods: 3, seed: 1, level: 0.8, draws: 200 };
const codes = (forecast: Forecast): string[] => forecast.notes.map(({ code }) => code);
const STAGES = ["Lead", "Offer"];

/** So many deals, one a week from day 18300 on, each won, lost or open as its index says. */
function weekly(count: number, ending: (i: number) => readonly (readonly [number, number])[]): ShortDeal[] {
  return Array.from({ length: count }, (_, i) => {
    const day = 18_300 + 7 * i;
    return { changes: [[day, 0], ...ending(i).map(([after, target]) => [day + after, target] as const)] };
  });
}

describe("with little or odd history the forecast", () => {
  test("of no deals says so", () => {
    const found = forecastPipeline(timelinesOfDeals(STAGES, []), 18_800, options);
    expect(found.periods).toEqual({ missing: "no-deals", n: 0 });
    expect(found.deals).toEqual([]);
  });

  test("of deals that began nobody knows when says that, not that there are none", () => {
    const deals = [{ changes: [] }, { changes: [] }];
    const found = forecastPipeline(timelinesOfDeals(STAGES, deals), 18_800, options);
    expect(found.periods).toEqual({ missing: "no-created-days", n: 2 });
  });

  test("of open deals only has no figures", () => {
    const found = forecastPipeline(
      timelinesOfDeals(
        STAGES,
        weekly(8, () => []),
      ),
      18_800,
      options,
    );
    expect(found.periods).toEqual({ missing: "none-closed", n: 8 });
    expect(codes(found)).toContain("all-open");
  });

  test("without a win gives the upper bound of the win rate instead", () => {
    const found = forecastPipeline(
      timelinesOfDeals(
        STAGES,
        weekly(20, () => [[5, LOST]]),
      ),
      18_800,
      options,
    );
    expect(found.periods).toEqual({ missing: "none-won", n: 20 });
    // R> qbeta(.9, .5, 20.5), as binomial_intervals has it for 0 of 20
    const upper = found.notes.find(({ code }) => code === "no-wins")?.numbers.upper;
    expect(upper).toBeCloseTo(0.064612002792834, 9);
  });

  test("of a few closed deals is wide, and says that it rests on defaults", () => {
    const deals = weekly(16, (i) =>
      i % 2 === 0
        ? [
            [20, 1],
            [40, WON],
          ]
        : [[30, LOST]],
    );
    const found = forecastPipeline(timelinesOfDeals(STAGES, deals), 18_405, options);
    expect(codes(found)).toContain("thin");
    expect(isKnown(found.periods) && (found.periods[0]?.upper ?? 0) > 0).toBe(true);
  });

  test("speaks of no range where there is none", () => {
    const deals = weekly(16, (i) => [[30, i % 2 === 0 ? WON : LOST]]).map((deal) => ({
      ...deal,
      amount: null,
    }));
    const found = forecastPipeline(timelinesOfDeals(STAGES, deals), 18_405, options);
    expect(isKnown(found.periods)).toBe(false);
    expect(codes(found)).not.toContain("thin");
  });

  test("does not believe amounts that are written down at the win", () => {
    const { timelines, asOfDay } = historyOf(worldOf("small"), 18, 3);
    const atWin = {
      ...timelines,
      deals: timelines.deals.map((deal) => {
        const won = deal.targets[deal.targets.length - 1] === WON;
        return { ...deal, facts: { ...deal.facts, amount: won ? deal.facts.amount : null } };
      }),
    };
    const found = forecastPipeline(atWin, asOfDay, options);
    expect(codes(found)).toContain("amounts-at-win");
    // Every open deal is worth what won ones bring: none can be told from another by its amount.
    expect(found.deals.every(({ expectedAmount }) => expectedAmount === null)).toBe(true);
  });

  test("names a stage that is new", () => {
    const old = weekly(60, (i) => [[10, i % 2 === 0 ? WON : LOST]]);
    const fresh: ShortDeal = { changes: [[18_700, 1]] };
    const found = forecastPipeline(timelinesOfDeals(STAGES, [...old, fresh]), 18_720, options);
    const note = found.notes.find(({ code }) => code === "new-stage");
    expect([note?.text, note?.numbers.visits]).toEqual(["Offer", 1]);
  });

  test("works from created and closed days alone, and says what is missing", () => {
    const deals = Array.from({ length: 120 }, (_, i) => {
      const created = 18_300 + 4 * i;
      return { created, changes: [[created + 30 + (i % 20), i % 3 === 0 ? WON : LOST] as const] };
    });
    const found = forecastPipeline(timelinesOfDeals(STAGES, deals), 18_750, options);
    expect(codes(found)).toContain("no-history");
    // A third of a deal every four days at 1,000 each: 30.4 / 4 / 3 = 2.5 wins a month.
    const mean = isKnown(found.periods) ? (found.periods[1]?.mean ?? 0) : 0;
    expect(mean).toBeGreaterThan(1500);
    expect(mean).toBeLessThan(3500);
  });

  test("shows what is left when the largest deal, or all flagged ones, are lost", () => {
    const { timelines, asOfDay } = historyOf(worldOf("small"), 18, 4);
    const open = forecastPipeline(timelines, asOfDay, options);
    const flagged = new Set(open.deals.slice(0, 5).map(({ deal }) => timelines.deals[deal]?.facts.id ?? ""));
    const found = forecastPipeline(timelines, asOfDay, { ...options, flagged });
    const sumOf = (periods: readonly { readonly mean: number }[]) =>
      periods.reduce((sum, { mean }) => sum + mean, 0);
    const total = sumOf(isKnown(found.periods) ? found.periods : []);
    const left = (kind: string) =>
      sumOf(found.scenarios.find((one) => one.kind === kind)?.periods ?? [{ mean: Infinity }]);
    expect(left("largest-lost")).toBeLessThan(total);
    expect(left("flagged-lost")).toBeLessThan(total);
    expect(found.scenarios.map(({ kind }) => kind)).toEqual(["largest-lost", "flagged-lost", "recent-pace"]);
  });
});
