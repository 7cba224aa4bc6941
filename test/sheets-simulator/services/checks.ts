import type { Area, DocumentState, SheetState } from "../document.ts";
import { ServiceError } from "../service-error.ts";

const MOST_CELLS = 10_000_000;

/** The dimensions of a matrix must be those of the range. */
export function checkShape(values: unknown, area: Area): void {
  if (!Array.isArray(values) || !values.every(Array.isArray)) {
    throw new ServiceError(
      "The parameters don't match the method signature: a two-dimensional array is expected.",
    );
  }
  if (values.length !== area.rowCount) throw mismatch("rows", values.length, area.rowCount);
  for (const line of values) {
    if (line.length !== area.columnCount) throw mismatch("columns", line.length, area.columnCount);
  }
}

function mismatch(what: "rows" | "columns", has: number, wants: number): ServiceError {
  return new ServiceError(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`,
  );
}

/** A range must lie on the grid. */
export function checkOnGrid(sheet: SheetState, area: Area): void {
  if (area.row < 0) throw new ServiceError("The starting row of the range is too small.");
  if (area.column < 0) throw new ServiceError("The starting column of the range is too small.");
  if (!(area.rowCount >= 1)) throw new ServiceError("The number of rows in the range must be at least 1.");
  if (!(area.columnCount >= 1))
    throw new ServiceError("The number of columns in the range must be at least 1.");
  const inside =
    area.row + area.rowCount <= sheet.maxRows && area.column + area.columnCount <= sheet.maxColumns;
  if (!inside)
    throw new ServiceError("The coordinates of the range are outside the dimensions of the sheet.");
}

/** A protected cell that the person may not edit is not edited by their script either. */
export function checkEditable(sheet: SheetState, area: Area): void {
  const hit = sheet.protections.some(
    (protection) => protection.forbidden && !protection.warningOnly && overlap(protection.area, area),
  );
  if (!hit) return;
  throw new ServiceError(
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
  );
}

function overlap(one: Area | null, other: Area): boolean {
  if (one === null) return true;
  const rows = one.row < other.row + other.rowCount && other.row < one.row + one.rowCount;
  return rows && one.column < other.column + other.columnCount && other.column < one.column + one.columnCount;
}

/** A spreadsheet holds ten million cells at most. */
export function checkCellCount(document: DocumentState, extra: number): void {
  const cells = document.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  if (cells + extra <= MOST_CELLS) return;
  throw new ServiceError(
    `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
  );
}
