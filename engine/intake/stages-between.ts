import { type AnyGrid, cellAt } from "../grid/grid.ts";
import { sampleRows } from "./column-profile.ts";
import type { Table } from "./find-table.ts";
import { readDayText } from "./parse-day.ts";
import type { StageColumn } from "./stage-columns.ts";
import { readStageHeader } from "./stage-header.ts";

/** Told by its place and its days alone. */
const PLACE_CERTAINTY = 0.65;
/** So many rows that hold all three days, and of them so many in order, tell a stage. */
const FEWEST_ROWS = 8;
const LEAST_IN_ORDER = 0.8;
const LEAST_DAYS = 0.9;

/**
 * Stages of a name that nobody knows (`Site visit`): a column of days, headed as nothing else, that stands between two
 * stage-date columns and whose days lie between theirs.
 * @param found the stage-date columns that are known, in the table's order.
 */
export function stagesBetween(table: Table, found: readonly StageColumn[]): readonly StageColumn[] {
  return found.slice(1).flatMap((next, index) => {
    const last = found[index];
    if (last?.role !== "entered" || next.role !== "entered") return [];
    const places = Array.from({ length: next.column - last.column - 1 }, (_, i) => last.column + 1 + i);
    return places.flatMap((column): readonly StageColumn[] => {
      const header = table.headers[column] ?? "";
      const read = readStageHeader(header, (name) => name !== header);
      const stage = read?.stage ?? header;
      const isUnknown = header !== "" && read?.role !== "left" && table.match(header).length === 0;
      return isUnknown && liesBetween(table, [last.column, column, next.column])
        ? [{ column, role: "entered", stage, pipeline: null, certainty: PLACE_CERTAINTY }]
        : [];
    });
  });
}

function liesBetween(table: Table, columns: readonly [number, number, number]): boolean {
  const { days, filled } = table.profile(columns[1]);
  if (days < FEWEST_ROWS || days < filled * LEAST_DAYS) return false;
  let [rows, ordered] = [0, 0];
  for (const row of sampleRows(table.headerRow + 1, table.endRow)) {
    const [before, day, after] = columns.map((column) => plainDay(table.grid, row, column));
    if (before == null || day == null || after == null) continue;
    rows++;
    if (before <= day && day <= after) ordered++;
  }
  return rows >= FEWEST_ROWS && ordered >= rows * LEAST_IN_ORDER;
}

/** A day that reads in one way only; null for all else. */
function plainDay(grid: AnyGrid, row: number, column: number): number | null {
  const cell = cellAt(grid, row, column);
  if (typeof cell === "object") return cell?.kind === "day" ? cell.day : null;
  const reading = typeof cell === "string" ? readDayText(cell) : null;
  return reading?.kind === "day" ? reading.day : null;
}
