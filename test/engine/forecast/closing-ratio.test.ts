import { describe, expect, test } from "vitest";
import { closingRatio, drawLevel, drawRatio, expectedRatio } from "../../../engine/forecast/closing-ratio.ts";
import { forecastBasis } from "../../../engine/forecast/forecast-basis.ts";
import { spellsOf } from "../../../engine/forecast/spells.ts";
import { LOST, WON } from "../../../engine/pipeline/timelines.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import { type ShortDeal, timelinesOfDeals } from "./timelines-of.ts";

const DAY = 200;

/** Listed at 1,000 while open, won on day 150 for 900 unless said otherwise. */
function closed(change: Partial<ShortDeal> = {}): ShortDeal {
  const changes = [[100, 0] as const, [150, WON] as const];
  return { changes, amount: 900, noted: [[107, 1000]], ...change };
}

function ratioOf(deals: readonly ShortDeal[]) {
  return closingRatio(spellsOf(timelinesOfDeals(["A"], deals)), DAY);
}

describe("closing amounts against listed ones", () => {
  test("three deals at 90 %: m = 3 ln .9 ÷ 6, σ² = (3 (ln .9)² ÷ 6) − m² = (ln .9)² ÷ 4", () => {
    const { mean, spread, n } = ratioOf([closed(), closed(), closed()]);
    expect(n).toBe(3);
    expect(mean).toBeCloseTo(Math.log(0.9) / 2, 12);
    expect(spread).toBeCloseTo(-Math.log(0.9) / 2, 12);
  });

  test("listed is the mean of what was noted before the win: √(1,000 × 810) = 900, so nothing is lost", () => {
    const { mean, n } = ratioOf([
      closed({
        noted: [
          [107, 1000],
          [114, 810],
          [150, 5],
          [160, 5],
        ],
      }),
    ]);
    expect(n).toBe(1);
    expect(mean).toBeCloseTo(0, 12);
  });

  test("deals that say nothing: open, lost, without snapshots, without an amount, won later", () => {
    const none = { mean: 0, spread: 0, n: 0 };
    expect(
      ratioOf([
        closed({ changes: [[100, 0]] }),
        closed({
          changes: [
            [100, 0],
            [150, LOST],
          ],
        }),
        closed({ noted: [] }),
        closed({ amount: null }),
        closed({
          changes: [
            [100, 0],
            [201, WON],
          ],
        }),
      ]),
    ).toEqual(none);
    expect(expectedRatio(none)).toBe(1);
    expect([drawRatio(0, randomSource(1)), drawLevel(none, randomSource(1))]).toEqual([1, 1]);
  });

  test("what is drawn is on average what is expected", () => {
    const random = randomSource(7);
    const draws = Array.from({ length: 40_000 }, () => drawRatio(0.5, random));
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    // The variance of such a factor is e^.25 − 1 = .284.
    expect(Math.abs(mean - 1)).toBeLessThan(5 * Math.sqrt(0.284 / draws.length));
  });
});

test("a team whose deals close at 80 % of the list is forecast so, and told so", () => {
  const won = (i: number): ShortDeal => ({
    changes: [
      [2 * i, 0],
      [2 * i + 30, WON],
    ],
    amount: 800,
    noted: [[2 * i + 7, 1000]],
  });
  const lost = (i: number): ShortDeal => ({
    changes: [
      [2 * i, 0],
      [2 * i + 20, LOST],
    ],
  });
  const open = Array.from({ length: 20 }, (): ShortDeal => ({ changes: [[390, 0]], amount: 1000 }));
  const history = Array.from({ length: 180 }, (_, i) => [won(i), lost(i)]).flat();
  const basisOf = (deals: readonly ShortDeal[]) =>
    forecastBasis(timelinesOfDeals(["A"], deals), 400, { level: 0.8, seed: 1 });
  const asListed = basisOf([...history.map(({ noted, ...deal }) => deal), ...open]);
  const asClosed = basisOf([...history, ...open]);
  const [before, after] = [asListed, asClosed].map(({ deals }) => deals[0]?.expectedAmount ?? 0);
  // m = 180 ln .8 ÷ 183; the spread that the three pseudo-deals add is small.
  expect((after ?? 0) / (before ?? 1)).toBeCloseTo(0.804, 2);
  expect(asClosed.notes.map(({ code }) => code)).toContain("closing-ratio");
  expect(asListed.notes.map(({ code }) => code)).not.toContain("closing-ratio");
});
