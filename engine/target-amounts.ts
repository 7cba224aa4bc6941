import type { Day } from "./basics/day.ts";
import { type Period, type PeriodUnit, periodOf, shiftPeriod } from "./basics/period.ts";

/** Periods that may bear a target; further ahead nobody forecasts. */
const MOST_PERIODS = 48;

/** The whole team's targets: of single periods by their labels, and of every month or quarter. */
export interface GivenTargets {
  readonly byLabel: ReadonlyMap<string, number>;
  readonly every: ReadonlyMap<PeriodUnit, number>;
}

/**
 * The target of each month or quarter from the running one on, by its label. A target written for the period
 * itself comes first, then that for every such period; a quarter without either has the sum of its three months',
 * where all have one.
 * @example [...targetAmounts({ byLabel: new Map(), every: new Map([["month", 50]]) }, 20634, "quarter")][0] // => ["2026-Q3", 150]
 */
export function targetAmounts(
  given: GivenTargets,
  asOfDay: Day,
  unit: PeriodUnit,
): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  let period = periodOf(asOfDay + 1, unit);
  for (let count = 0; count < MOST_PERIODS; count += 1) {
    const amount = targetOf(given, period);
    if (amount !== null) targets.set(period.label, amount);
    period = shiftPeriod(period, 1);
  }
  return targets;
}

function targetOf(given: GivenTargets, period: Period): number | null {
  const own = given.byLabel.get(period.label) ?? given.every.get(period.unit);
  if (own !== undefined || period.unit === "month") return own ?? null;
  const first = periodOf(period.startDay, "month");
  const months = [0, 1, 2].map((step) => targetOf(given, shiftPeriod(first, step)));
  return months.reduce((sum, month) => (sum === null || month === null ? null : sum + month), 0);
}
