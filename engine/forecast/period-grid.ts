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
  /** Share of a cell's days in each period: `cellCount` numbers a period. */
  readonly shares: Float64Array;
  /** The first and the last cell that have days in a period. */
  readonly firstCells: Int32Array;
  readonly lastCells: Int32Array;
  /** Weeks to the quarter's end of each cell's middle day: near enough those of all its days. */
  readonly phases: Uint8Array;
}

const CELL_DAYS = 3;
/** A year of cells; the cells of longer forecasts are longer. */
const MOST_CELLS = 124;

/**
 * The periods from the running one on; on the last day of a period the next one is the first.
 * @example periodsFrom(20634, "month", 2).map((period) => period.label) // => ["2026-07", "2026-08"]
 */
export function periodsFrom(asOfDay: Day, unit: PeriodUnit, count: number): Period[] {
  const first = periodOf(asOfDay + 1, unit);
  return Array.from({ length: count }, (_, step) => shiftPeriod(first, step));
}

/**
 * The months, from the running one on, that some periods from the running one on are made of.
 * @example monthsOf(20634, periodsFrom(20634, "quarter", 1)).map((month) => month.label) // => ["2026-07", "2026-08", "2026-09"]
 */
export function monthsOf(asOfDay: Day, periods: readonly Period[]): Period[] {
  const months: Period[] = [];
  const lastDay = periods[periods.length - 1]?.endDay ?? asOfDay;
  for (let month = periodOf(asOfDay + 1, "month"); month.startDay <= lastDay; month = shiftPeriod(month, 1))
    months.push(month);
  return months;
}

/**
 * Cuts the days to the end of the last period into cells of three days, or of as many as asked; of more where it is over
 * a year away. The work of a simulation grows with the square of the number of cells.
 */
export function periodGrid(
  asOfDay: Day,
  periods: readonly Period[],
  leastDays: number = CELL_DAYS,
): PeriodGrid {
  const firstDay = asOfDay + 1;
  const days = (periods[periods.length - 1]?.endDay ?? asOfDay) - asOfDay;
  const cellDays = leastDays * Math.max(1, Math.ceil(days / (leastDays * MOST_CELLS)));
  const cellCount = Math.ceil(days / cellDays);
  const shares = new Float64Array(cellCount * periods.length);
  const phases = new Uint8Array(cellCount);
  for (let cell = 0; cell < cellCount; cell += 1) {
    const from = firstDay + cell * cellDays;
    phases[cell] = phaseOfDay(from + Math.floor((cellDays - 1) / 2));
    periods.forEach(({ startDay, endDay }, p) => {
      const inside = Math.min(from + cellDays - 1, endDay) - Math.max(from, startDay) + 1;
      shares[p * cellCount + cell] = Math.max(0, inside) / cellDays;
    });
  }
  const cellOf = (day: Day): number => Math.max(0, Math.floor((day - firstDay) / cellDays));
  return {
    periods,
    firstDay,
    cellCount,
    cellDays,
    shares,
    phases,
    firstCells: Int32Array.from(periods, ({ startDay }) => cellOf(startDay)),
    lastCells: Int32Array.from(periods, ({ endDay }) => cellOf(endDay)),
  };
}
