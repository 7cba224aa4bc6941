import { columnLetters, type Link, type ReportCell, type ReportSheet } from "../../engine/index.ts";
import { LOOK_PARTS, looksOf, setLooks } from "./cell-looks.ts";
import type { LayoutPart } from "./layout-marks.ts";
import { linkBlocks } from "./link-blocks.ts";
import { lookOf } from "./report-format.ts";
import { setLayout } from "./sheet-layout.ts";
import { richTextOf, valueForSheet } from "./sheet-values.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

export interface Drawing {
  readonly amountPrefix: string;
  /** The address of a cell of the user's or of the report's, or null where that sheet is gone. */
  readonly urlOf: (link: Link) => string | null;
}

/** What stands there, and what of the layout is another now. */
export interface Standing {
  readonly changed: (part: LayoutPart) => boolean;
  /** Just made, with its frame and with nothing on it. */
  readonly isBlank: boolean;
  /** Rows and columns that were filled last time; 0 where that is not known. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A person may have put rows or columns into our sheet: so many more are cleared behind what was drawn. */
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 2;

/** So many rows lead to their places; the rest names them. Each link costs a few calls in memory. */
const LINKED_ROWS = 500;

/**
 * Draws one sheet of the report over what is there: the values with one call. Looks, formats and widths are set
 * only where they are others than before, so that a person's own styling lives on.
 */
export function drawSheet(target: Sheet, sheet: ReportSheet, drawing: Drawing, standing: Standing): void {
  const { changed, isBlank } = standing;
  const filled = isBlank ? { rowCount: 0, columnCount: 0 } : filledArea(target, standing);
  const rowCount = Math.max(sheet.rows.length, filled.rowCount);
  const columnCount = Math.max(sheet.widths.length, filled.columnCount);
  const cells = padded(sheet.rows, rowCount, columnCount);
  const range = roomFor(target, rowCount, columnCount);
  const looks = LOOK_PARTS.some(changed) ? looksOf(sheet, cells, drawing.amountPrefix) : null;
  if (looks && changed("formats")) range.setNumberFormats(looks.formats);
  range.setValues(cells.map((row) => row.map(valueForSheet)));
  if (looks) setLooks(range, looks, changed);
  setLayout(target, sheet, isBlank, changed);
  drawLinks(target, cells.slice(0, LINKED_ROWS), drawing);
}

/** What may hold something: remembered, else asked for. */
function filledArea(target: Sheet, { rowCount, columnCount }: Standing) {
  if (rowCount > 0) return { rowCount: rowCount + SPARE_ROWS, columnCount: columnCount + SPARE_COLUMNS };
  const filled = target.getDataRange();
  return { rowCount: filled.getNumRows(), columnCount: filled.getNumColumns() };
}

/** Every row to the same length, and rows to the end of what stood there before, so that no old cell stays. */
function padded(rows: ReportSheet["rows"], rowCount: number, columnCount: number): (ReportCell | null)[][] {
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => rows[row]?.[column] ?? null),
  );
}

/** The range to draw in. A new sheet has 1,000 rows and 26 columns; a person may have deleted some. */
function roomFor(sheet: Sheet, rowCount: number, columnCount: number): Range {
  try {
    return sheet.getRange(1, 1, rowCount, columnCount);
  } catch {
    const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    if (rowCount > maxRows) sheet.insertRowsAfter(maxRows, rowCount + SPARE_ROWS - maxRows);
    if (columnCount > maxColumns)
      sheet.insertColumnsAfter(maxColumns, columnCount + SPARE_COLUMNS - maxColumns);
    return sheet.getRange(1, 1, rowCount, columnCount);
  }
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
  const { colour, underline } = lookOf(cell).link;
  const style = SpreadsheetApp.newTextStyle().setForegroundColor(colour).setUnderline(underline);
  return made.setLinkUrl(url).setTextStyle(style.build()).build();
}

/** The part of the spreadsheet's own address that leads to a place. */
export function placeUrl(sheetId: number, cell: string | null): string {
  return `#gid=${sheetId}&range=${cell ?? `${columnLetters(0)}1`}`;
}
