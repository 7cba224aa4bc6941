import type { Flag, FlagCode } from "../../measures/attention.ts";
import { countedText, daysText, dayText } from "../numbers.ts";

const TITLES: Readonly<Record<FlagCode, string>> = {
  stalled: "Stalled",
  "no-next-step": "No next step",
  "overdue-close": "Overdue close",
  "no-activity": "No activity",
  pushed: "Pushed",
  "default-close-date": "Close date not set",
  "older-than-any-win": "Older than any win",
};

/**
 * A reason to look at a deal, in two or three words.
 * @example flagTitle("no-next-step") // => "No next step"
 */
export function flagTitle(code: FlagCode): string {
  return TITLES[code];
}

/**
 * A reason to look at a deal, with its numbers, as a sentence.
 * @example whyFlagged({ code: "overdue-close", dueDay: 20630, lateDays: 4 }) // => "Its expected close, 26 June 2026, was 4 days ago."
 * @example whyFlagged({ code: "stalled", daysInStage: 31, limitDays: 18, n: 40 }) // => "31 days in its stage; four in five stays of won deals ended within 18 days (n = 40)."
 */
export function whyFlagged(flag: Flag): string {
  switch (flag.code) {
    case "stalled":
      return `${daysText(flag.daysInStage)} in its stage; four in five stays of won deals ended within ${daysText(flag.limitDays)} (n = ${flag.n}).`;
    case "no-next-step":
      return flag.plannedDay === null
        ? "No next step is written down."
        : `Its next step was planned for ${dayText(flag.plannedDay)}.`;
    case "overdue-close":
      return `Its expected close, ${dayText(flag.dueDay)}, was ${daysText(flag.lateDays)} ago.`;
    case "no-activity":
      return flag.quietDays === null
        ? "No activity is recorded."
        : `Nothing has happened for ${daysText(flag.quietDays)}.`;
    case "pushed":
      return `Its expected close was moved later ${countedText(flag.times, "time")}: from ${dayText(flag.firstDay)} to ${dayText(flag.nowDay)}.`;
    case "default-close-date":
      return "Its close date is the end of the month it was created in: a default nobody set.";
    case "older-than-any-win":
      return `${daysText(flag.ageDays)} old; the slowest of ${countedText(flag.n, "won deal")} took ${daysText(flag.longestDays)}.`;
  }
}
