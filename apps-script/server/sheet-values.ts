import type { ReportCell } from "../../engine/index.ts";

const DAY_ZERO = 25_569;
const NOT_COMPUTABLE = "–";
const MOST_CHARACTERS = 50_000;

/**
 * Text that stays text. `setValues` parses as if a person typed: `=…` would become a formula, `3/4` a date. The
 * apostrophe in front is not part of the cell's value.
 */
export function asText(text: string): string {
  if (text === "") return "";
  const fits = text.length < MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 2)}…`;
  return `'${fits}`;
}

/** What goes into the cell; a day goes as the serial number that its date format shows. */
export function valueForSheet(cell: ReportCell | null): string | number {
  if (cell === null) return "";
  if (cell.value === null) return asText(NOT_COMPUTABLE);
  if (typeof cell.value === "string") return asText(cell.value);
  return cell.unit === "day" ? cell.value + DAY_ZERO : cell.value;
}

/** The same without the apostrophe: rich text is never parsed. */
export function richTextOf(cell: ReportCell | null): string {
  const value = valueForSheet(cell);
  return typeof value === "string" ? value.replace(/^'/, "") : String(value);
}
