import { UserError } from "./user-error.ts";
import { sheetNameTaken } from "./wording.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a sheet is to us; written as developer metadata, so that renaming it does not lose it. */
export type Role = "report" | "history" | "snapshots" | "settings" | "playbook" | "deals" | "log";

const KEY = "pipecast";

/** One sheet that carries our mark. `detail` is the name of a report sheet. */
export interface OwnSheet {
  readonly sheet: Sheet;
  readonly role: Role;
  readonly detail: string;
}

/** Every sheet that carries our mark, found with one call. */
export function ownSheets(book: Spreadsheet): OwnSheet[] {
  return book
    .createDeveloperMetadataFinder()
    .withKey(KEY)
    .find()
    .flatMap((mark) => {
      const sheet = mark.getLocation().getSheet();
      const [role = "", ...rest] = (mark.getValue() ?? "").split(":");
      return sheet && isRole(role) ? [{ sheet, role, detail: rest.join(":") }] : [];
    });
}

/** Gives a sheet our mark. From now on we write to it. */
export function markSheet(sheet: Sheet, role: Role, detail: string): void {
  sheet.addDeveloperMetadata(KEY, `${role}:${detail}`, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/**
 * A new last sheet with our mark. An empty sheet of that name is taken over: it is what a refresh leaves behind that
 * was cut off between making a sheet and marking it. `sheets` are those of the book; the new one joins them.
 * @throws UserError where a sheet of that name holds something.
 */
export function addOwnSheet(
  book: Spreadsheet,
  sheets: Sheet[],
  name: string,
  role: Role,
  detail: string,
): Sheet {
  const sheet = emptySheet(sheets, name) ?? book.insertSheet(name, sheets.length);
  if (!sheets.includes(sheet)) sheets.push(sheet);
  markSheet(sheet, role, detail);
  return sheet;
}

/**
 * The sheet of that name, where there is one and it is empty.
 * @throws UserError where it holds something.
 */
export function emptySheet(sheets: readonly Sheet[], name: string): Sheet | null {
  const there = sheets.find((sheet) => sheet.getName() === name);
  if (there && there.getLastRow() > 0) throw new UserError(sheetNameTaken(name));
  return there ?? null;
}

function isRole(text: string): text is Role {
  return ["report", "history", "snapshots", "settings", "playbook", "deals", "log"].includes(text);
}
