import type { DayCell } from "../../engine/index.ts";
import { dayOfDate } from "../../engine/index.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** The day of a cell that is written as an ISO 8601 date, as strict workbooks may; null where it is none. */
export function dayOfIsoCell(text: string): DayCell | null {
  const [, year, month, dayOfMonth, hour = "0", minute = "0", second = "0"] = ISO.exec(text.trim()) ?? [];
  const day = dayOfDate(Number(year), Number(month), Number(dayOfMonth));
  if (year === undefined || day === null) return null;
  return { kind: "day", day, second: Number(hour) * 3600 + Number(minute) * 60 + Number(second) };
}
