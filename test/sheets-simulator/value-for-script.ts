import { isDateFormat } from "../../engine/grid/number-format.ts";
import type { CellState } from "./document.ts";
import { instantOfSerial } from "./zone.ts";

/** A cell's value as `getValues` gives it: blank is "", a number shown as a date is a Date. */
export function valueForScript(cell: CellState, zone: string): unknown {
  if (cell.value === null) return "";
  const isDate = typeof cell.value === "number" && isDateOrTime(cell.format);
  return isDate ? new Date(instantOfSerial(Number(cell.value), zone)) : cell.value;
}

/** In Sheets a time of day is a Date of 1899-12-30; only durations stay numbers. */
function isDateOrTime(format: string): boolean {
  return isDateFormat(format) || /^h{1,2}:mm/i.test(format);
}
