import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { TableBlock, TextColumn } from "../../engine/index.ts";
import type { Paint } from "./paint.ts";
import { visibleText } from "./visible-text.ts";

const GAP = "  ";
/** A column that may wrap keeps at least this many characters; any other at least half of it. */
const NARROWEST_WRAPPED = 12;
const NARROWEST = 6;

/** The lines of a table: titles, a rule, the rows; columns that may wrap give way where the width is short. */
export function drawTable(table: TableBlock, width: number, paint: Paint): string[] {
  const titles = table.columns.map((column) => column.title);
  const rows = table.rows.map((row) => table.columns.map((_, index) => visibleText(row[index] ?? "")));
  const widths = fitWidths(table.columns, [titles, ...rows], width);
  const plain = (text: string): string => text;
  const head = drawRow(titles, table.columns, widths, () => paint.bold);
  const rule = widths.map((size) => paint.tone("quiet", "─".repeat(size))).join(GAP);
  const body = rows.flatMap((row, index) => {
    const tone = table.rowTones?.[index] ?? "plain";
    return drawRow(row, table.columns, widths, (column) =>
      tone !== "plain" ? (text) => paint.tone(tone, text) : column.tone ? toneOf(column, paint) : plain,
    );
  });
  return [...head, rule, ...body];
}

function toneOf(column: TextColumn, paint: Paint): (text: string) => string {
  return (text) => paint.tone(column.tone ?? "plain", text);
}

function drawRow(
  cells: readonly string[],
  columns: readonly TextColumn[],
  widths: readonly number[],
  brushOf: (column: TextColumn) => (text: string) => string,
): string[] {
  const wrapped = cells.map((cell, index) => wrapTo(cell, widths[index] ?? NARROWEST));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = columns.map((column, index) =>
      pad(wrapped[index]?.[line] ?? "", widths[index] ?? 0, column.align),
    );
    const end = texts.findLastIndex((text) => text.trim() !== "");
    return columns
      .slice(0, end + 1)
      .map((column, index) => {
        const text = texts[index] ?? "";
        return text.trim() === "" ? text : brushOf(column)(index === end ? text.trimEnd() : text);
      })
      .join(GAP);
  });
}

/** A text in lines of at most `width` characters; a number and its sign stay together. */
export function wrapTo(text: string, width: number): string[] {
  const held = text.replace(/(\d) (?=%)|(\bn) (=) (?=\d)/g, (words) => words.replaceAll(" ", "\u00a0"));
  return wrapAnsi(held, width, { hard: true }).replaceAll("\u00a0", " ").split("\n");
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "left" ? text + space : space + text;
}

/** Each column as wide as its widest text, narrowed one character at a time until the row fits. */
function fitWidths(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map((_, index) => Math.max(1, ...rows.map((row) => stringWidth(row[index] ?? ""))));
  let excess = widths.reduce((sum, size) => sum + size, 0) + GAP.length * (columns.length - 1) - width;
  while (excess > 0) {
    const widest = widestOf(widths, (index) => columns[index]?.wraps === true, NARROWEST_WRAPPED);
    const index = widest ?? widestOf(widths, () => true, NARROWEST);
    if (index === null) break;
    widths[index] = (widths[index] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function widestOf(widths: readonly number[], may: (index: number) => boolean, floor: number): number | null {
  let best: number | null = null;
  widths.forEach((size, index) => {
    if (may(index) && size > floor && size > (best === null ? 0 : (widths[best] ?? 0))) best = index;
  });
  return best;
}
