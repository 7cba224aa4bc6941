import { type Day, dayOfDate } from "../../engine/index.ts";

/** Calendar day and second of the day on a zone's wall clock. */
export interface WallTime {
  readonly day: Day;
  readonly second: number;
}

const HALF_HOUR = 1_800_000;
const SECONDS_A_DAY = 86_400;

/**
 * Reads instants on one zone's wall clock. The zone is the spreadsheet's, never the script's: they differ.
 * Its offset is looked up once a half-hour, so that 50,000 dates cost no service call and little time.
 */
export function wallClock(zone: string): (date: Date) => WallTime {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour12: false,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsets = new Map<number, number>();
  return (date) => {
    const seconds = Math.round(date.getTime() / 1000);
    const block = Math.floor(date.getTime() / HALF_HOUR);
    const offset = offsets.get(block) ?? offsetSeconds(format, block * HALF_HOUR);
    offsets.set(block, offset);
    const wall = seconds + offset;
    const day = Math.floor(wall / SECONDS_A_DAY);
    return { day, second: wall - day * SECONDS_A_DAY };
  };
}

function offsetSeconds(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map<string, number>();
  for (const { type, value } of format.formatToParts(new Date(instant))) parts.set(type, Number(value));
  const part = (type: string): number => parts.get(type) ?? 0;
  const day = dayOfDate(part("year"), part("month"), part("day")) ?? 0;
  const second = (part("hour") % 24) * 3600 + part("minute") * 60 + part("second");
  return day * SECONDS_A_DAY + second - instant / 1000;
}
