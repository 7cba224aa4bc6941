import type { ReportSheet } from "../../engine/index.ts";
import type { LayoutPart } from "./layout-marks.ts";
import { BAR_COLOUR } from "./report-format.ts";
import { setFrozen, setWidths, UNKNOWN_FRAME } from "./sheet-frame.ts";
import { columnPixels } from "./sheet-pixels.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Widths, frozen rows, filter and bars, as far as they changed; a sheet just made has its frame. */
export function setLayout(
  target: Sheet,
  sheet: ReportSheet,
  isBlank: boolean,
  changed: (part: LayoutPart) => boolean,
): void {
  if (!isBlank && changed("widths")) setWidths(target, [], sheet.widths.map(columnPixels));
  if (!isBlank && changed("frozen")) setFrozen(target, UNKNOWN_FRAME, sheet);
  if (changed("filter")) setFilter(target, sheet, isBlank);
  if (changed("bars")) setBars(target, sheet, isBlank);
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
