import type { ReportSheet } from "../../engine/index.ts";
import { columnPixels } from "./sheet-pixels.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;

/** Column widths in pixels, and what stays in sight. */
export interface Frame {
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

/** Neighbouring columns of one width; one call sets them. */
interface WidthRun {
  readonly column: number;
  readonly count: number;
  readonly width: number;
}

/** A blank sheet as most of ours begin: what is made as a copy of it needs so many calls fewer. */
export const USUAL_FRAME: Frame = {
  widths: Array.from({ length: NEW_SHEET_COLUMNS }, () => columnPixels(0)),
  frozenRows: 2,
  frozenColumns: 0,
};

/** Of a sheet of which nobody knows how it was left. */
export const UNKNOWN_FRAME: Frame = { widths: [], frozenRows: -1, frozenColumns: -1 };

/** The frame that a report sheet wants; columns that it does not fill have the usual width. */
export function frameOf({ widths, frozenRows, frozenColumns }: ReportSheet): Frame {
  const pixels = widths.map(columnPixels);
  return { widths: [...pixels, ...USUAL_FRAME.widths.slice(pixels.length)], frozenRows, frozenColumns };
}

/** Makes a blank sheet usual. */
export function dressBlank(blank: Sheet, rowCount: number, columnCount: number): void {
  blank.getRange(1, 1, rowCount, columnCount).setVerticalAlignment("top");
  setWidths(
    blank,
    [],
    Array.from({ length: columnCount }, () => columnPixels(0)),
  );
  blank.setFrozenRows(USUAL_FRAME.frozenRows);
}

/** Gives a sheet of one frame another one, with as few calls as differences. */
export function setFrame(sheet: Sheet, from: Frame, to: Frame): void {
  setWidths(sheet, from.widths, to.widths);
  setFrozen(sheet, from, to);
}

export function setWidths(sheet: Sheet, from: readonly number[], to: readonly number[]): void {
  for (const { column, count, width } of widthRuns(from, to)) sheet.setColumnWidths(column, count, width);
}

export function setFrozen(sheet: Sheet, from: Frame, to: Omit<Frame, "widths">): void {
  if (from.frozenRows !== to.frozenRows) sheet.setFrozenRows(to.frozenRows);
  if (from.frozenColumns !== to.frozenColumns) sheet.setFrozenColumns(to.frozenColumns);
}

/** How many calls `setFrame` makes. */
export function framesApart(from: Frame, to: Frame): number {
  const frozen = [from.frozenRows !== to.frozenRows, from.frozenColumns !== to.frozenColumns];
  return widthRuns(from.widths, to.widths).length + frozen.filter(Boolean).length;
}

/** Runs of the wanted widths, 1-based, each with a column that has another width. */
function widthRuns(from: readonly number[], to: readonly number[]): WidthRun[] {
  const runs: WidthRun[] = [];
  let start = 0;
  to.forEach((width, column) => {
    if (to[column + 1] === width) return;
    const isThere = to.slice(start, column + 1).every((one, offset) => from[start + offset] === one);
    if (!isThere) runs.push({ column: start + 1, count: column - start + 1, width });
    start = column + 1;
  });
  return runs;
}
