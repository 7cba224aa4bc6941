import type { Analysis } from "../../analysis.ts";
import { about } from "../../basics/about.ts";
import { isKnown } from "../../basics/figure.ts";
import type { StageAdvice } from "../../measures/stage-design.ts";
import type { Stage } from "../../pipeline/pipeline.ts";
import { amountsLike, countedText, countText, daysText, shareText } from "../numbers.ts";
import { excerptOf } from "./excerpt.ts";

/**
 * What to do about a stage that decides little, with the evidence and what it would change.
 * @example stageAdviceText({ code: "often-skipped", stage: 0, mergeWith: 1, daysAWonDeal: 0.5, evidence: { skipped: 45, reached: 90 } }, [{ name: "Call", order: 1 }, { name: "Offer", order: 2 }]) // => "45 of 90 deals that came this far (50 %) skip Call. Merge it with Offer, or say what it is for. A won deal spends less than a day there on average."
 */
export function stageAdviceText(advice: StageAdvice, stages: readonly Stage[]): string {
  const name = nameOf(stages, advice.stage);
  const merge = advice.mergeWith === null ? "" : `Merge it with ${nameOf(stages, advice.mergeWith)}`;
  return `${evidenceText(advice, name)} ${merge}, or say what it is for.${changeText(advice.daysAWonDeal)}`;
}

/**
 * What the cycle and the forecast would be without the stage, each deal ending as it would have; "" where neither is known.
 */
export function withoutStageText(
  { stage, daysAWonDeal }: StageAdvice,
  {
    cycle,
    withoutStage,
    currency,
    isCounted,
  }: Pick<Analysis, "cycle" | "withoutStage" | "currency" | "isCounted">,
): string {
  const parts: string[] = [];
  if (isKnown(cycle.won) && daysAWonDeal !== null) {
    const { meanDays } = cycle.won;
    parts.push(
      `the won cycle would be ${daysText(Math.max(0, meanDays - daysAWonDeal))} on average, not ${countText(meanDays)}`,
    );
  }
  const worth = withoutStage.get(stage);
  if (worth && isKnown(worth)) {
    const { lower, estimate, upper } = worth;
    const money = amountsLike([lower, estimate, upper], currency);
    const amount = (value: number): string => (isCounted ? value.toFixed(1) : money(about(value)));
    const unit = isCounted ? " more won deals" : " more";
    parts.push(
      `a quarter of the coming year would bring ${amount(estimate)}${unit} (${amount(lower)} to ${amount(upper)}), once, as wins come sooner`,
    );
  }
  return parts.length === 0 ? "" : ` Without it ${parts.join(", and ")}.`;
}

function nameOf(stages: readonly Stage[], index: number): string {
  return excerptOf(stages[index]?.name ?? "");
}

function evidenceText(advice: StageAdvice, name: string): string {
  if (advice.code === "passed-at-once") {
    const { lowerShare, n, medianDays } = advice.evidence;
    const time = medianDays === 0 ? "on the day they arrive" : `within ${daysText(medianDays)}`;
    return `Probably at least ${shareText(lowerShare, n)} of deals pass ${name}, half of them ${time} (n = ${countText(n)}).`;
  }
  if (advice.code === "often-skipped") {
    const { skipped, reached } = advice.evidence;
    return `${countText(skipped)} of ${countedText(reached, "deal")} that came this far (${shareText(skipped / reached, reached)}) skip ${name}.`;
  }
  const { upperShare, n, openHere } = advice.evidence;
  const here = openHere === 0 ? "" : ` ${countedText(openHere, "deal")} still wait there.`;
  return `Probably at most ${shareText(upperShare, n)} of deals go on from ${name} (n = ${countText(n)}).${here}`;
}

function changeText(days: number | null): string {
  if (days === null) return "";
  const time = days < 1 ? "less than a day" : daysText(days);
  return ` A won deal spends ${time} there on average.`;
}
