import { columnLetters, numberFormat, type StarterSheet } from "../../engine/index.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** An open deal without activity for this long is coloured. */
const STALE_DAYS = 21;
const STALE_COLOUR = "#fbeccc";

/** Drop-downs, checks, number formats and the colour of stale deals, for the rows that people will fill in. */
export function prepareEntry(
  book: Spreadsheet,
  sheet: Sheet,
  { sheet: report, choices, entries }: StarterSheet,
): void {
  const lastRow = Math.max(0, ...[...choices, ...entries].map((rows) => rows.lastRow));
  const missing = lastRow + 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const rangeOf = (rows: { column: number; firstRow: number; lastRow: number }): Range =>
    sheet.getRange(rows.firstRow + 1, rows.column + 1, rows.lastRow - rows.firstRow + 1, 1);
  for (const choice of choices) rangeOf(choice).setDataValidation(listOf(book, choice.source));
  for (const entry of entries) {
    rangeOf(entry).setNumberFormat(numberFormat({ value: null, unit: entry.unit, style: "body" }, ""));
    if (entry.unit === "day") rangeOf(entry).setDataValidation(isDate());
  }
  const headers = (report.rows[report.tables[0]?.row ?? 0] ?? []).map((cell) => String(cell?.value ?? ""));
  const [closed, activity] = [headers.indexOf("Closed"), headers.indexOf("Last activity")];
  if (closed >= 0 && activity >= 0)
    sheet.setConditionalFormatRules([staleRule(sheet, closed, activity, headers.length)]);
}

/** A list in quotes, or a range of this spreadsheet; other entries are warned of, not refused. */
function listOf(book: Spreadsheet, source: string): Validation {
  const builder = SpreadsheetApp.newDataValidation();
  const list = /^"(.*)"$/.exec(source)?.[1];
  const made =
    list === undefined
      ? builder.requireValueInRange(book.getRange(source), true)
      : builder.requireValueInList(list.split(","), true);
  return made.setAllowInvalid(true).build();
}

function isDate(): Validation {
  return SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(true).build();
}

function staleRule(
  sheet: Sheet,
  closed: number,
  activity: number,
  columnCount: number,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const [over, last] = [`$${columnLetters(closed)}2`, `$${columnLetters(activity)}2`];
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(`=AND(${over}="",${last}<>"",${last}<TODAY()-${STALE_DAYS})`)
    .setBackground(STALE_COLOUR)
    .setRanges([sheet.getRange(2, 1, sheet.getMaxRows() - 1, columnCount)])
    .build();
}
