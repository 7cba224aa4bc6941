import { UserError } from "./user-error.ts";
import { sheetNameTaken } from "./wording.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/** What a sheet is to us. */
const ROLES = ["report", "history", "snapshots", "settings", "playbook", "deals", "log"] as const;
export type Role = (typeof ROLES)[number];

const KEY = "pipecast";

/** One sheet that carries our mark. `detail` is the name of a report sheet. */
export interface OwnSheet {
  readonly sheet: Sheet;
  readonly role: Role;
  readonly detail: string;
}

/**
 * Every sheet that carries our mark, found with one call. The marks stand in one piece of developer metadata of the
 * spreadsheet, a line a sheet: `id role detail`. An id stays with its sheet when it is renamed or moved, and when the
 * spreadsheet is copied; a copy of a sheet has an id of its own, and is the person's.
 */
export function ownSheets(book: Spreadsheet, sheets: readonly Sheet[]): OwnSheet[] {
  const byId = new Map(sheets.map((sheet) => [String(sheet.getSheetId()), sheet]));
  return linesOf(marksOf(book)).flatMap((line) => {
    const [id = "", role = "", ...rest] = line.split(" ");
    const sheet = byId.get(id);
    return sheet && isRole(role) ? [{ sheet, role, detail: rest.join(" ") }] : [];
  });
}

/** Gives sheets our mark. From now on we write to them. Marks of sheets that are gone are dropped. */
export function markSheets(book: Spreadsheet, fresh: readonly OwnSheet[]): void {
  if (fresh.length === 0) return;
  const there = new Set(book.getSheets().map((sheet) => String(sheet.getSheetId())));
  const marks = marksOf(book);
  const kept = linesOf(marks).filter((line) => there.has(line.split(" ")[0] ?? ""));
  const added = fresh.map(({ sheet, role, detail }) => `${sheet.getSheetId()} ${role} ${detail}`);
  const text = [...kept, ...added].join("\n");
  if (marks[0]) marks[0].setValue(text);
  else book.addDeveloperMetadata(KEY, text, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

function marksOf(book: Spreadsheet): Metadata[] {
  return book.createDeveloperMetadataFinder().withKey(KEY).find();
}

function linesOf(marks: readonly Metadata[]): string[] {
  return marks.flatMap((mark) => (mark.getValue() ?? "").split("\n"));
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
  markSheets(book, [{ sheet, role, detail }]);
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
  return ROLES.some((role) => role === text);
}
