import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adviceOn } from "../../../engine/measures/advice.ts";
import { attention } from "../../../engine/measures/attention.ts";
import { type Review, review, type WaterfallStep } from "../../../engine/measures/review.ts";
import { asOf } from "../../../engine/pipeline/as-of.ts";
import { snapshotBook } from "../../../engine/pipeline/snapshots.ts";
import { bookOf, type Facts, NO_SNAPSHOTS, timelinesWith } from "../../helpers/pipeline-with.ts";

function reviewOf(
  text: string,
  facts: Facts,
  book = NO_SNAPSHOTS,
  days: readonly [number, number] = [30, 40],
): Review {
  const timelines = timelinesWith(text, facts);
  const [since, until] = days.map((day) => {
    const pipeline = asOf(timelines, day);
    return { pipeline, openDeals: attention(pipeline, book, { quietAfterDays: 14 }) };
  });
  if (!since || !until) throw new Error("two days");
  return review(since, until, book);
}

function sums(steps: readonly WaterfallStep[]): Record<string, readonly [number, number]> {
  return Object.fromEntries(steps.map(({ step, deals, amount }) => [step, [deals, amount]]));
}

/** Between the end of day 30 and the end of day 40. */
const WEEK = `
  1 | open A | 0 | A 0 | 100
  2 | open B | 0 | A 0, B 35 | 250
  3 | won - 36 | 0 | A 0 | 400
  4 | lost - 38 | 5 | A 5 | 80
  5 | open A | 33 | A 33 | 60
  6 | won - 39 | 32 | A 32 | 30
  7 | open A | 0 | A 0, lost 20, A 34 | 90
  8 | won - 12 | 0 | A 0 | 999
  9 | open A | 45 | A 45 | 999`;

describe("the waterfall between two days, by hand", () => {
  test("from history alone: 100 + 250 + 400 + 80 = 830 opens; + 90 new + 90 reopened − 430 − 80 = 500 closes", () => {
    expect(sums(reviewOf(WEEK, {}).waterfall)).toEqual({
      opening: [4, 830],
      new: [2, 90],
      grown: [0, 0],
      shrunk: [0, 0],
      "pulled-in": [0, 0],
      "pushed-out": [0, 0],
      reopened: [1, 90],
      won: [2, -430],
      lost: [1, -80],
      closing: [4, 500],
    });
  });

  test("snapshots by the first day tell what deals were worth then: 2 has grown by 50, 3 was won for less", () => {
    const book = bookOf("20 | 2 | 150 |\n28 | 2 | 200 |\n28 | 3 | 500 |\n35 | 2 | 900 |");
    const found = reviewOf(WEEK, {}, book);
    // Opening 100 + 200 + 500 + 80; closing stays what the sheet says today.
    expect(sums(found.waterfall)).toMatchObject({
      opening: [4, 880],
      grown: [1, 50],
      shrunk: [1, -100],
      won: [2, -430],
      closing: [4, 500],
    });
    expect(found.amountsFromSnapshots).toBe(true);
  });

  test("of the deals due this quarter, dates pull in and push out", () => {
    // Day 40 lies in the first quarter of 1970: due is what should close by day 89.
    const text =
      "1 | open A | 0 | A 0 | 100\n2 | open A | 0 | A 0 | 200\n3 | open A | 0 | A 0 | 400\n4 | won - 35 | 0 | A 0 | 800";
    const facts = { 1: { expectedCloseDay: 120 }, 2: { expectedCloseDay: 80 }, 3: { expectedCloseDay: 70 } };
    const book = bookOf("25 | 1 | 100 | 60\n25 | 2 | 200 | 150\n25 | 3 | 400 | 50\n25 | 4 | 800 | 200");
    const { due, closeMoves } = reviewOf(text, facts, book);
    expect("steps" in due && sums(due.steps)).toMatchObject({
      opening: [2, 500],
      "pulled-in": [2, 1000],
      "pushed-out": [1, -100],
      won: [1, -800],
      closing: [2, 600],
    });
    expect(closeMoves).toMatchObject([
      { deal: { id: "3" }, fromDay: 50, toDay: 70, laterDays: 20 },
      { deal: { id: "2" }, fromDay: 150, toDay: 80, laterDays: -70 },
      { deal: { id: "1" }, fromDay: 60, toDay: 120, laterDays: 60 },
    ]);
  });

  test("without snapshots it says what it cannot show", () => {
    const { due, closeMoves, amountsFromSnapshots } = reviewOf(WEEK, {});
    expect([due, closeMoves]).toEqual([
      { missing: "no-snapshots", n: 0 },
      { missing: "no-snapshots", n: 0 },
    ]);
    expect(amountsFromSnapshots).toBe(false);
  });

  test("what moved, what slipped, and what is new on the risk list", () => {
    const found = reviewOf(WEEK, { 1: { expectedCloseDay: 33 }, 2: { expectedCloseDay: 20 } });
    expect(found.stageMoves).toMatchObject([{ deal: { id: "2" }, fromStage: 0, toStage: 1 }]);
    expect(found.slipped.map(({ id }) => id)).toEqual(["1"]);
    // Deal 2 was overdue before: not new.
    expect(found.newRisks).toMatchObject([
      { deal: { id: "1" }, flags: [{ code: "overdue-close", lateDays: 7 }] },
    ]);
  });
});

