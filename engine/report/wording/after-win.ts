import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { SourceResult } from "../../measures/after-win.ts";
import type { Deal } from "../../pipeline/pipeline.ts";
import { amountText, countedText, countText, daysText, rangeText, shareText } from "../numbers.ts";

/** What came after the win, in one sentence a topic. */
export interface AfterWinSentence {
  readonly topic: "due" | "repeat" | "referrals";
  readonly text: string;
  /** The deals it rests on. */
  readonly deals: readonly Deal[];
}

/** What came after the win, in sentences; none where nothing can be told. */
export function afterWinSentences({ advice, currency }: Analysis): readonly AfterWinSentence[] {
  const { repeat, referrals, due } = advice.afterWin;
  const sentences: AfterWinSentence[] = [];
  if (due.length > 0) {
    sentences.push({
      topic: "due",
      text: `${countedText(due.length, "customer is", "customers are")} due for a call.`,
      deals: due.map(({ deal }) => deal),
    });
  }
  if (isKnown(repeat) && repeat.customers > 0) {
    const again = repeat.repeat.amount + repeat.upsell.amount;
    const share =
      repeat.won.amount > 0
        ? ` (${shareText(again / repeat.won.amount, repeat.won.deals)} of all you won)`
        : "";
    const deals = [...repeat.repeat.members, ...repeat.upsell.members];
    const text =
      `${countText(repeat.repeatCustomers)} of ${countedText(repeat.customers, "customer")} bought again: ` +
      `${amountText(repeat.repeat.amount, currency)} of what they had and ${amountText(repeat.upsell.amount, currency)} of something new${share}.`;
    sentences.push({ topic: "repeat", text, deals });
  }
  if (isKnown(referrals)) {
    const { referred, others } = referrals;
    const text = `Referred deals: ${resultText(referred)}. All other sources: ${resultText(others)}.`;
    sentences.push({ topic: "referrals", text, deals: referred.members });
  }
  return sentences;
}

function resultText({ winRate, medianCycleDays }: SourceResult): string {
  const rate = isKnown(winRate)
    ? `${shareText(winRate.estimate, winRate.n)} won (${rangeText(winRate)}; ${countText(winRate.n)} closed)`
    : "none decided yet";
  return isKnown(medianCycleDays) ? `${rate}, in a median of ${daysText(medianCycleDays)}` : rate;
}
