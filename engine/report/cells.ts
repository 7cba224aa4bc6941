import { type Figure, isKnown } from "../basics/figure.ts";
import { shareDecimals } from "./numbers.ts";
import type { CellStyle, Link, ReportCell } from "./report.ts";

/** Cells by what they hold. A missing figure is a cell without value, in the same unit. */

/**
 * @example textCell("Proposal", "label") // => { value: "Proposal", unit: "text", style: "label" }
 */
export function textCell(value: string, style: CellStyle = "body", link?: Link): ReportCell {
  return link === undefined ? { value, unit: "text", style } : { value, unit: "text", style, link };
}

/**
 * @example countCell(12) // => { value: 12, unit: "count", style: "body" }
 */
export function countCell(figure: Figure<number>): ReportCell {
  return { value: knownValue(figure), unit: "count", style: "body" };
}

/**
 * @example daysCell(51.78) // => { value: 51.78, unit: "days", style: "body" }
 */
export function daysCell(figure: Figure<number>): ReportCell {
  return { value: knownValue(figure), unit: "days", style: "body" };
}

/**
 * @example amountCell(2361) // => { value: 2361, unit: "amount", style: "body" }
 */
export function amountCell(figure: Figure<number>, style: CellStyle = "body"): ReportCell {
  return { value: knownValue(figure), unit: "amount", style };
}

/**
 * @example dayCell(20634) // => { value: 20634, unit: "day", style: "body" }
 */
export function dayCell(day: number): ReportCell {
  return { value: day, unit: "day", style: "body" };
}

/**
 * A share; `n` deals stand behind it and decide its decimals.
 * @example shareCell(0.62, 90) // => { value: 0.62, unit: "share", style: "body", decimals: 0 }
 */
export function shareCell(figure: Figure<number>, n: number, style: CellStyle = "body"): ReportCell {
  return { value: knownValue(figure), unit: "share", style, decimals: shareDecimals(n) };
}

/**
 * The chance of something to come: whole per cents, whatever stands behind it.
 * @example chanceCell(0.24) // => { value: 0.24, unit: "share", style: "body", decimals: 0 }
 */
export function chanceCell(chance: number): ReportCell {
  return { value: chance, unit: "share", style: "body", decimals: 0 };
}

function knownValue(figure: Figure<number>): number | null {
  return isKnown(figure) ? figure : null;
}
