import { dayOfIso } from "../../engine/basics/day.ts";
import type { Cell, Grid } from "../../engine/grid/grid.ts";

/**
 * A grid from a text table, one line a row: `| D1 | Acme | 2026-06-30 | 1200 |`. ISO days become date cells,
 * plain numbers become numbers, `TRUE` and `FALSE` booleans, `"…"` a text whatever it looks like, `#REF!` an
 * error, nothing a blank cell. Lines without `|` are blank rows; indentation does not count.
 */
export function gridOf(sheet: string, table: string): Grid {
  const lines = table.replace(/^\s*\n|\n\s*$/g, "").split("\n");
  return { sheet, rows: lines.map((line) => (line.includes("|") ? cellsOf(line) : [])) };
}

function cellsOf(line: string): readonly Cell[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((text) => cellOf(text.trim()));
}

function cellOf(text: string): Cell {
  if (text === "") return null;
  if (/^".*"$/.test(text)) return text.slice(1, -1);
  const [iso = "", clock] = text.split(" ");
  const day = dayOfIso(iso);
  if (day !== null) return { kind: "day", day, second: secondOf(clock) };
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  return /^#[A-Z/0]+[!?]?$/.test(text) ? { kind: "error", text } : text;
}

function secondOf(clock = "0:0"): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 3600 + minutes * 60;
}
