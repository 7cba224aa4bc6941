import type { ReportCell, ReportSheet } from "../../engine/index.ts";
import type { LayoutPart } from "./layout-marks.ts";
import { alignmentOf, BAR_COLOUR, lookOf, type SheetLook } from "./report-format.ts";
import { columnPixels, USUAL_FROZEN_ROWS, USUAL_PIXELS } from "./sheet-pixels.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Cells = readonly (readonly (ReportCell | null)[])[];

/** The looks of one sheet's cells: a number of calls that does not grow with its rows. */
export function setLooks(range: Range, sheet: ReportSheet, cells: Cells): void {
  const numeric = numericHeaders(sheet);
  const styles = textStyles();
  range.setTextStyles(cells.map((row) => row.map((cell) => styles(lookOf(cell)))));
  range.setBackgrounds(cells.map((row) => coverings(row).map((cell) => lookOf(cell).background)));
  range.setHorizontalAlignments(
    cells.map((row, r) => row.map((cell, c) => (numeric.has(`${r} ${c}`) ? "right" : alignmentOf(cell)))),
  );
  range.setWrapStrategies(cells.map((row) => row.map(wrapOf)));
}

/** The cell that is seen in each column: its own, else one that runs over it. */
function coverings(row: Cells[number]): (ReportCell | null)[] {
  let last: ReportCell | null = null;
  let end = 0;
  return row.map((cell, column) => {
    if (cell) {
      last = cell;
      end = column + (cell.span ?? 1);
    }
    return column < end ? last : null;
  });
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

/** Widths, frozen rows, filter and bars, as far as they changed; a copy of the blank sheet has some already. */
export function setFrame(
  target: Sheet,
  sheet: ReportSheet,
  isBlank: boolean,
  changed: (part: LayoutPart) => boolean,
): void {
  const { widths, frozenRows, frozenColumns } = sheet;
  if (changed("widths")) setWidths(target, widths, isBlank ? USUAL_PIXELS : null);
  if (changed("frozen")) {
    if (!isBlank || frozenRows !== USUAL_FROZEN_ROWS) target.setFrozenRows(frozenRows);
    if (!isBlank || frozenColumns > 0) target.setFrozenColumns(frozenColumns);
  }
  if (changed("filter")) setFilter(target, sheet, isBlank);
  if (changed("bars")) setBars(target, sheet, isBlank);
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

function setFilter(target: Sheet, sheet: ReportSheet, isBlank: boolean): void {
  const table = sheet.tables.find(({ filters }) => filters);
  if (!isBlank) target.getFilter()?.remove();
  if (!table) return;
  target.getRange(table.row + 1, table.column + 1, table.rowCount, table.columnCount).createFilter();
}

/** Sheets has no data bars: a scale from white to blue says the same. A person's own rules stay. */
function setBars(target: Sheet, sheet: ReportSheet, isBlank: boolean): void {
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
  const others = isBlank ? [] : target.getConditionalFormatRules().filter((rule) => !isBar(rule));
  target.setConditionalFormatRules([...others, ...rules]);
}

function isBar(rule: Rule): boolean {
  const colour = rule.getGradientCondition()?.getMaxColor() ?? "";
  return colour.toLowerCase().endsWith(BAR_COLOUR.slice(1));
}
