import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { PastCoverage, TargetProgress } from "../../measures/targets.ts";
import { amountText, chanceText, countedText, daysText, dayText } from "../numbers.ts";
import { dealName, valueName } from "./deal-names.ts";
import { reasonText } from "./reasons.ts";

/** A target as its table names it. */
export function targetName({ target }: TargetProgress): string {
  return target.owner === null ? target.period.label : `${target.period.label}, ${valueName(target.owner)}`;
}

/**
 * What a target still takes, as sentences: the chance to hit it, the gap against what the open pipeline usually brings,
 * and new deals.
 */
export function targetText(
  progress: TargetProgress,
  { currency, targetChances }: Pick<Analysis, "currency" | "targetChances">,
): string {
  if (progress.gapAmount === 0) return "Reached.";
  const chance = targetChances.get(progress);
  return [
    ...(chance !== undefined && isKnown(chance) ? [`The chance to reach it is ${chanceText(chance)}.`] : []),
    coverageText(progress, currency),
    ...expectedText(progress, currency),
    ...newDealsText(progress),
  ].join(" ");
}

function times(value: number): string {
  return `${value.toFixed(1)} times`;
}

function coverageText(
  { openAmount, coverage, past, target }: TargetProgress,
  currency: string | null,
): string {
  const open = `Open deals of ${amountText(openAmount, currency)} are ${isKnown(coverage) ? times(coverage) : "none of"} the gap.`;
  if (!isKnown(past)) {
    const why = past.missing === "too-few" ? "too few past periods to compare with" : reasonText(past);
    return `${open} How much it takes is not known: ${why}.`;
  }
  return `${open} ${pastText(past, target.period.unit)}`;
}

function pastText({ n, median, lower, upper }: PastCoverage, unit: string): string {
  const periods = countedText(n, `past ${unit}`);
  if (!isKnown(median))
    return `In half of ${periods} or more nothing was won by the end of what was open at this point.`;
  const from = isKnown(lower) ? lower.toFixed(1) : "";
  const range = isKnown(upper) ? `${from}–${upper.toFixed(1)}` : `from ${from}; in some nothing was won`;
  return `At this point of ${periods} open deals were ${times(median)} (${range}) what was won of them by the end.`;
}

function expectedText(
  { expectedAmount, withoutLargest }: TargetProgress,
  currency: string | null,
): readonly string[] {
  if (!isKnown(expectedAmount)) return [];
  const without = isKnown(withoutLargest)
    ? `, ${amountText(withoutLargest.expectedAmount, currency)} without ${dealName(withoutLargest.deal)}`
    : "";
  return [`If they do as those did, they bring ${amountText(expectedAmount, currency)}${without}.`];
}

function newDealsText({ newDeals, target }: TargetProgress): readonly string[] {
  if (!isKnown(newDeals) || newDeals.deals === 0) return [];
  const { deals, startByDay, isTooLate } = newDeals;
  if (isTooLate)
    return [
      `New deals would have had to begin by ${dayText(startByDay)} to close in time: work the open ones.`,
    ];
  const cycle = daysText(target.period.endDay - startByDay);
  return [
    `The rest takes ${countedText(deals, "new deal")}, begun by ${dayText(startByDay)}: half of your won deals take ${cycle} or less.`,
  ];
}
