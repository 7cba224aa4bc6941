import type { Analysis } from "../../analysis.ts";
import { isoOfDay } from "../../basics/day.ts";
import { isKnown, missing } from "../../basics/figure.ts";
import type { TargetProgress } from "../../measures/targets.ts";
import { targetText } from "../wording/targets.ts";
import { dealJson, known } from "./values.ts";

/** Each target of a running or coming period, with what it still takes. */
export function targetsJson(analysis: Analysis) {
  return analysis.targets.map((progress) => targetJson(progress, analysis));
}

function pastJson({ past }: TargetProgress) {
  if (!isKnown(past)) return null;
  return { ...past, lower: known(past.lower), median: known(past.median), upper: known(past.upper) };
}

function targetJson(progress: TargetProgress, analysis: Analysis) {
  const { target, wonAmount, gapAmount, openAmount } = progress;
  const newDeals = known(progress.newDeals);
  const withoutLargest = known(progress.withoutLargest);
  return {
    period: target.period.label,
    owner: target.owner,
    target: target.amount,
    wonSoFar: wonAmount,
    gap: gapAmount,
    openAmount,
    coverage: known(progress.coverage),
    pastCoverage: pastJson(progress),
    expectedFromOpen: known(progress.expectedAmount),
    withoutLargest: withoutLargest && {
      ...dealJson(withoutLargest.deal),
      expectedFromOpen: withoutLargest.expectedAmount,
    },
    newDeals: newDeals && {
      deals: newDeals.deals,
      startBy: isoOfDay(newDeals.startByDay),
      isTooLate: newDeals.isTooLate,
    },
    chance: known(analysis.targetChances.get(progress) ?? missing("no-forecast", 0)),
    text: targetText(progress, analysis),
  };
}
