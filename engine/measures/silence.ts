import type { Day } from "../basics/day.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";

/** A stretch up to the as-of day of which the sheet says nothing, though before it seldom was silent for long. */
export interface Silence {
  /** The last day of which the sheet says anything. */
  readonly lastDay: Day;
  /** Days from there to the as-of day. */
  readonly days: number;
  /** On so many days of a stretch as long something used to be written down. */
  readonly usualDays: number;
}

const YEAR_DAYS = 365;
const LEAST_DAYS = 30;
/** Where five such days were to be expected, none comes by chance once in 150 times (e^−5). */
const LEAST_USUAL = 5;
const MOST_DAYS = 36_525;

/**
 * Whether nobody has kept the sheet up for a while, so that all of its figures stand as on an earlier day: the day
 * of the last creation, change of stage, closing or activity up to the as-of day, of deals in any outcome. Silent
 * means 30 days or more in which, by the share of days with something in the year before the last one, at least five
 * such days were to be expected. Null where the sheet is kept up, or has no days. Unit: days. O(visits).
 */
export function silence({ asOfDay, deals }: Pipeline): Silence | null {
  const isTold = new Uint8Array(MOST_DAYS);
  for (const deal of deals) markDays(deal, asOfDay, isTold);
  const days = isTold.indexOf(1);
  if (days < LEAST_DAYS) return null;
  const year = isTold.subarray(days, days + YEAR_DAYS);
  const span = Math.max(LEAST_DAYS, year.lastIndexOf(1) + 1);
  const usualDays = (days * year.reduce((sum, one) => sum + one, 0)) / span;
  return usualDays < LEAST_USUAL ? null : { lastDay: asOfDay - days, days, usualDays };
}

/** By days before the as-of day, 1 for those on which something is said to have happened. */
function markDays(deal: Deal, asOfDay: Day, isTold: Uint8Array): void {
  const mark = (day: Day | null): void => {
    if (day !== null && day <= asOfDay) isTold[asOfDay - day] = 1;
  };
  mark(deal.startDay);
  mark(deal.closedDay);
  mark(deal.lastActivityDay);
  for (const visit of deal.visits) mark(visit.enteredDay);
}
