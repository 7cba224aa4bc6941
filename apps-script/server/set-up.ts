import { columnLetters } from "../../engine/index.ts";
import { activeBook } from "./analyse-book.ts";
import { addOwnSheet, markSheet, type OwnSheet, ownSheets, type Role } from "./own-sheets.ts";
import { HISTORY_HEADERS, HISTORY_SHEET } from "./recording.ts";
import { LINK_COLOUR } from "./report-format.ts";
import {
  DATE_HEADERS,
  DEAL_HEADERS,
  DEALS_SHEET,
  PLAYBOOK_ROWS,
  PLAYBOOK_SHEET,
  STAGES,
  STALE_DAYS,
  STATUSES,
} from "./set-up-template.ts";
import { SETTING_LINES, SETTINGS_SHEET } from "./settings.ts";
import { asText } from "./sheet-values.ts";
import { withLock } from "./with-lock.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Adds what is missing: settings and playbook for everybody; deal and history sheets for a spreadsheet in which
 * nothing can be read as deals. What is there stays as it is.
 */
export function setUp(needsDeals: boolean): void {
  withLock(() => {
    const book = activeBook();
    const active = book.getActiveSheet();
    const own = ownSheets(book);
    settingsSheet(book, own);
    playbookSheet(book, own);
    if (needsDeals) {
      historySheet(book, own);
      dealsSheet(book, own)?.activate();
    } else book.setActiveSheet(active);
  });
}

/** The settings sheet, made where it is missing; one that a person wrote by hand is taken on as it is. */
export function settingsSheet(book: Spreadsheet, own: readonly OwnSheet[]): void {
  if (own.some(({ role }) => role === "settings")) return;
  const byHand = book.getSheetByName(SETTINGS_SHEET);
  if (byHand && byHand.getLastRow() > 0) {
    markSheet(byHand, "settings", "");
    return;
  }
  const sheet = addOwnSheet(book, SETTINGS_SHEET, "settings", "");
  write(sheet, [
    ["Setting", "Value", "What it means"],
    ...SETTING_LINES.map(({ name, meaning }) => [name, "", meaning]),
  ]);
  sheet.setColumnWidths(1, 2, 160);
  sheet.setColumnWidth(3, 520);
}

function playbookSheet(book: Spreadsheet, own: readonly OwnSheet[]): void {
  const sheet = made(book, own, PLAYBOOK_SHEET, "playbook");
  if (!sheet) return;
  write(sheet, PLAYBOOK_ROWS);
  sheet.setColumnWidths(1, 1, 140);
  sheet.setColumnWidths(2, 2, 460);
}

function historySheet(book: Spreadsheet, own: readonly OwnSheet[]): void {
  const sheet = made(book, own, HISTORY_SHEET, "history");
  if (sheet) write(sheet, [HISTORY_HEADERS]);
}

function dealsSheet(book: Spreadsheet, own: readonly OwnSheet[]): Sheet | null {
  const sheet = made(book, own, DEALS_SHEET, "deals");
  if (!sheet) return null;
  write(sheet, [DEAL_HEADERS]);
  const column = (header: (typeof DEAL_HEADERS)[number]): Range =>
    sheet.getRange(2, DEAL_HEADERS.indexOf(header) + 1, sheet.getMaxRows() - 1, 1);
  column("Stage").setDataValidation(oneOf(STAGES));
  column("Status").setDataValidation(oneOf(STATUSES));
  const isDate = SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(false).build();
  for (const header of DATE_HEADERS) column(header).setDataValidation(isDate).setNumberFormat("yyyy-mm-dd");
  column("Amount").setNumberFormat("#,##0.00");
  sheet.setConditionalFormatRules([staleRule(sheet)]);
  return sheet;
}

function oneOf(values: readonly string[]): GoogleAppsScript.Spreadsheet.DataValidation {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...values], true)
    .setAllowInvalid(false)
    .build();
}

/** Orange for an open deal without activity for three weeks. */
function staleRule(sheet: Sheet): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const letters = (header: (typeof DEAL_HEADERS)[number]): string =>
    columnLetters(DEAL_HEADERS.indexOf(header));
  const [status, activity] = [letters("Status"), letters("Last activity")];
  const formula = `=AND($${status}2="Open",$${activity}2<>"",$${activity}2<TODAY()-${STALE_DAYS})`;
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setBackground("#fbeccc")
    .setRanges([sheet.getRange(2, 1, sheet.getMaxRows() - 1, DEAL_HEADERS.length)])
    .build();
}

/** A new sheet of ours, or null where there is one already. */
function made(book: Spreadsheet, own: readonly OwnSheet[], name: string, role: Role): Sheet | null {
  if (own.some((one) => one.role === role)) return null;
  return addOwnSheet(book, name, role, "");
}

function write(sheet: Sheet, rows: readonly (readonly string[])[]): void {
  const width = rows[0]?.length ?? 1;
  sheet.getRange(1, 1, rows.length, width).setValues(rows.map((row) => row.map(asText)));
  sheet.getRange(1, 1, 1, width).setFontWeight("bold").setFontColor("#ffffff").setBackground(LINK_COLOUR);
  sheet.getRange(1, 1, rows.length, width).setWrap(true).setVerticalAlignment("top");
  sheet.setFrozenRows(1);
}
