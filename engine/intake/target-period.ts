import { dayOfDate } from "../basics/day.ts";
import { periodOf } from "../basics/period.ts";
import { foldWords } from "./fold.ts";
import { monthOfName } from "./month-names.ts";

/** Years are written in full, or as their last two digits. */
const CENTURY = 2000;

/**
 * The period a target is for, as people write it: a month, a quarter, or every one of them (`month`, `quarter`).
 * Null for any other words. A date stands for its month.
 * @example targetPeriodOf("Q3 2026") // => "2026-Q3"
 * @example targetPeriodOf("Jul 26") // => "2026-07"
 * @example targetPeriodOf("a month") // => "month"
 * @example targetPeriodOf("next year") // => null
 */
export function targetPeriodOf(text: string): string | null {
  const words = foldWords(text);
  const every = /^(?:(?:a|an|each|every|per) )?(month|quarter)(?:ly)?$/.exec(words);
  if (every?.[1] !== undefined) return every[1];
  return quarterOf(words) ?? monthOf(words);
}

function quarterOf(words: string): string | null {
  const match =
    /^(?<year>\d{4}|\d{2}) ?q ?(?<quarter>[1-4])$/.exec(words) ??
    /^q ?(?<quarter>[1-4]) (?<year>\d{4}|\d{2})$/.exec(words);
  const { year, quarter } = match?.groups ?? {};
  return year === undefined || quarter === undefined
    ? null
    : labelOf(year, 3 * Number(quarter) - 2, "quarter");
}

function monthOf(words: string): string | null {
  const digits =
    /^(?<year>\d{4}) (?<month>\d{1,2})(?: \d{1,2})?$/.exec(words) ??
    /^(?<month>\d{1,2}) (?<year>\d{4})$/.exec(words);
  if (digits) return labelOf(digits.groups?.year ?? "", Number(digits.groups?.month), "month");
  const named =
    /^(?<name>\p{L}+) (?<year>\d{4}|\d{2})$/u.exec(words) ?? /^(?<year>\d{4}) (?<name>\p{L}+)$/u.exec(words);
  const month = monthOfName(named?.groups?.name ?? "");
  return month === null ? null : labelOf(named?.groups?.year ?? "", month, "month");
}

function labelOf(year: string, month: number, unit: "month" | "quarter"): string | null {
  const full = year.length === 2 ? CENTURY + Number(year) : Number(year);
  const day = dayOfDate(full, month, 1);
  return day === null ? null : periodOf(day, unit).label;
}
