import type { Cell, Grid } from "../grid/grid.ts";
import { isBlank, textOf, widthOf } from "./cells.ts";
import { type ColumnProfile, profileColumn, sampleRows } from "./column-profile.ts";
import { matchHeader } from "./header-index.ts";
import { readAmountText } from "./parse-amount.ts";
import { readDayText } from "./parse-day.ts";

/** A sheet's table: where its header is, and what each column holds. */
export interface Table {
  readonly grid: Grid;
  /** 0-based */
  readonly headerRow: number;
  /** One a column; "" where blank. */
  readonly headers: readonly string[];
  readonly profiles: readonly ColumnProfile[];
}

/** The header stands within the first rows. */
const HEADER_ROWS = 30;
const LONGEST_SAMPLED_TEXT = 60;

/** The table of a sheet, or null where no row reads as a header. */
export function findTable(grid: Grid): Table | null {
  let [headerRow, best] = [-1, 0];
  for (let row = 0; row < Math.min(HEADER_ROWS, grid.rows.length); row++) {
    const score = headerScore(grid.rows[row] ?? []);
    if (score > best) [headerRow, best] = [row, score];
  }
  if (headerRow < 0) return null;
  const headers = headersOf(grid, headerRow);
  const rows = sampleRows(headerRow + 1, grid.rows.length);
  const readers = { isDay: readsAsDay, isNumber: readsAsNumber };
  const profiles = headers.map((_, column) => profileColumn(grid, column, rows, readers));
  return { grid, headerRow, headers, profiles };
}

/** The sum of certainties of the fields that a row's texts name, less its cells that no header would be. */
function headerScore(row: readonly Cell[]): number {
  const fields = new Map<string, number>();
  let strange = 0;
  for (const cell of row) {
    if (cell === null) continue;
    if (typeof cell !== "string") {
      strange++;
      continue;
    }
    for (const { field, certainty } of matchHeader(cell)) {
      fields.set(field, Math.max(fields.get(field) ?? 0, certainty));
    }
  }
  let score = 0;
  for (const certainty of fields.values()) score += certainty;
  return fields.size < 2 ? 0 : score - strange;
}

function headersOf(grid: Grid, headerRow: number): readonly string[] {
  const row = grid.rows[headerRow] ?? [];
  const width = widthOf(grid);
  return Array.from({ length: width }, (_, column) => {
    const cell = row[column] ?? null;
    return isBlank(cell) ? "" : textOf(cell);
  });
}

function readsAsDay(cell: Cell): boolean {
  if (typeof cell === "string") return cell.length <= LONGEST_SAMPLED_TEXT && readDayText(cell) !== null;
  return typeof cell === "object" && cell !== null && cell.kind === "day";
}

function readsAsNumber(cell: Cell): boolean {
  if (typeof cell === "number") return true;
  if (typeof cell === "string") return readAmountText(cell.replace("%", "")) !== null;
  return typeof cell === "object" && cell !== null && cell.kind === "money";
}
