import type { Day } from "../basics/day.ts";
import { type Period, type PeriodUnit, periodOf, shiftPeriod } from "../basics/period.ts";
import { phaseOfDay } from "./tally.ts";

/** The days ahead, cut into cells of equal length, and the periods they fall in. */
export interface PeriodGrid {
  readonly periods: readonly Period[];
  /** The first day after the as-of day. */
  readonly firstDay: Day;
  readonly cellCount: number;
  readonly cellDays: number;
  /** Share of a cell's days in each period: `periods.length` numbers a cell. */
  readonly shares: Float64Array;
  /** Share of a cell's days in each week of the quarter is near enough its middle day's week. */
  readonly phases: Uint8Array;
}

const MOST_CELLS = 40;

/**
 * The periods from the running one on; on the last day of a period the next one is the first.
 * @example periodsFrom(20634, "month", 2).map((period) => period.label) // => ["2026-07", "2026-08"]
 */
export function periodsFrom(asOfDay: Day, unit: PeriodUnit, count: number): Period[] {
  const first = periodOf(asOfDay + 1, unit);
  return Array.from({ length: count }, (_, step) => shiftPeriod(first, step));
}

/** Cuts the days to the end of the last period into at most 40 cells of whole days. */
export function periodGrid(asOfDay: Day, periods: readonly Period[]): PeriodGrid {
  const firstDay = asOfDay + 1;
  const lastDay = periods[periods.length - 1]?.endDay ?? asOfDay;
  const cellDays = Math.max(1, Math.ceil((lastDay - asOfDay) / MOST_CELLS));
  const cellCount = Math.ceil((lastDay - asOfDay) / cellDays);
  const shares = new Float64Array(cellCount * periods.length);
  const phases = new Uint8Array(cellCount);
  for (let cell = 0; cell < cellCount; cell += 1) {
    const from = firstDay + cell * cellDays;
    phases[cell] = phaseOfDay(from + Math.floor((cellDays - 1) / 2));
    periods.forEach(({ startDay, endDay }, p) => {
      const days = Math.min(from + cellDays - 1, endDay) - Math.max(from, startDay) + 1;
      shares[cell * periods.length + p] = Math.max(0, days) / cellDays;
    });
  }
  return { periods, firstDay, cellCount, cellDays, shares, phases };
}
