import type { ReportCell, ReportSheet } from "../../engine/index.ts";

/** Points a line of text takes at 11 points, and how much wider or narrower other sizes run. */
const LINE_POINTS = 15;
const SIZES: ReadonlyMap<ReportCell["style"], number> = new Map([
  ["title", 18],
  ["section", 13],
  ["headline", 12],
  ["subtitle", 10],
  ["note", 10],
]);
const BODY_SIZE = 11;
/** Excel knows no taller row. */
const TALLEST = 409;
/** A column's width counts digits; letters of running text are narrower, bold ones hardly. */
const LETTERS_A_WIDTH = 1.15;
const BOLD_LETTERS_A_WIDTH = 0.95;
const BOLD: ReadonlySet<ReportCell["style"]> = new Set(["header", "label", "good", "attention", "problem"]);

/**
 * A row's height in points: the lines of its longest text at its columns' widths. Excel sizes no row with merged
 * cells by itself, so all are sized here.
 */
export function rowHeight(row: ReportSheet["rows"][number], widths: readonly number[]): number {
  const heights = row.map((cell, column) => (cell === null ? 0 : cellHeight(cell, column, widths)));
  return Math.min(TALLEST, Math.max(LINE_POINTS, ...heights));
}

function cellHeight(cell: ReportCell, column: number, widths: readonly number[]): number {
  const size = SIZES.get(cell.style) ?? BODY_SIZE;
  const span = widths.slice(column, column + (cell.span ?? 1)).reduce((sum, width) => sum + width, 0);
  const letters = span * (BOLD.has(cell.style) ? BOLD_LETTERS_A_WIDTH : LETTERS_A_WIDTH);
  const room = Math.max(1, Math.floor((letters * BODY_SIZE) / size));
  const lines = typeof cell.value === "string" ? textLines(cell.value, room) : 1;
  return (lines * LINE_POINTS * size) / BODY_SIZE + (size > BODY_SIZE ? 4 : 1);
}

/** Lines of a text with line breaks of its own. */
function textLines(text: string, room: number): number {
  return text.split("\n").reduce((lines, part) => lines + lineCount(part, room), 0);
}

/** Lines a text needs where each holds `room` characters and breaks stand between words. */
function lineCount(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const length = used === 0 ? word.length : used + 1 + word.length;
    if (length <= room) {
      used = length;
      continue;
    }
    lines += (used === 0 ? 0 : 1) + Math.floor((word.length - 1) / room);
    used = word.length % room || room;
  }
  return lines;
}
