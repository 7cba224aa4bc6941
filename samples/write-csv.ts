import papa from "papaparse";
import { isoOfDay } from "../engine/basics/day.ts";
import type { Cell, Grid } from "../engine/grid/grid.ts";

/** A sheet as comma-separated UTF-8 text with days as `YYYY-MM-DD`, as a CRM exports it. */
export function writeCsv(grid: Grid): Uint8Array {
  const rows = grid.rows.map((row) => row.map(textOf));
  return new TextEncoder().encode(`${papa.unparse(rows)}\r\n`);
}

function textOf(cell: Cell): string {
  if (typeof cell !== "object" || cell === null) return cell === null ? "" : String(cell);
  if (cell.kind === "day") return isoOfDay(cell.day);
  return cell.kind === "money" ? String(cell.amount) : cell.text;
}
