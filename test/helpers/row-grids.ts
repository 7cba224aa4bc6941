import { readSheets, type SheetEntry } from "../../cli/xlsx/workbook.ts";
import { type AnyGrid, type Grid, rowsOf } from "../../engine/index.ts";

/** A sheet row by row, as a person would write it down. */
export function rowGrid(grid: AnyGrid): Grid {
  const { sheet, hidden, date1904 } = grid;
  const marks = { ...(hidden ? { hidden } : {}), ...(date1904 ? { date1904 } : {}) };
  return { sheet, rows: rowsOf(grid), ...marks };
}

/** The sheets of a workbook, row by row. */
export async function readRowGrids(
  bytes: Uint8Array,
  wanted?: (sheet: SheetEntry) => boolean,
): Promise<Grid[]> {
  return (await readSheets(bytes, wanted)).map(rowGrid);
}
