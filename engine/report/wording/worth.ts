import { about } from "../../basics/about.ts";
import { type Figure, isKnown } from "../../basics/figure.ts";
import type { Worth } from "../../forecast/bottleneck-worth.ts";
import type { Counterfactual } from "../../forecast/stage-plans.ts";
import { amountsLike, countText, shareText } from "../numbers.ts";
import { excerptOf } from "./excerpt.ts";

/** Shares of a hundred and more deals are shown with decimals; those of a model are not. */
const NO_DECIMALS = 0;

/**
 * Under which condition a stage would be worth so much.
 * @example conditionText("Proposal", { kind: "faster", nowDays: 24, thenDays: 14 }) // => "if Proposal took 14 days on average, as in the better half of its quarters, not 24 as of late"
 * @example conditionText("Proposal", { kind: "fewer-lost", by: "owner", nowShare: 0.38, thenShare: 0.31 }) // => "if Proposal lost 31 % of its deals, as with the better half of owners, not 38 % as of late"
 */
export function conditionText(stage: string, counterfactual: Counterfactual): string {
  const name = excerptOf(stage);
  if (counterfactual.kind === "faster") {
    const [now, then] = daysApart(counterfactual.nowDays, counterfactual.thenDays);
    return `if ${name} took ${then} days on average, as in the better half of its quarters, not ${now} as of late`;
  }
  const { by, nowShare, thenShare } = counterfactual;
  const like = by === "owner" ? "as with the better half of owners" : "as in the better half of its quarters";
  return `if ${name} lost ${shareText(thenShare, NO_DECIMALS)} of its deals, ${like}, not ${shareText(nowShare, NO_DECIMALS)} as of late`;
}

/** Whole days, with a decimal where they would be the same. */
function daysApart(now: number, then: number): readonly [string, string] {
  return Math.round(now) === Math.round(then)
    ? [now.toFixed(1), then.toFixed(1)]
    : [countText(now), countText(then)];
}

/**
 * What the end of a bottleneck would bring, with its condition: never a promise. Null where it has no worth.
 */
export function worthSentence(
  stage: string,
  worth: Figure<Worth> | undefined,
  currency: string | null,
  isCounted: boolean,
): string | null {
  if (worth === undefined || !isKnown(worth)) return null;
  const { lower, estimate, upper } = worth.perQuarter;
  const money = amountsLike([lower, estimate, upper], currency);
  const amount = (value: number): string => (isCounted ? value.toFixed(1) : money(about(value)));
  const unit = isCounted ? " more won deals" : "";
  const condition = conditionText(stage, worth.counterfactual);
  if (estimate <= 0)
    return `No gain is to be expected ${condition} (${amount(lower)} to ${amount(upper)}${unit} a quarter).`;
  const opening = lower > 0 ? "Worth about" : "Perhaps worth";
  return `${opening} ${amount(estimate)}${unit} a quarter (${amount(lower)} to ${amount(upper)}) ${condition}.${nature(worth.counterfactual)}`;
}

/** What kind of gain it is. */
function nature({ kind }: Counterfactual): string {
  return kind === "faster" ? " Such a gain comes once: wins come sooner, not more of them." : "";
}
