import type { ReportCell, ReportSheet } from "../../engine/index.ts";
import { cellsOf } from "./draw-charts.ts";
import { alignmentOf, BAR_COLOUR, formatOf, lookOf, type SheetLook } from "./report-format.ts";
import { columnPixels, USUAL_FROZEN_ROWS, USUAL_PIXELS } from "./sheet-pixels.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type Cells = readonly (readonly (ReportCell | null)[])[];

/** The looks of one sheet's cells: a number of calls that does not grow with its rows. */
export function setLooks(range: Range, sheet: ReportSheet, cells: Cells, isBlank: boolean): void {
  const numeric = numericHeaders(sheet);
  const styles = textStyles();
  range.setTextStyles(cells.map((row) => row.map((cell) => styles(lookOf(cell)))));
  range.setBackgrounds(cells.map((row) => row.map((cell) => lookOf(cell).background)));
  range.setHorizontalAlignments(
    cells.map((row, r) => row.map((cell, c) => (numeric.has(`${r} ${c}`) ? "right" : alignmentOf(cell)))),
  );
  range.setWrapStrategies(cells.map((row) => row.map(wrapOf)));
  if (!isBlank) range.setVerticalAlignment("top");
}

/** A blank sheet as most of our sheets begin: the others are copies of it, and need so many calls fewer. */
export function dressBlank(blank: Sheet, rowCount: number, columnCount: number): void {
  blank.getRange(1, 1, rowCount, columnCount).setVerticalAlignment("top");
  blank.setColumnWidths(1, columnCount, USUAL_PIXELS);
  blank.setFrozenRows(USUAL_FROZEN_ROWS);
}

/** Places of headers that stand over numbers, so that both are aligned alike. */
function numericHeaders({ rows, tables }: ReportSheet): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { row, column, rowCount, columnCount } of tables)
    for (let at = column; at < column + columnCount; at++) {
      const isNumeric = rows
        .slice(row + 1, row + rowCount)
        .some((cells) => (cells[at]?.unit ?? "text") !== "text");
      if (isNumeric) places.add(`${row} ${at}`);
    }
  return places;
}

/** Widths, frozen rows, filter and bars; what a copy of the blank sheet has already is left out. */
export function setFrame(target: Sheet, sheet: ReportSheet, isBlank: boolean): void {
  setWidths(target, sheet.widths, isBlank ? USUAL_PIXELS : null);
  if (!isBlank || sheet.frozenRows !== USUAL_FROZEN_ROWS) target.setFrozenRows(sheet.frozenRows);
  if (sheet.frozenColumns > 0) target.setFrozenColumns(sheet.frozenColumns);
  addFilter(target, sheet, isBlank);
  addBars(target, sheet);
}

/** A line over the sheet's whole width runs on over empty cells; a table's text wraps. */
function wrapOf(cell: ReportCell | null): GoogleAppsScript.Spreadsheet.WrapStrategy {
  const { WRAP, OVERFLOW } = SpreadsheetApp.WrapStrategy;
  return cell !== null && cell.unit === "text" && cell.span === undefined ? WRAP : OVERFLOW;
}

/** One style object a look, however many cells wear it. */
function textStyles(): (look: SheetLook) => TextStyle {
  const made = new Map<SheetLook, TextStyle>();
  return (look) => {
    const known = made.get(look);
    if (known) return known;
    const style = SpreadsheetApp.newTextStyle()
      .setFontSize(look.size)
      .setForegroundColor(look.colour)
      .setBold(look.bold)
      .setUnderline(false)
      .build();
    made.set(look, style);
    return style;
  };
}

/** Neighbours of the same width with one call; those that have it already with none. */
function setWidths(target: Sheet, characters: readonly number[], there: number | null): void {
  const widths = characters.map(columnPixels);
  let start = 0;
  widths.forEach((width, column) => {
    if (widths[column + 1] === width) return;
    if (width !== there) target.setColumnWidths(start + 1, column - start + 1, width);
    start = column + 1;
  });
}

function addFilter(target: Sheet, sheet: ReportSheet, isBlank: boolean): void {
  const table = sheet.tables.find(({ filters }) => filters);
  if (!table) return;
  if (!isBlank) target.getFilter()?.remove();
  target.getRange(table.row + 1, table.column + 1, table.rowCount, table.columnCount).createFilter();
}

/** Sheets has no data bars: a scale from white to blue says the same. */
function addBars(target: Sheet, sheet: ReportSheet): void {
  const rules = sheet.tables.flatMap((table) =>
    table.barColumns
      .filter(() => table.rowCount > 1)
      .map((column) =>
        SpreadsheetApp.newConditionalFormatRule()
          .setGradientMinpoint("#ffffff")
          .setGradientMaxpoint(BAR_COLOUR)
          .setRanges([target.getRange(table.row + 2, column + 1, table.rowCount - 1, 1)])
          .build(),
      ),
  );
  if (rules.length > 0) target.setConditionalFormatRules(rules);
}

/** How a sheet was drawn: what another refresh need not do again. */
export interface LayoutMarks {
  /** Changes with the looks of any cell. */
  readonly looks: string;
  /** Changes with the widths, frozen rows or tables. */
  readonly frame: string;
  /** Changes with any chart. */
  readonly charts: string;
  /** The cells of each chart. */
  readonly chartCells: readonly string[];
}

export function layoutMarks(sheet: ReportSheet, amountPrefix: string): LayoutMarks {
  const cells = sheet.rows.map((row) =>
    row.map((cell) =>
      cell === null ? "" : `${cell.style}${formatOf(cell, amountPrefix)}${cell.span ?? ""}`,
    ),
  );
  const { widths, frozenRows, frozenColumns, tables, charts = [] } = sheet;
  return {
    looks: hash(JSON.stringify(cells)),
    frame: hash(JSON.stringify([widths, frozenRows, frozenColumns, tables])),
    charts: charts.length === 0 ? "" : hash(JSON.stringify(charts)),
    chartCells: charts.map(cellsOf),
  };
}

/** Marks as one text, and back; a sheet never drawn has none. */
export function marksText({ looks, frame, charts, chartCells }: LayoutMarks): string {
  return [looks, frame, charts, chartCells.join(";")].join("|");
}

export function marksOf(text: string): LayoutMarks {
  const [looks = "", frame = "", charts = "", cells = ""] = text.split("|");
  return { looks, frame, charts, chartCells: cells === "" ? [] : cells.split(";") };
}

/** FNV-1a, 32 bits: enough to notice a change. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
