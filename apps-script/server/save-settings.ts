import type { SettingValues } from "../server-api.ts";
import { activeBook } from "./analyse-book.ts";
import { ownSheets } from "./own-sheets.ts";
import { settingsSheet } from "./set-up.ts";
import { SETTING_LINES, SETTINGS_SHEET, settingsOf } from "./settings.ts";
import { asText } from "./sheet-values.ts";
import { UserError } from "./user-error.ts";
import { sheetMissing } from "./wording.ts";

/** Puts the sidebar's settings into the settings sheet, each beside its name; other lines stay. */
export function saveSettingValues(values: SettingValues): void {
  const book = activeBook();
  const texts = new Map(
    SETTING_LINES.map(({ name }) => [name.toLowerCase(), String(values[name] ?? "").trim()]),
  );
  settingsOf(texts);
  settingsSheet(book, ownSheets(book));
  const sheet = book.getSheetByName(SETTINGS_SHEET);
  if (!sheet) throw new UserError(sheetMissing(SETTINGS_SHEET));
  const range = sheet.getDataRange();
  const rows = range.getValues();
  const column = rows.map((row) => {
    const text = texts.get(
      String(row[0] ?? "")
        .trim()
        .toLowerCase(),
    );
    return [text === undefined ? row[1] : asText(text)];
  });
  sheet.getRange(1, 2, column.length, 1).setValues(column);
}
