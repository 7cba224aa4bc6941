import { type Day, isoOfDay } from "../../engine/index.ts";
import { wallClock } from "./wall-clock.ts";

/** The spreadsheet's calendar day and time, now. */
export interface Now {
  readonly day: Day;
  /** `YYYY-MM-DD HH:MM` */
  readonly text: string;
  readonly milliseconds: number;
  readonly date: Date;
}

export function nowIn(zone: string): Now {
  const date = new Date();
  const { day, second } = wallClock(zone)(date);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const text = `${isoOfDay(day)} ${two(second / 3600)}:${two((second % 3600) / 60)}`;
  return { day, text, milliseconds: date.getTime(), date };
}
