import { describe, expect, test } from "vitest";
import { isReferral } from "../../../engine/intake/referral-words.ts";
import { afterWin } from "../../../engine/measures/after-win.ts";
import { lostReasons } from "../../../engine/measures/lost-reasons.ts";
import { stageDesign } from "../../../engine/measures/stage-design.ts";
import { stageMeasures } from "../../../engine/measures/stage-measures.ts";
import { type Facts, pipelineWith } from "../../helpers/pipeline-with.ts";

describe("lost reasons by stage and money", () => {
  const text = `
    1 | lost - 9 | 0 | A 0 | 100
    2 | lost - 9 | 0 | A 0, B 3 | 300
    3 | lost - 9 | 0 | A 0, B 3 | 50
    4 | lost - 9 | 0 | |
    5 | won - 9  | 0 | A 0 | 900`;

  test("spellings merge, blanks come last, an unknown stage is in none", () => {
    const facts = { 1: { lostReason: "Price" }, 2: { lostReason: "price " }, 3: { lostReason: "Price" } };
    expect(lostReasons(pipelineWith(text, 20, facts, ["A", "B"]))).toMatchObject([
      {
        reason: "Price",
        deals: 3,
        share: 0.75,
        amount: 450,
        unpriced: 0,
        byStage: [
          { deals: 1, amount: 100 },
          { deals: 2, amount: 350 },
        ],
        withoutStage: 0,
      },
      {
        reason: "",
        deals: 1,
        share: 0.25,
        amount: 0,
        unpriced: 1,
        byStage: [
          { deals: 0, amount: 0 },
          { deals: 0, amount: 0 },
        ],
        withoutStage: 1,
      },
    ]);
  });

  test("missing where nobody writes reasons down", () => {
    expect(lostReasons(pipelineWith(text, 20, {}))).toEqual({ missing: "no-reasons", n: 4 });
  });
});

describe("stages that a pipeline might do without", () => {
  const many = (count: number, line: (id: number) => string): string =>
    Array.from({ length: count }, (_, id) => line(id)).join("\n");
  const advice = (text: string) => {
    const pipeline = pipelineWith(text, 100, {});
    return stageDesign(pipeline, stageMeasures(pipeline, 0.8));
  };

  test("60 of 60 pass B within a day: Wilson's lower end is 60 ÷ (60 + 1.2816²) = 97.3 %", () => {
    const [found, ...others] = advice(many(60, (id) => `${id} | won - 20 | 0 | A 0, B 8, C 9`));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "passed-at-once",
      stage: 1,
      mergeWith: 2,
      evidence: { n: 60, medianDays: 1, lowerShare: expect.closeTo(60 / (60 + 1.2815515655 ** 2), 9) },
      daysAWonDeal: 1,
    });
  });

  test("50 of 50 are too few to be sure (96.8 %), and two days are too long", () => {
    expect(advice(many(50, (id) => `${id} | won - 20 | 0 | A 0, B 8, C 9`))).toEqual([]);
    expect(advice(many(60, (id) => `${id} | won - 20 | 0 | A 0, B 8, C 10`))).toEqual([]);
  });

  test("skipped by 10 of 25 is 40 %; by 9 it is not", () => {
    const skipping = (skips: number) =>
      many(25, (id) => `${id} | won - 20 | 0 | A 0, ${id < skips ? "" : "B 5, "}C 9`);
    expect(advice(skipping(10))).toMatchObject([
      { code: "often-skipped", stage: 1, evidence: { skipped: 10, reached: 25 } },
    ]);
    expect(advice(skipping(9))).toEqual([]);
  });

  test("deals without history, or whose history begins later, skip nothing: 0 of 20 skip A, not 40 of 60", () => {
    const without = many(40, (id) => `n${id} | won - 20 | 0 |`);
    const later = many(30, (id) => `l${id} | won - 20 | 0 | B 5, C 9`);
    const seen = many(20, (id) => `s${id} | won - 20 | 0 | A 0, B 5, C 9`);
    expect(advice(`${without}\n${later}\n${seen}`)).toEqual([]);
  });

  test("a stage from which 0 of 40 went on is a dead end", () => {
    const found = advice(many(40, (id) => `${id} | lost - 20 | 0 | A 0, B 5`));
    expect(found).toMatchObject([{ code: "dead-end", stage: 1, evidence: { n: 40, openHere: 0 } }]);
  });
});

describe("after the win", () => {
  const text = `
    1 | won - 10 | 0 | A 0 | 100
    2 | won - 50 | 20 | A 20 | 300
    3 | won - 60 | 50 | A 50 | 500
    4 | won - 20 | 0 | A 0 | 40
    5 | lost - 30 | 0 | A 0 | 70
    6 | open A   | 190 | A 190 | 80
    7 | won - 150 | 140 | A 140 | 60`;
  const facts: Facts = {
    1: { account: "Acme", product: "Desk", source: "Referral" },
    2: { account: "Acme", product: "Desk", source: "Fair" },
    3: { account: "Acme", product: "Lamp", source: "Fair" },
    4: { account: "Beta", source: "Referral", lastActivityDay: 160 },
    5: { account: "Gamma", source: "Fair" },
    6: { account: "Beta", source: "Fair" },
    7: { account: "Delta", nextStepDay: 180 },
  };
  const found = afterWin(pipelineWith(text, 200, facts), { level: 0.8, callEveryDays: 90, isReferral });

  test("due: Acme, quiet since its last win; Delta, whose planned step has come; not Beta, with an open deal", () => {
    expect(found.due).toMatchObject([
      { deal: { id: "3" }, plannedDay: null, quietDays: 140 },
      { deal: { id: "7" }, plannedDay: 180, quietDays: 50 },
    ]);
  });

  test("a customer given up in follow-up is not due: 8 left on day 90, 9 has been quiet for 130 days", () => {
    const lines = "8 | | 0 | A 0, won 60, after 70, lost 90\n9 | | 0 | A 0, won 70, after 80";
    const options = { level: 0.8, callEveryDays: 90, isReferral };
    expect(afterWin(pipelineWith(lines, 200, {}), options).due).toMatchObject([
      { deal: { id: "9" }, quietDays: 130 },
    ]);
  });

  test("repeat: the second desk, 300; upsell: the lamp, 500; of 5 wins of 1,000 together", () => {
    expect(found.repeat).toMatchObject({
      customers: 3,
      repeatCustomers: 1,
      repeat: { deals: 1, amount: 300 },
      upsell: { deals: 1, amount: 500 },
      won: { deals: 5, amount: 1000 },
    });
  });

  test("referred deals: 2 of 2 won in a median of 15 days; others with a source: 2 of 3 won, one open", () => {
    expect(found.referrals).toMatchObject({
      referred: {
        deals: 2,
        open: 0,
        won: 2,
        winRate: { estimate: 1, n: 2 },
        medianCycleDays: 15,
        wonAmount: 140,
      },
      others: { deals: 4, open: 1, won: 2, winRate: { estimate: 2 / 3, n: 3 }, medianCycleDays: 20 },
    });
  });
});
