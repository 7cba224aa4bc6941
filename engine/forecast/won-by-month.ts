import type { Day } from "../basics/day.ts";
import { type Period, periodOf, shiftPeriod } from "../basics/period.ts";
import type { Spells } from "./spells.ts";

/** Won amounts by whole month, from the first month on in which anything was known. */
export interface WonSeries {
  readonly months: readonly Period[];
  readonly amounts: readonly number[];
}

/** The whole months that end by the day, each with what was won in it. */
export function wonByMonth(spells: Spells, day: Day): WonSeries {
  let first = day + 1;
  for (const start of spells.arrivals.day) if (start < first) first = start;
  for (const won of spells.wins.day) if (won < first) first = won;
  const months: Period[] = [];
  for (let month = periodOf(first, "month"); month.endDay <= day; month = shiftPeriod(month, 1)) {
    months.push(month);
  }
  return { months, amounts: wonWithin(spells, day, months) };
}

/** What was won in each of the periods, as known on a day. Wins without a readable amount add nothing. */
export function wonWithin({ wins, deals }: Spells, day: Day, periods: readonly Period[]): number[] {
  const sums = periods.map(() => 0);
  const firstDay = periods[0]?.startDay ?? 0;
  const lastDay = Math.min(day, periods[periods.length - 1]?.endDay ?? 0);
  for (let i = 0; i < wins.count; i += 1) {
    const won = wins.day[i] ?? 0;
    if (won < firstDay || won > lastDay) continue;
    const amount = deals.amount[wins.deal[i] ?? 0] ?? Number.NaN;
    if (!(amount > 0)) continue;
    const at = periodIndex(periods, won);
    sums[at] = (sums[at] ?? 0) + amount;
  }
  return sums;
}

function periodIndex(periods: readonly Period[], day: Day): number {
  let [low, high] = [0, periods.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.endDay ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
