import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../engine/analysis.ts";
import { type Figure, missing } from "../../../engine/basics/figure.ts";
import type { ForecastNote } from "../../../engine/forecast/types.ts";
import type { Bottleneck } from "../../../engine/measures/types.ts";
import { headlines } from "../../../engine/report/wording/headlines.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";
import { FORECAST } from "../../helpers/forecast-fixture.ts";

/** The fixture's three stages with these median days: Qualification, Proposal, Negotiation. */
function withMedians(...medians: readonly Figure<number>[]): Analysis {
  const stages = FIXTURE.stages.map((measures, index) => {
    const medianDays = medians[index] ?? missing("curve-too-short", 9);
    const { timeInStage } = measures;
    return "missing" in timeInStage ? measures : { ...measures, timeInStage: { ...timeInStage, medianDays } };
  });
  return { ...FIXTURE, forecast: null, otherForecast: null, stages };
}

function bottleneck(name: string, kind: Bottleneck["kind"], certainty: number): Bottleneck {
  const shares = { cycleShare: 0.5, lossRate: 0.3, lossShare: 0.4, eventualConversion: 0.7, openShare: 0.3 };
  const evidence = { ...shares, decided: 60, workDays: 40, certainty };
  return { stage: { name, order: 1 }, rank: 1, kind, evidence };
}

describe("the slowest stage", () => {
  test.each([
    // 24 / 12 = 2.0
    [[6, 24, 12], "Proposal holds deals 24 days (median), twice as long as any other stage."],
    // 24 / 10 = 2.4
    [
      [6, 24, 10],
      "Proposal holds deals 24 days (median), 2.4 times as long as the next, Negotiation (10 days).",
    ],
    // 24 / 22 = 1.09 is no difference to speak of
    [[6, 24, 22], "No stage holds deals clearly longest: Proposal 24 days, Negotiation 22 days (medians)."],
    [[0, 1, 0], "Proposal holds deals 1 day (median), longer than any other stage."],
    [[0, 0, 0], "No stage holds deals clearly longest: Qualification 0 days, Proposal 0 days (medians)."],
  ])("medians %j", (medians, sentence) => {
    expect(headlines(withMedians(...medians))[0]).toBe(sentence);
  });

  test("a stage whose median is not reached may be slower still, and the sentence says so", () => {
    expect(headlines(withMedians(6, missing("curve-too-short", 30), 3))[0]).toBe(
      "Qualification holds deals 6 days (median), twice as long as Negotiation. " +
        "The time in Proposal is not known yet: too many visits still last.",
    );
  });

  test("a median of fewer than ten visits is compared with nothing", () => {
    const analysis = withMedians(6, 24, 12);
    const thin = (order: number): Analysis => ({
      ...analysis,
      stages: analysis.stages.map((measures) => {
        const { timeInStage, stage } = measures;
        if ("missing" in timeInStage || stage.order !== order) return measures;
        return { ...measures, timeInStage: { ...timeInStage, n: 9 } };
      }),
    });
    expect(headlines(thin(2))[0]).toBe(
      "Negotiation holds deals 12 days (median), twice as long as Qualification. Too few visits to compare: Proposal.",
    );
    const one = { ...thin(2), stages: thin(2).stages.slice(0, 2) };
    expect(headlines(one).join(" ")).not.toContain("holds deals");
  });

  test("without two known times nothing is said", () => {
    const texts = headlines(withMedians(6, missing("none-reached", 0), missing("none-reached", 0)));
    expect(texts.join(" ")).not.toContain("holds deals");
  });
});

describe("bottlenecks", () => {
  test("none is named as standing out below a certainty of 80 %", () => {
    const bottlenecks = [
      bottleneck("Proposal", "slow", 0.79),
      bottleneck("Contact", "leaky", 0.5),
      bottleneck("Closing", "slow", 0.2),
    ];
    expect(headlines({ ...FIXTURE, bottlenecks })).toContain(
      "No stage stands out as a bottleneck. Candidates: Proposal (slow) and Contact (leaky).",
    );
  });

  test("from 80 % on the stage is named with its share, its n's decimals and how sure this is", () => {
    const bottlenecks = [bottleneck("Proposal", "slow", 0.8), bottleneck("Contact", "leaky", 1)];
    const texts = headlines({ ...FIXTURE, bottlenecks });
    expect(texts).toContain("Proposal is slow: 50 % of the time of a won deal goes here. Certainty 80 %.");
    expect(texts).toContain(
      "Contact is leaky: 30 % of the deals decided here are lost, 40.0 % of all you lose. Certainty over 99 %.",
    );
  });
});

test("the win rate comes with its range, its n and the undecided deals", () => {
  expect(headlines(FIXTURE)).toContain(
    "You win 46.3 % of closed deals (41.8–50.8 %, n = 201); 39 are undecided.",
  );
});

test("what cannot be computed is not said", () => {
  const nothing = missing("no-deals", 0);
  const bare: Analysis = {
    ...FIXTURE,
    forecast: null,
    otherForecast: null,
    stages: [],
    bottlenecks: nothing,
    winRate: { byCount: nothing, byAmount: nothing },
    cycle: { won: nothing, lost: nothing },
    problems: [],
  };
  expect(headlines(bare)).toEqual([]);
});

test("a forecast that few deals stand behind says so beside its first figure", () => {
  const said = (note: ForecastNote): readonly string[] =>
    headlines({
      ...FIXTURE,
      forecast: { ...FORECAST, notes: [{ code: "shared-customers", numbers: {} }, note] },
    }).slice(0, 2);
  expect(said({ code: "thin", numbers: { closed: 3, won: 2 } })).toEqual([
    expect.stringMatching(/^Forecast: /),
    "Not enough history: 3 closed deals, 2 won. The range is wide and rests mainly on defaults.",
  ]);
  expect(said({ code: "early", numbers: { won: 12 } })[1]).toBe(
    "Early estimate: only 12 deals were won so far.",
  );
  expect(said({ code: "counted", numbers: {} })[1]).not.toMatch(/Early|Not enough/);
});