describe("what became a risk between the two days", () => {
  test("a second push is new: on day 30 the close had moved once, 60 → 70; by day 40 twice, → 80", () => {
    const timelines = timelinesWith("1 | open A | 0 | A 0", { 1: { expectedCloseDay: 80 } });
    const { review: found } = adviceOn({
      pipeline: asOf(timelines, 40),
      earlier: () => asOf(timelines, 30),
      stages: [],
      snapshots: bookOf("20 | 1 | 5 | 60\n28 | 1 | 5 | 70"),
      level: 0.8,
      isReferral: () => false,
    });
    expect(found.newRisks).toMatchObject([
      { deal: { id: "1" }, flags: [{ code: "pushed", times: 2, firstDay: 60, nowDay: 80 }] },
    ]);
  });
});

describe("laws", () => {
  const day = fc.integer({ min: 0, max: 60 });
  const change = fc.tuple(fc.constantFrom("A", "B", "C", "won", "lost"), day);
  const deal = fc.record({
    changes: fc.array(change, { minLength: 1, maxLength: 6 }),
    amount: fc.option(fc.integer({ min: 1, max: 5000 })),
    close: fc.option(fc.integer({ min: 1, max: 200 })),
    snapshots: fc.array(fc.tuple(day, fc.option(fc.integer({ min: 1, max: 5000 })), fc.option(fc.nat(200))), {
      maxLength: 4,
    }),
  });

  test("in deals and in money, opening and what happened make the closing, and closing is what is open", () => {
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 12 }), (deals) => {
        const line = (d: (typeof deals)[number], id: number): string => {
          const sorted = [...d.changes].sort((a, b) => a[1] - b[1]);
          return `${id} | | | ${sorted.map(([s, on]) => `${s} ${on}`).join(", ")} | ${d.amount ?? ""}`;
        };
        const facts = Object.fromEntries(deals.map((d, id) => [id, { expectedCloseDay: d.close }]));
        const book = snapshotBook(
          deals.flatMap((d, id) =>
            d.snapshots.map(([on, amount, expectedCloseDay]) => {
              return { dealId: String(id), day: on, stage: "A", amount, expectedCloseDay };
            }),
          ),
          40,
        );
        const found = reviewOf(deals.map(line).join("\n"), facts, book);
        for (const steps of [found.waterfall, "steps" in found.due ? found.due.steps : []]) addsUp(steps);
        const open = asOf(timelinesWith(deals.map(line).join("\n"), facts), 40).deals.filter(
          ({ outcome }) => outcome === "open",
        );
        const total = open.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
        expect(sums(found.waterfall).closing).toEqual([open.length, total]);
      }),
    );
  });

  function addsUp(steps: readonly WaterfallStep[]): void {
    const leaves = new Set(["won", "lost", "pushed-out"]);
    let [deals, amount] = [0, 0];
    for (const step of steps) {
      if (step.step === "closing") {
        expect([step.deals, step.amount]).toEqual([deals, amount]);
        continue;
      }
      amount += step.amount;
      if (step.step !== "grown" && step.step !== "shrunk")
        deals += leaves.has(step.step) ? -step.deals : step.deals;
    }
  }
});
