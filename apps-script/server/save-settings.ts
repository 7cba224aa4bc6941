import type { SettingValues } from "../server-api.ts";
import { activeBook } from "./analyse-book.ts";
import { ownSheets } from "./own-sheets.ts";
import { settingsSheet } from "./set-up.ts";
import { SETTING_LINES, SETTINGS_SHEET } from "./settings.ts";
import { asText } from "./sheet-values.ts";
import { UserError } from "./user-error.ts";
import { sheetMissing } from "./wording.ts";

/** Puts what was changed in the sidebar into the settings sheet, beside its name; nothing else is touched. */
export function saveSettingValues(values: SettingValues): void {
  const book = activeBook();
  settingsSheet(book, ownSheets(book));
  const sheet = book.getSheetByName(SETTINGS_SHEET);
  if (!sheet) throw new UserError(sheetMissing(SETTINGS_SHEET));
  const rows = sheet.getDataRange().getValues();
  for (const { name, meaning } of SETTING_LINES) {
    const wanted = String(values[name] ?? "").trim();
    const row = rows.findIndex(
      ([cell]) =>
        String(cell ?? "")
          .trim()
          .toLowerCase() === name.toLowerCase(),
    );
    if (row < 0 && wanted !== "") sheet.appendRow([name, asText(wanted), meaning]);
    if (row >= 0 && String(rows[row]?.[1] ?? "").trim() !== wanted)
      sheet.getRange(row + 1, 2).setValue(asText(wanted));
  }
}
