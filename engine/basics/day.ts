/**
 * Days are whole numbers since 1970-01-01, without clock or zone. This is the only file of the engine that
 * knows the calendar; everything else counts days.
 */

/** A day number: 0 is 1970-01-01. */
export type Day = number;

export interface CalendarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly dayOfMonth: number;
}

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The day number of a calendar date, or null where the calendar has no such date.
 * @example dayOfDate(2026, 6, 30) // => 20634
 * @example dayOfDate(2026, 2, 30) // => null
 */
export function dayOfDate(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return same ? Math.round(date.getTime() / MILLISECONDS_A_DAY) : null;
}

/**
 * The calendar date of a day number.
 * @example dateOfDay(20634) // => { year: 2026, month: 6, dayOfMonth: 30 }
 */
export function dateOfDay(day: Day): CalendarDate {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/**
 * A day as `YYYY-MM-DD`, the form of JSON, messages and options.
 * @example isoOfDay(20634) // => "2026-06-30"
 */
export function isoOfDay(day: Day): string {
  const { year, month, dayOfMonth } = dateOfDay(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/**
 * The day of a `YYYY-MM-DD` text, or null where it is not one.
 * @example dayOfIso("2026-06-30") // => 20634
 * @example dayOfIso("30/06/2026") // => null
 */
export function dayOfIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOfDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
