import { describe, expect, test } from "vitest";
import { missing } from "../../../engine/basics/figure.ts";
import type { StageAdvice } from "../../../engine/measures/stage-design.ts";
import { withoutStageText } from "../../../engine/report/wording/stage-advice.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

const ADVICE: StageAdvice = {
  code: "often-skipped",
  stage: 1,
  mergeWith: 2,
  daysAWonDeal: 12.2,
  evidence: { skipped: 45, reached: 90 },
};

describe("what would be without a stage", () => {
  test("the cycle of 51.78 days less the 12.2 that a won deal spends there, and the forecast's gain", () => {
    const withoutStage = new Map([[1, { lower: 1200, estimate: 3144, upper: 5020, level: 0.8, n: 201 }]]);
    expect(withoutStageText(ADVICE, { ...FIXTURE, withoutStage })).toBe(
      " Without it the won cycle would be 40 days on average, not 52, and a quarter of the coming year would bring €3,100 more (€1,200 to €5,000), once, as wins come sooner.",
    );
  });

  test("without a forecast the cycle alone", () => {
    const withoutStage = new Map([[1, missing("no-forecast", 0)]]);
    expect(withoutStageText(ADVICE, { ...FIXTURE, withoutStage })).toBe(
      " Without it the won cycle would be 40 days on average, not 52.",
    );
  });
});
