import { type Day, dayOfDate } from "../basics/day.ts";
import { hasDigit, plainDigits } from "./fold.ts";
import { readIsoText } from "./iso-text.ts";
import { monthOfName } from "./month-names.ts";

export type DateOrder = "day-first" | "month-first";

/** What a text says of a day. */
export type DayReading =
  /** One reading only; `order` where the text itself shows its order. */
  | { readonly kind: "day"; readonly day: Day; readonly second: number; readonly order: DateOrder | null }
  /** Two readings: the order of its column decides. */
  | { readonly kind: "either"; readonly dayFirst: Day; readonly monthFirst: Day; readonly second: number };

/** Serial numbers of 1950 to 2099 in the 1900 date system. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_050;
const SERIAL_OF_DAY_0 = 25_569;
const SECONDS_A_DAY = 86_400;
const LONGEST_DATE = 60;

const YEAR_FIRST =
  /^(\d{4})(?:\s*[-/.]\s*|\s*年\s*)(\d{1,2})(?:\s*[-/.]\s*|\s*月\s*)(\d{1,2})\s*日?(?:[T\s,]+(.*))?$/;
const YEAR_LAST = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?:[T\s,]+(.*))?$/;
const DAY_NAME =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|°|ª)?\.?[\s\-/]*(?:de\s+|of\s+)?(\p{L}+)\.?,?[\s\-/]*(?:del?\s+)?'?(\d{4}|\d{2})(?:[T\s,]+(.*))?$/u;
const NAME_DAY = /^(\p{L}+)\.?[\s\-/]*(\d{1,2})(?:st|nd|rd|th)?[,\s\-/]+'?(\d{4}|\d{2})(?:[T\s,]+(.*))?$/u;
const WEEKDAY = /^\p{L}{2,}\.?,?\s+(?=\S*\d|\p{L}+\.?\s*\d{1,2}(?:st|nd|rd|th)?[,\s])/u;
const CLOCK =
  /^(?:at\s+|um\s+|à\s+)?(\d{1,2})[:h.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(?:uhr|z|utc|gmt)?\s*(?:[+-]\d{2}:?\d{2})?\s*\p{L}*$/iu;

/**
 * What a number in a date column says: an Excel serial number (1900 system), `YYYYMMDD`, or a Unix time in
 * seconds or milliseconds; null where it is none of these.
 * @example readDayNumber(46203) // => { kind: "day", day: 20634, second: 0, order: null }
 * @example readDayNumber(20260630) // => { kind: "day", day: 20634, second: 0, order: null }
 * @example readDayNumber(2026) // => null
 */
export function readDayNumber(value: number): DayReading | null {
  if (value >= FIRST_SERIAL && value < LAST_SERIAL) return fromDays(value - SERIAL_OF_DAY_0);
  if (value >= 19_500_101 && value <= 20_991_231 && Number.isInteger(value)) {
    return fromDate(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100, 0, null);
  }
  if (value >= 1e12 && value < 4.1e12) return fromDays(value / 1000 / SECONDS_A_DAY);
  return value >= 6e8 && value < 4.1e9 ? fromDays(value / SECONDS_A_DAY) : null;
}

function fromDays(days: number): DayReading {
  const second = Math.round((days - Math.floor(days)) * SECONDS_A_DAY);
  return { kind: "day", day: Math.floor(days), second: Math.min(second, SECONDS_A_DAY - 1), order: null };
}

/**
 * What a text says of a day: ISO, numbers in any order, month names, with or without a time; null where it is
 * no date or the calendar has no such day.
 * @example readDayText("31.01.2026") // => { kind: "day", day: 20484, second: 0, order: "day-first" }
 * @example readDayText("Jan 31, 2026 14:05") // => { kind: "day", day: 20484, second: 50700, order: null }
 * @example readDayText("31/02/2026") // => null
 */
export function readDayText(text: string): DayReading | null {
  if (text.length > LONGEST_DATE || !hasDigit(text)) return null;
  const moment = readIsoText(text);
  if (moment) return { kind: "day", day: moment.day, second: moment.second, order: null };
  const trimmed = plainDigits(text).trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return readDayNumber(Number(trimmed));
  return readDateText(trimmed) ?? readDateText(trimmed.replace(WEEKDAY, ""));
}

function readDateText(text: string): DayReading | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    return fromDate(
      Number(yearFirst[1]),
      Number(yearFirst[2]),
      Number(yearFirst[3]),
      secondOf(yearFirst[4]),
      null,
    );
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return readYearLast(yearLast);
  const dayName = DAY_NAME.exec(text);
  if (dayName) return readNamed(dayName[2], dayName[1], dayName[3], dayName[4]);
  const nameDay = NAME_DAY.exec(text);
  return nameDay ? readNamed(nameDay[1], nameDay[2], nameDay[3], nameDay[4]) : null;
}

function readNamed(name = "", dayOfMonth = "", year = "", clock = ""): DayReading | null {
  const month = monthOfName(name);
  return month === null ? null : fromDate(fullYear(year), month, Number(dayOfMonth), secondOf(clock), null);
}

function readYearLast(match: RegExpExecArray): DayReading | null {
  const [first, third] = [Number(match[1]), Number(match[3])];
  const year = fullYear(match[4] ?? "");
  const second = secondOf(match[5]);
  const dayFirst = dayOfDate(year, third, first);
  const monthFirst = match[2] === "." ? null : dayOfDate(year, first, third);
  if (dayFirst !== null && monthFirst !== null && first !== third && second !== null) {
    return { kind: "either", dayFirst, monthFirst, second };
  }
  if (dayFirst !== null) return fromDate(year, third, first, second, first === third ? null : "day-first");
  return fromDate(year, first, third, second, "month-first");
}

/** Two-digit years: 00–69 are 2000–2069, 70–99 are 1970–1999. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function fromDate(
  year: number,
  month: number,
  dayOfMonth: number,
  second: number | null,
  order: DateOrder | null,
): DayReading | null {
  const day = dayOfDate(year, month, dayOfMonth);
  return day === null || second === null ? null : { kind: "day", day, second, order };
}

/** The second of the day of a clock time, 0 where there is none, null where it is no time. */
function secondOf(clock: string | undefined): number | null {
  if (!clock) return 0;
  const match = CLOCK.exec(clock.trim());
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const noon =
    match[4] === undefined ? 0 : (match[4].toLowerCase() === "p" ? 12 : 0) - (hour === 12 ? 12 : 0);
  const total = (hour + noon) * 3600 + minute * 60 + second;
  return hour > 24 || minute > 59 || second > 59 || total > SECONDS_A_DAY
    ? null
    : Math.min(total, SECONDS_A_DAY - 1);
}
