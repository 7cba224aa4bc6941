import type { Area } from "./document.ts";
import { ServiceError } from "./service-error.ts";

/** 0-based column of its letters. */
export function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

export function a1Of(area: Area): string {
  const first = lettersOf(area.column) + (area.row + 1);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${lettersOf(area.column + area.columnCount - 1)}${area.row + area.rowCount}`;
}

/** The area of `B2`, `B2:C5`, `B:B` or `2:3`; open sides end where the sheet ends. */
export function areaOf(a1: string, maxRows: number, maxColumns: number): Area {
  const match = /^\$?([A-Za-z]*)\$?(\d*)(?::\$?([A-Za-z]*)\$?(\d*))?$/.exec(a1);
  if (!match || a1 === "") throw new ServiceError("Range not found");
  const [, letters = "", digits = "", endLetters, endDigits] = match;
  const row = digits === "" ? 0 : Number(digits) - 1;
  const column = letters === "" ? 0 : columnOf(letters);
  if (endLetters === undefined) return { row, column, rowCount: 1, columnCount: 1 };
  const endRow = endDigits ? Number(endDigits) : maxRows;
  const endColumn = endLetters === "" ? maxColumns : columnOf(endLetters) + 1;
  return { row, column, rowCount: endRow - row, columnCount: endColumn - column };
}
