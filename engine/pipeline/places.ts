import { columnLetters } from "../basics/column-letters.ts";
import type { Place } from "../basics/problem.ts";
import type { Field, Recognition } from "../intake/records.ts";

/** Finds the cell that a fault of a deal's row is shown at. */
export interface Places {
  /** The cell of a field in a row; the row's first cell where the sheet has no such column. */
  readonly cellOf: (sheet: string, row: number, field: Field) => Place;
  /** A cell by its 0-based row and column. */
  readonly at: (sheet: string, row: number, column: number) => Place;
}

export function placesIn(recognition: Recognition): Places {
  const columns = new Map<string, number>();
  for (const { sheet, field, column } of recognition.columns) {
    const key = `${field} ${sheet}`;
    if (!columns.has(key)) columns.set(key, column);
  }
  const at = (sheet: string, row: number, column: number): Place => ({
    sheet,
    cell: `${columnLetters(column)}${row + 1}`,
  });
  return { at, cellOf: (sheet, row, field) => at(sheet, row, columns.get(`${field} ${sheet}`) ?? 0) };
}
