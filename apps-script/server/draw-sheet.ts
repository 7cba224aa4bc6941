import { columnLetters, type Link, type ReportCell, type ReportSheet } from "../../engine/index.ts";
import { linkBlocks } from "./link-blocks.ts";
import { formatOf, LINK_COLOUR, lookOf, PLAIN_FORMAT } from "./report-format.ts";
import { setFrame, setLooks } from "./sheet-layout.ts";
import { richTextOf, valueForSheet } from "./sheet-values.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

export interface Drawing {
  readonly amountPrefix: string;
  /** The address of a cell of the user's or of the report's, or null where that sheet is gone. */
  readonly urlOf: (link: Link) => string | null;
}

/** What is another than when the sheet was last drawn. */
export interface Changed {
  readonly looks: boolean;
  readonly frame: boolean;
  /** A copy of the dressed blank sheet, with nothing on it. */
  readonly isBlank: boolean;
}

export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;

/** So many rows lead to their places; the rest names them. Each link costs a few calls in memory. */
const LINKED_ROWS = 500;

/**
 * Draws one sheet of the report over what is there: the values with one call. Looks, formats and widths are set
 * only when the layout is another than before, so that a person's own styling lives on.
 */
export function drawSheet(target: Sheet, sheet: ReportSheet, drawing: Drawing, changed: Changed): void {
  const before = changed.isBlank ? target.getRange(1, 1) : target.getDataRange();
  const rowCount = Math.max(sheet.rows.length, before.getNumRows());
  const columnCount = Math.max(sheet.widths.length, before.getNumColumns());
  const cells = padded(sheet.rows, rowCount, columnCount);
  makeRoom(target, rowCount, columnCount, before);
  const range = target.getRange(1, 1, rowCount, columnCount);
  const formats = cells.map((row) => row.map((cell) => formatOf(cell, drawing.amountPrefix)));
  const isPlain = changed.isBlank && formats.every((row) => row.every((format) => format === PLAIN_FORMAT));
  if (changed.looks && !isPlain) range.setNumberFormats(formats);
  range.setValues(cells.map((row) => row.map(valueForSheet)));
  if (changed.looks) setLooks(range, sheet, cells, changed.isBlank);
  if (changed.frame) setFrame(target, sheet, changed.isBlank);
  drawLinks(target, cells.slice(0, LINKED_ROWS), drawing);
}

/** Every row to the same length, and rows to the end of what stood there before, so that no old cell stays. */
function padded(rows: ReportSheet["rows"], rowCount: number, columnCount: number): (ReportCell | null)[][] {
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => rows[row]?.[column] ?? null),
  );
}

/** A new sheet has 1,000 rows and 26 columns, and one that was filled has room for what it held. */
function makeRoom(sheet: Sheet, rowCount: number, columnCount: number, before: Range): void {
  const hasRows = rowCount <= Math.max(NEW_SHEET_ROWS, before.getNumRows());
  if (hasRows && columnCount <= Math.max(NEW_SHEET_COLUMNS, before.getNumColumns())) return;
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rowCount > maxRows) sheet.insertRowsAfter(maxRows, rowCount - maxRows);
  if (columnCount > maxColumns) sheet.insertColumnsAfter(maxColumns, columnCount - maxColumns);
}

function drawLinks(
  target: Sheet,
  cells: readonly (readonly (ReportCell | null)[])[],
  drawing: Drawing,
): void {
  for (const { row, column, rowCount, columnCount } of linkBlocks(cells)) {
    const block = cells.slice(row, row + rowCount).map((line) => line.slice(column, column + columnCount));
    target
      .getRange(row + 1, column + 1, rowCount, columnCount)
      .setRichTextValues(block.map((line) => line.map((cell) => richText(cell, drawing))));
  }
}

function richText(cell: ReportCell | null, { urlOf }: Drawing): RichText {
  const made = SpreadsheetApp.newRichTextValue().setText(richTextOf(cell));
  const url = cell?.link ? urlOf(cell.link) : null;
  if (cell === null || url === null || cell.value === "") return made.build();
  const colour = cell.style === "header" ? lookOf(cell).colour : LINK_COLOUR;
  const style = SpreadsheetApp.newTextStyle()
    .setForegroundColor(colour)
    .setUnderline(cell.style !== "header");
  return made.setLinkUrl(url).setTextStyle(style.build()).build();
}

/** The part of the spreadsheet's own address that leads to a place. */
export function placeUrl(sheetId: number, cell: string | null): string {
  return `#gid=${sheetId}&range=${cell ?? `${columnLetters(0)}1`}`;
}
