import { expect, test } from "vitest";
import { forecastPipeline } from "../../../engine/forecast/forecast.ts";
import { LOST, WON } from "../../../engine/pipeline/timelines.ts";
import { type ShortDeal, timelinesOfDeals } from "./timelines-of.ts";

/** Half of the deals are won after 30 days, half lost after 20. */
const HISTORY = Array.from({ length: 150 }, (_, i): ShortDeal[] => [
  {
    changes: [
      [2 * i, 0],
      [2 * i + 30, WON],
    ],
    amount: 1000,
  },
  {
    changes: [
      [2 * i, 0],
      [2 * i + 20, LOST],
    ],
    amount: 1000,
  },
]).flat();
const FORGOTTEN = Array.from({ length: 40 }, (): ShortDeal => ({ changes: [[10, 0]], amount: 90_000 }));
const DAY = 330;

function forecastWith(open: readonly ShortDeal[], history: readonly ShortDeal[] = HISTORY) {
  const timelines = timelinesOfDeals(["A"], [...history, ...open]);
  const options = { level: 0.8, seed: 1, by: "month", periods: 2 } as const;
  return forecastPipeline(timelines, DAY, options);
}

function largeDeals(open: readonly ShortDeal[]) {
  return forecastWith(open).notes.filter(({ code }) => code === "large-deal");
}

test("the largest open deal that may well be won is named, once, and is no more than all of the upside", () => {
  const fresh: ShortDeal = { id: "Whale", changes: [[325, 0]], amount: 80_000 };
  const second: ShortDeal = { id: "Second", changes: [[325, 0]], amount: 60_000 };
  const [note, ...others] = largeDeals([second, fresh]);
  expect(others).toEqual([]);
  expect(note).toMatchObject({ text: "Whale", numbers: { amount: 80_000 } });
  expect(note?.numbers.share).toBeGreaterThan(0.2);
  expect(note?.numbers.share).toBeLessThanOrEqual(1);
});

test("deals that nobody has closed for ages are no upside, however large", () => {
  expect(largeDeals(FORGOTTEN)).toEqual([]);
});

test("a deal that alone may well be won is named beside others that nobody has closed for ages", () => {
  const fresh: ShortDeal = { id: "Whale", changes: [[325, 0]], amount: 80_000 };
  const forgotten = Array.from({ length: 400 }, (): ShortDeal => ({ changes: [[10, 0]], amount: 100 }));
  expect(largeDeals([...forgotten, fresh])).toMatchObject([{ text: "Whale" }]);
});

test("where each deal counts one, none is the largest: not among the open ones, not among the past wins", () => {
  const few = HISTORY.slice(0, 8).map((deal): ShortDeal => ({ ...deal, amount: 1 }));
  const moved = few.map(({ changes, ...deal }): ShortDeal => {
    return { ...deal, changes: (changes ?? []).map(([day, stage]) => [day + 290, stage]) };
  });
  const open = [325, 326].map((day): ShortDeal => ({ changes: [[day, 0]], amount: 1 }));
  const { notes, scenarios } = forecastWith(open, moved);
  expect(notes.map(({ code }) => code).filter((code) => /large|whale/.test(code))).toEqual([]);
  expect(scenarios.map(({ kind }) => kind)).not.toContain("largest-lost");
});
