import { type Analysis, analyse, type Grid } from "../../engine/index.ts";
import { type OwnSheet, ownSheets } from "./own-sheets.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { Settings } from "./settings.ts";
import { type Now, nowIn } from "./today.ts";
import { UserError } from "./user-error.ts";
import { TEXTS } from "./wording.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A spreadsheet as read once. */
export interface BookReading {
  readonly book: Spreadsheet;
  readonly sheets: readonly Sheet[];
  readonly own: readonly OwnSheet[];
  readonly settings: Settings;
  readonly now: Now;
  readonly grids: readonly Grid[];
}

/** @throws UserError where no spreadsheet is open: in a time trigger this can happen. */
export function activeBook(): Spreadsheet {
  const book: Spreadsheet | null = SpreadsheetApp.getActiveSpreadsheet();
  if (!book) throw new UserError(TEXTS.noSpreadsheet);
  return book;
}

/** Reads settings, marks and every sheet that may hold deals or history; writes nothing. */
export function readBook(book: Spreadsheet, zone = book.getSpreadsheetTimeZone()): BookReading {
  const sheets = book.getSheets();
  const own = ownSheets(book, sheets);
  return { book, sheets, own, ...readWorkbook(zone, sheets, own), now: nowIn(zone) };
}

export function analyseBook({ grids, now }: BookReading): Analysis {
  return analyse(grids, { asOfDay: now.day, todayDay: now.day });
}
