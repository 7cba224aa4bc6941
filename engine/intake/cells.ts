import { isoOfDay } from "../basics/day.ts";
import type { Cell } from "../grid/grid.ts";

/** Texts that people type into a cell to say that it holds nothing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  "- -- --- – — n/a #n/a n.a. na none null nil (blank) (none) tbd tbc ? .".split(" "),
);
const LONGEST_PLACEHOLDER = 7;
/** Most texts begin otherwise, and need no further look. */
const FIRST_LETTERS: ReadonlySet<string> = new Set([..."-–—nN#(tT?."]);

/**
 * Whether a text only says that there is nothing: `-`, `n/a`, `TBD`.
 * @example isPlaceholder("N/A") // => true
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST_PLACEHOLDER || !FIRST_LETTERS.has(text.charAt(0))) return false;
  return PLACEHOLDERS.has(text.toLowerCase());
}

/**
 * A cell's text as a person sees it, without spaces around it; "" where it is blank.
 * @example textOf("  Acme ") // => "Acme"
 * @example textOf({ kind: "day", day: 20634, second: 0 }) // => "2026-06-30"
 */
export function textOf(cell: Cell): string {
  if (typeof cell === "string") return cell.trim();
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (cell.kind === "day") return Number.isFinite(cell.day) ? isoOfDay(cell.day) : "";
  return cell.kind === "money" ? `${cell.amount} ${cell.currency}` : cell.text;
}

/**
 * Whether a cell holds nothing: empty, spaces, or a placeholder.
 * @example isBlank(" ") // => true
 */
export function isBlank(cell: Cell): boolean {
  if (cell === null) return true;
  if (typeof cell !== "string") return false;
  if (cell.length > 40) return cell.trim() === "";
  const text = cell.trim();
  return text === "" || isPlaceholder(text);
}
