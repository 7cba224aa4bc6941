import { type Day, isoOfDay } from "./basics/day.ts";
import { OptionError } from "./basics/option-error.ts";
import type { PeriodUnit } from "./basics/period.ts";

/** What a person may set; a host fills it from its command line or sidebar. */
export interface Options {
  readonly asOfDay: Day;
  /** The day it is; days after it cannot be true. Unless set, no day counts as in the future. */
  readonly todayDay?: Day;
  /** Coverage of every interval, between 0 and 1; 0.8 unless set. */
  readonly level?: number;
  /** Fixes every random draw; 1 unless set. */
  readonly seed?: number;
  readonly dealsSheet?: string;
  readonly historySheet?: string;
  /** The open stages in order. */
  readonly stages?: readonly string[];
  readonly currency?: string;
  /** Worth of one unit of each other currency in `currency`. */
  readonly rates?: Readonly<Record<string, number>>;
  readonly dateOrder?: "day-first" | "month-first";
  /** Field name or label → header text. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly pipeline?: string;
  /** The day the review begins, before the as-of day; a week before it unless set. */
  readonly reviewSinceDay?: Day;
  /** Whether the forecast is first shown by month or by quarter; by month unless set. */
  readonly by?: PeriodUnit;
  /** How many months the forecast looks ahead, the running one included; 6 unless set. */
  readonly horizon?: number;
  /** How many periods the forecast shows, from the running one on; as many as the horizon needs unless set. */
  readonly periods?: number;
  /** The amount to win in every period; it stands before those of the settings sheet. */
  readonly target?: number;
  /** Which forecasts to make, as they take most of the time: by month and by quarter unless set. */
  readonly forecasts?: "both" | "one" | "none";
}

export type Settings = Options & {
  readonly level: number;
  readonly seed: number;
  readonly by: PeriodUnit;
  readonly horizon: number;
  readonly reviewSinceDay: Day;
};

const MOST_MONTHS = 36;
const USUAL_MONTHS = 6;
const DAYS_OF_A_REVIEW = 7;

/**
 * Options with their defaults, checked.
 * @throws OptionError where a value is out of range.
 * @example withDefaults({ asOfDay: 20634 }).level // => 0.8
 */
export function withDefaults(options: Options): Settings {
  const level = options.level ?? 0.8;
  const seed = options.seed ?? 1;
  if (!(level >= 0.5 && level <= 0.99))
    throw new OptionError("--level", String(level), "a number from 0.5 to 0.99");
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new OptionError("--seed", String(seed), "a whole number from 0");
  const { by = "month", horizon = USUAL_MONTHS, periods = 1, target = 0 } = options;
  checkCount("--horizon", horizon, MOST_MONTHS);
  checkCount("--periods", periods, by === "month" ? MOST_MONTHS : MOST_MONTHS / 3);
  if (!(target >= 0 && Number.isFinite(target)))
    throw new OptionError("--target", String(target), "an amount from 0");
  const reviewSinceDay = options.reviewSinceDay ?? options.asOfDay - DAYS_OF_A_REVIEW;
  if (reviewSinceDay >= options.asOfDay)
    throw new OptionError("--since", isoOfDay(reviewSinceDay), "a day before the as-of day");
  return { ...options, level, seed, by, horizon, reviewSinceDay };
}

function checkCount(option: string, count: number, most: number): void {
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new OptionError(option, String(count), `a whole number from 1 to ${most}`);
}
