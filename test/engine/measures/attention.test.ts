import { describe, expect, test } from "vitest";
import { attention, type Flag } from "../../../engine/measures/attention.ts";
import { leakage } from "../../../engine/measures/leakage.ts";
import { bookOf, type Facts, NO_SNAPSHOTS, pipelineWith } from "../../helpers/pipeline-with.ts";

/** Two won deals each stay 2, 4, 6, 8 and 10 days in A and close on days 20 to 60; x is the deal looked at. */
const WON = Array.from({ length: 10 }, (_, i) => {
  const step = Math.floor(i / 2) + 1;
  return `${i + 1} | won - ${10 + 10 * step} | 0 | A 0, B ${2 * step}`;
}).join("\n");

function flagsOf(line: string, facts: Facts[string], today: number, book = NO_SNAPSHOTS, others: Facts = {}) {
  const pipeline = pipelineWith(`${WON}\n${line}`, today, { x: facts, ...others });
  const found = attention(pipeline, book, { quietAfterDays: 14 });
  return found.find(({ deal }) => deal.id === "x")?.flags;
}

describe("why a deal needs somebody", () => {
  test("stalled beyond the P80 of visits of won deals: 2, 2, 4, … 10, 10 → place 7.2 → 8.4 days", () => {
    const expected: Flag = { code: "stalled", daysInStage: 9, limitDays: 8.4, n: 10 };
    expect(flagsOf("x | open A | 61 | A 61", {}, 70)).toEqual([
      { ...expected, limitDays: expect.closeTo(8.4, 12) },
    ]);
    expect(flagsOf("x | open A | 61 | A 61", {}, 69)).toEqual([]);
  });

  test("nine visits of won deals set no limit", () => {
    const text = `${WON.split("\n").slice(1).join("\n")}\nx | open A | 61 | A 61`;
    const [x] = attention(pipelineWith(text, 90, {}), NO_SNAPSHOTS, { quietAfterDays: 14 });
    expect(x?.flags).toEqual([]);
  });

  test("time in a stage counts from the last entry, not the first", () => {
    expect(flagsOf("x | open A | 50 | A 50, B 60, A 64", {}, 70)).toEqual([]);
  });

  test("an expected close gone by, by its days; today is not late", () => {
    const facts = { expectedCloseDay: 65 };
    expect(flagsOf("x | open A | 61 | A 61", facts, 67)).toEqual([
      { code: "overdue-close", dueDay: 65, lateDays: 2 },
    ]);
    expect(flagsOf("x | open A | 61 | A 61", facts, 65)).toEqual([]);
  });

  test("pushed twice: 70 → 80 → 75 → 95 is later two times, from 70 to 95", () => {
    const book = bookOf("60 | x | 5 | 70\n62 | x | 5 | 80\n64 | x | 5 | 75");
    expect(flagsOf("x | open A | 61 | A 61", { expectedCloseDay: 95 }, 66, book)).toEqual([
      { code: "pushed", times: 2, firstDay: 70, nowDay: 95 },
    ]);
    expect(flagsOf("x | open A | 61 | A 61", { expectedCloseDay: 75 }, 66, book)).toEqual([]);
  });

  test("no next step: none written, or its day gone by; silent where nobody writes them", () => {
    const line = "x | open A | 61 | A 61";
    const others = { 1: { nextStep: "Call" } };
    expect(flagsOf(line, {}, 66, NO_SNAPSHOTS, others)).toEqual([{ code: "no-next-step", plannedDay: null }]);
    expect(flagsOf(line, { nextStep: "Call", nextStepDay: 65 }, 66)).toEqual([
      { code: "no-next-step", plannedDay: 65 },
    ]);
    expect(flagsOf(line, { nextStep: "Call", nextStepDay: 66 }, 66)).toEqual([]);
    expect(flagsOf(line, {}, 66)).toEqual([]);
  });

  test("no activity for more than 14 days; a stage change is an activity", () => {
    const line = "x | open B | 40 | A 40, B 50";
    const at = (lastActivityDay: number, today: number) =>
      flagsOf(line, { lastActivityDay }, today, NO_SNAPSHOTS, { 1: { lastActivityDay: 3 } });
    expect(at(45, 65)).toEqual([{ code: "no-activity", quietDays: 15, limitDays: 14 }]);
    expect(at(45, 64)).toEqual([]);
    expect(at(52, 66)).toEqual([]);
  });

  test("a close date that is the end of the month of creation was set by nobody", () => {
    // Day 40 is 10 February 1970, day 58 its last.
    const flags = flagsOf("x | open A | 40 | A 63", { expectedCloseDay: 58 }, 66);
    expect(flags).toEqual([{ code: "default-close-date" }]);
  });

  test("older than any deal ever won: 60 days is the longest of ten", () => {
    const line = "x | open C | 0 | A 0, C 1";
    expect(flagsOf(line, {}, 61)).toEqual([
      { code: "older-than-any-win", ageDays: 61, longestDays: 60, n: 10 },
    ]);
    expect(flagsOf(line, {}, 60)).toEqual([]);
  });
});

describe("deals that nobody has touched", () => {
  const text = `
    1 | open A | 0 | A 0 | 100
    2 | open A | 0 | A 0 | 300
    3 | open A | 0 | A 0
    4 | open B | 0 | A 0, B 20 | 50
    5 | open A | 0 | A 0 | 700
    6 | won - 9 | 0 | A 0 | 900`;
  const facts: Facts = {
    1: { owner: "Ada" },
    2: { owner: "Ada", lastActivityDay: 10 },
    3: { owner: "Ben" },
    4: { owner: "Ben" },
    5: { owner: "Ben", nextStepDay: 40 },
  };

  test("by owner and stage, in deals and money; a planned step or a recent change is no leak", () => {
    const found = leakage(pipelineWith(text, 30, facts), 14);
    // Quiet on day 30: 1 (30 days), 2 (20 days), 3 (30 days). 4 moved 10 days ago; 5 has a step planned.
    expect(found).toMatchObject({ deals: 3, amount: 400, unpriced: 1, openDeals: 5 });
    expect("rows" in found && found.rows).toMatchObject([
      { owner: "Ada", stage: 0, deals: 2, amount: 400, unpriced: 0, longestQuietDays: 30 },
      { owner: "Ben", stage: 0, deals: 1, amount: 0, unpriced: 1, longestQuietDays: 30 },
    ]);
  });

  test("missing where nothing tells when anything last happened", () => {
    expect(leakage(pipelineWith("1 | open A | 0 |", 30, {}), 14)).toEqual({ missing: "no-history", n: 1 });
  });

  test("one owner may have left any number of deals untouched", () => {
    const one = pipelineWith("1 | open A | 0 |", 30, { 1: { lastActivityDay: 3 } });
    const deals = Array.from({ length: 200_000 }, () => one.deals).flat();
    expect(leakage({ ...one, deals }, 14)).toMatchObject({
      rows: [{ deals: 200_000, longestQuietDays: 27 }],
    });
  });
});
