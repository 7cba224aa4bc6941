import type { Analysis } from "../../analysis.ts";
import { about } from "../../basics/about.ts";
import type { DealOutlook } from "../../forecast/outlook.ts";
import type { OpenDeal } from "../../measures/attention.ts";
import { amountsLike, amountText, chanceText, daysText } from "../numbers.ts";
import { whyFlagged } from "./flags.ts";

/** Losing less than one in a hundred of what it brings is nothing to speak of. */
const LEAST_SHARE = 0.01;
/** The amounts among which one is shown: large enough for no decimals. */
const LARGE = 1000;

/**
 * What waiting costs, as a sentence; null where it costs nothing to speak of, or nobody knows.
 * @example waitingText({ deal: 0, winProbability: 0.4, expectedAmount: 12000, expectedCloseDay: 20650, earlyCloseDay: 20640, lateCloseDay: 20700, waitDays: 9, costOfWaiting: 1180 }, "EUR", false) // => "Waiting another 9 days costs about €1,200 of expected amount."
 */
export function waitingText(
  outlook: DealOutlook,
  currency: string | null,
  isCounted: boolean,
): string | null {
  const { costOfWaiting, expectedAmount, winProbability, waitDays } = outlook;
  if (costOfWaiting === null || expectedAmount === null || expectedAmount <= 0) return null;
  const share = costOfWaiting / expectedAmount;
  if (share < LEAST_SHARE) return null;
  const wait = `Waiting another ${daysText(waitDays)}`;
  if (isCounted)
    return `${wait} lowers the chance to win from ${chanceText(winProbability)} to ${chanceText(winProbability * (1 - share))}.`;
  const cost = about(costOfWaiting);
  const money = cost < 1 ? amountText(cost, currency) : amountsLike([LARGE], currency)(cost);
  return `${wait} costs about ${money} of expected amount.`;
}

/** All that speaks for working on a deal: its flags, and what waiting costs. */
export function whyWork(
  { deal, flags }: OpenDeal,
  { outlooks, currency, isCounted }: Pick<Analysis, "outlooks" | "currency" | "isCounted">,
): readonly string[] {
  const outlook = outlooks.get(deal);
  const waiting = outlook ? waitingText(outlook, currency, isCounted) : null;
  return [...flags.map(whyFlagged), ...(waiting === null ? [] : [waiting])];
}
