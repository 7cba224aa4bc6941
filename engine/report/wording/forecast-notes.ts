import type { ForecastNote, ForecastNoteCode } from "../../forecast/types.ts";
import { amountText, chanceText, countedText, countText, shareText } from "../numbers.ts";
import { excerptOf } from "./excerpt.ts";
import { methodPhrase } from "./forecast-methods.ts";

/** What the wording of a note needs besides the note. */
export interface NoteSetting {
  readonly currency: string | null;
  readonly level: number;
}

interface Words {
  /** A number of the note; 0 where it carries none of that name. */
  readonly of: (name: string) => number;
  /** A percentage without decimals. */
  readonly share: (name: string) => string;
  readonly amount: (name: string) => string;
  readonly count: (name: string, noun: string, plural?: string) => string;
  readonly text: string;
  readonly method: string;
  readonly level: string;
}

const NOTES: Readonly<Record<ForecastNoteCode, (words: Words) => string>> = {
  "all-open": ({ count }) =>
    `No deal has closed yet, so nothing tells how your ${count("open", "open deal")} may end. Time in stage is all that can be shown.`,
  "no-wins": ({ of, count, level }) =>
    `No wins yet: of ${count("lost", "closed deal")} none was won. Your win rate is plausibly below ${chanceText(of("upper"))} ` +
    `(${level} range), and there is no forecast of money.`,
  thin: ({ of, count }) =>
    `Not enough history: ${count("closed", "closed deal")}, ${countText(of("won"))} won. The range is wide and rests mainly on defaults.`,
  early: ({ count }) => `Early estimate: only ${count("won", "deal was", "deals were")} won so far.`,
  "new-stage": ({ count, text }) =>
    `Stage ${text} is new: ${count("visits", "visit")}. Until there are more, it is taken to work much like the other stages.`,
  "shared-customers": ({ count }) =>
    `${count("deals", "open deal belongs", "open deals belong")} to ${count("customers", "customer")} with several of them. ` +
    "Such deals may be won or lost together: the true range may be wider.",
  "large-deal": ({ share, amount, text }) =>
    `Deal ${text} (${amount("amount")}) is ${share("share")} of the upside. "What if" shows the forecast without it.`,
  reopened: ({ count }) =>
    `${count("deals", "deal was", "deals were")} reopened after a loss. The loss stays counted; the deal goes on as a new one.`,
  counted: () => "No deal carries an amount: the figures of the forecast are numbers of won deals.",
  "no-history": () =>
    "Stage history is missing: less precise. Switch on recording, or keep a sheet of stage changes.",
  "amounts-at-win": ({ share }) =>
    `Amounts seem to be written down at the win (${share("wonShare")} of won deals carry one, ${share("lostShare")} of lost ones). ` +
    "Those of open deals are not used; what recent wins brought stands for them.",
  "closing-ratio": ({ share, count }) =>
    `Snapshots of ${count("deals", "won deal")} tell what was listed before the win: such deals close at about ${share("ratio")} of it. ` +
    "Open deals are taken to do so too.",
  "open-without-amount": ({ count }) =>
    `${count("deals", "open deal carries", "open deals carry")} no amount: what won deals bring stands for it.`,
  "past-whale": ({ share, amount, text }) =>
    `Deal ${text} (${amount("amount")}) alone is ${share("share")} of what was won in the last year. It counts as one win among all; ` +
    "whether its like comes again nobody can tell.",
  record: ({ share, count, method }) =>
    `In ${count("cutoffs", "past month")} our figure was off by ${share("wape")} of the average; the best simple method, ${method}, ` +
    `by ${share("baselineWape")}.`,
  "short-record": ({ count }) =>
    `The record is short: ${count("cutoffs", "past month-end")}, too few to tell methods apart.`,
  "baseline-better": ({ amount, method }) =>
    `In the record ${method} came closer than our own model (CRPS ${amount("baselineCrps")} against ${amount("crps")}), but that may be chance. ` +
    "Its forecast stands beside ours.",
  "baseline-chosen": ({ amount, method }) =>
    `In the record ${method} came closer than our own model by more than chance (CRPS ${amount("baselineCrps")} against ${amount("crps")}): ` +
    "the forecast is made with it. Our own stands beside it.",
  "spread-adjusted": ({ of }) => spreadText(of("factor")),
};

function spreadText(factor: number): string {
  const percent = shareText(Math.abs(factor - 1), 0);
  return factor > 1
    ? `Past ranges were too narrow: those shown are ${percent} wider than the model's own.`
    : `Past ranges were wider than they needed to be: those shown are ${percent} narrower than the model's own.`;
}

/**
 * A remark on a forecast in words: what is thin or odd in the data, and what was done about it.
 * @example forecastNoteText({ code: "early", numbers: { won: 12 } }, { currency: "EUR", level: 0.8 }) // => "Early estimate: only 12 deals were won so far."
 */
export function forecastNoteText(note: ForecastNote, { currency, level }: NoteSetting): string {
  const of = (name: string): number => note.numbers[name] ?? 0;
  return NOTES[note.code]({
    of,
    share: (name) => shareText(of(name), 0),
    amount: (name) => amountText(of(name), currency),
    count: (name, noun, plural) => countedText(of(name), noun, plural),
    text: excerptOf(note.text ?? ""),
    method: methodPhrase(note.text),
    level: shareText(level, 0),
  });
}
