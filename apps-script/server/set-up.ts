import { type ReportSheet, starterBook } from "../../engine/index.ts";
import { activeBook } from "./analyse-book.ts";
import { drawSheet } from "./draw-sheet.ts";
import { addOwnSheet, markSheets, type OwnSheet, ownSheets, type Role } from "./own-sheets.ts";
import { SETTINGS_SHEET } from "./settings.ts";
import { dressBlank } from "./sheet-frame.ts";
import { prepareEntry } from "./starter-entry.ts";
import { nowIn } from "./today.ts";
import { withLock } from "./with-lock.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What each sheet of the starter workbook is to us; the lists and the start page need no role of their own. */
const ROLES: Readonly<Record<string, Role>> = {
  Deals: "deals",
  "Stage history": "history",
  [SETTINGS_SHEET]: "settings",
};
/** What a team gets that has its own sheets already. */
const EXTRAS = ["Pipecast Templates", "Pipecast Playbook"];

/**
 * Adds what is missing. For a spreadsheet in which nothing can be read as deals: the whole starter workbook, with its
 * stages, drop-downs and examples. For a team with its own sheets: settings, templates and playbook. What is there
 * stays as it is.
 */
export function setUp(needsDeals: boolean): void {
  withLock(() => {
    const book = activeBook();
    const active = book.getActiveSheet();
    const own = ownSheets(book, book.getSheets());
    const starters = starterBook(nowIn(book.getSpreadsheetTimeZone()).day);
    if (!needsDeals) settingsSheet(book, own);
    const wanted = starters.filter(({ sheet }) => needsDeals || EXTRAS.includes(sheet.name));
    const made = wanted.flatMap((starter) => {
      const sheet = addStarter(book, own, starter.sheet);
      return sheet ? [{ sheet, starter }] : [];
    });
    for (const { sheet, starter } of made) prepareEntry(book, sheet, starter);
    (made.find(({ starter }) => starter.isForEntry)?.sheet ?? active).activate();
  });
}

function addStarter(book: Spreadsheet, own: readonly OwnSheet[], sheet: ReportSheet): Sheet | null {
  const role = ROLES[sheet.name] ?? "playbook";
  if (own.some((one) => one.role === role && (role !== "playbook" || one.detail === sheet.name))) return null;
  const target = addOwnSheet(book, book.getSheets(), sheet.name, role, sheet.name);
  dressBlank(target, target.getMaxRows(), target.getMaxColumns());
  drawSheet(
    target,
    sheet,
    { amountPrefix: "", urlOf: () => null },
    { changed: () => true, isBlank: false, rowCount: 0, columnCount: 0 },
  );
  return target;
}

/** The settings sheet, made where it is missing; one that a person wrote by hand is taken on as it is. */
export function settingsSheet(book: Spreadsheet, own: readonly OwnSheet[]): void {
  if (own.some(({ role }) => role === "settings")) return;
  const byHand = book.getSheetByName(SETTINGS_SHEET);
  if (byHand && byHand.getLastRow() > 0) {
    markSheets(book, [{ sheet: byHand, role: "settings", detail: "" }]);
    return;
  }
  const starter = starterBook(0).find(({ sheet }) => sheet.name === SETTINGS_SHEET);
  if (starter) addStarter(book, own, blankSettings(starter.sheet));
}

/** The starter's settings without its values and without its stages: a team with sheets has its own. */
function blankSettings(sheet: ReportSheet): ReportSheet {
  const [table] = sheet.tables;
  if (!table) return sheet;
  const end = table.row + table.rowCount;
  const rows = sheet.rows
    .slice(0, end)
    .map((cells, row) =>
      cells.map((cell, column) =>
        row > table.row && column === 1 && cell ? { ...cell, value: "", unit: "text" as const } : cell,
      ),
    );
  return { ...sheet, rows, tables: [table] };
}
