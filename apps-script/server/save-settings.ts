import type { SettingValues } from "../server-api.ts";
import { activeBook } from "./analyse-book.ts";
import { ownSheets } from "./own-sheets.ts";
import { settingsSheet } from "./set-up.ts";
import { SETTING_NAMES, SETTINGS_SHEET } from "./settings.ts";
import { asText } from "./sheet-values.ts";
import { UserError } from "./user-error.ts";
import { sheetMissing } from "./wording.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Puts what was changed in the sidebar into the settings sheet, beside its name; nothing else is touched. */
export function saveSettingValues(values: Partial<SettingValues>): void {
  const book = activeBook();
  settingsSheet(book, ownSheets(book, book.getSheets()));
  const sheet = book.getSheetByName(SETTINGS_SHEET);
  if (!sheet) throw new UserError(sheetMissing(SETTINGS_SHEET));
  const rows = sheet.getDataRange().getValues();
  const names = rows.map(([cell]) =>
    String(cell ?? "")
      .trim()
      .toLowerCase(),
  );
  const fresh: string[][] = [];
  for (const name of SETTING_NAMES) {
    const value = values[name];
    if (value === undefined) continue;
    const wanted = String(value).trim();
    const row = names.indexOf(name.toLowerCase());
    if (row < 0 && wanted !== "") fresh.push([name, asText(wanted)]);
    if (row >= 0 && String(rows[row]?.[1] ?? "").trim() !== wanted)
      sheet.getRange(row + 1, 2).setValue(asText(wanted));
  }
  if (fresh.length > 0) addLines(sheet, lastSettingRow(names), fresh);
}

/** New lines follow the settings that are there: below them other tables may stand. */
function addLines(sheet: Sheet, after: number, lines: readonly string[][]): void {
  sheet.insertRowsAfter(after, lines.length);
  sheet.getRange(after + 1, 1, lines.length, 2).setValues([...lines]);
}

/** 1-based row of the last setting we know, else of the header, else the first row. */
function lastSettingRow(names: readonly string[]): number {
  const known = new Set(["setting", ...SETTING_NAMES.map((name) => name.toLowerCase())]);
  const last = names.reduce((found, name, row) => (known.has(name) ? row : found), 0);
  return last + 1;
}
