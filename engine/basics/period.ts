import { type Day, dateOfDay, dayOfDate } from "./day.ts";

export type PeriodUnit = "month" | "quarter";

/** A calendar month or quarter, first and last day included. */
export interface Period {
  /** `2026-07` or `2026-Q3` */
  readonly label: string;
  readonly unit: PeriodUnit;
  readonly startDay: Day;
  readonly endDay: Day;
}

const MONTHS_IN = { month: 1, quarter: 3 } as const;

function periodFrom(year: number, month: number, unit: PeriodUnit): Period {
  const length = MONTHS_IN[unit];
  const index = Math.floor((year * 12 + month - 1) / length);
  const label =
    unit === "month"
      ? `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`
      : `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  const first = (months: number): Day =>
    dayOfDate(Math.floor(months / 12), (months % 12) + 1, 1) ?? Number.NaN;
  return { label, unit, startDay: first(index * length), endDay: first((index + 1) * length) - 1 };
}

/**
 * The month or quarter that holds a day.
 * @example periodOf(20634, "quarter").label // => "2026-Q2"
 */
export function periodOf(day: Day, unit: PeriodUnit): Period {
  const { year, month } = dateOfDay(day);
  return periodFrom(year, month, unit);
}

/**
 * The period `steps` later (or earlier, where negative).
 * @example shiftPeriod(periodOf(20634, "month"), 1).label // => "2026-07"
 */
export function shiftPeriod(period: Period, steps: number): Period {
  const { year, month } = dateOfDay(period.startDay);
  const months = year * 12 + month - 1 + steps * MONTHS_IN[period.unit];
  return periodFrom(Math.floor(months / 12), (months % 12) + 1, period.unit);
}
