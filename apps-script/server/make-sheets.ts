import { NEW_SHEET_COLUMNS, NEW_SHEET_ROWS } from "./draw-sheet.ts";
import { emptySheet, markSheets } from "./own-sheets.ts";
import { dressBlank } from "./sheet-layout.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A report sheet that was missing. */
export interface MadeSheet {
  readonly sheet: Sheet;
  /** A copy of the dressed blank sheet; else an empty sheet of that name was taken over. */
  readonly isBlank: boolean;
}

/**
 * Makes the report sheets that are missing, by name, at the end, each with our mark. The first is dressed while it
 * is blank, the others are copies of it. An empty sheet of that name is taken over: it is what a refresh leaves
 * behind that was cut off between making a sheet and marking it.
 * @throws UserError where a sheet of that name holds something; then none is made.
 */
export function makeSheets(
  book: Spreadsheet,
  sheets: readonly Sheet[],
  names: readonly string[],
): ReadonlyMap<string, MadeSheet> {
  const taken = names.map((name) => emptySheet(sheets, name));
  let blank: Sheet | null = null;
  let end = sheets.length;
  const made = names.map((name, index): [string, MadeSheet] => {
    const there = taken[index];
    if (there) {
      dressBlank(there, there.getMaxRows(), there.getMaxColumns());
      return [name, { sheet: there, isBlank: false }];
    }
    const sheet: Sheet = blank
      ? book.insertSheet(name, end, { template: blank })
      : book.insertSheet(name, end);
    if (!blank) dressBlank(sheet, NEW_SHEET_ROWS, NEW_SHEET_COLUMNS);
    blank = sheet;
    end += 1;
    return [name, { sheet, isBlank: true }];
  });
  markSheets(
    book,
    made.map(([name, { sheet }]) => ({ sheet, role: "report", detail: name })),
  );
  return new Map(made);
}
