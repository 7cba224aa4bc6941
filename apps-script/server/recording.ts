import type { Analysis } from "../../engine/index.ts";
import type { BookReading } from "./analyse-book.ts";
import { addOwnSheet, type OwnSheet } from "./own-sheets.ts";
import { asText } from "./sheet-values.ts";
import type { Memory } from "./store.ts";
import { UserError } from "./user-error.ts";
import { recordingNeedsColumns } from "./wording.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where changes of stage are seen, and where they are noted: columns by header, so that they may move. */
export interface RecordingPlan {
  readonly dealsSheetId: number;
  readonly headerRow: number;
  readonly idHeader: string;
  readonly nameHeader: string;
  readonly stageHeader: string;
  readonly historySheetId: number;
}

const HISTORY_SHEET = "Stage history";
export const HISTORY_HEADERS = [
  "Deal ID",
  "Deal",
  "From stage",
  "To stage",
  "Changed on",
  "Noted by",
] as const;

/** One change of stage, as it is noted. */
export interface StageChange {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly notedBy: "edit" | "refresh";
}

/**
 * What recording needs to know of this spreadsheet, and the history sheet that it will append to.
 * @throws UserError where no id or stage column is recognised.
 */
function planRecording(reading: BookReading, { recognition }: Analysis): RecordingPlan {
  const { dealsSheet } = recognition;
  const deals = reading.sheets.find((sheet) => sheet.getName() === dealsSheet);
  const header = (field: string): string =>
    recognition.columns.find((column) => column.sheet === dealsSheet && column.field === field)?.header ?? "";
  const idHeader = header("id") || header("name");
  const stageHeader = header("stage");
  if (!deals || dealsSheet === null || idHeader === "" || stageHeader === "")
    throw new UserError(recordingNeedsColumns(dealsSheet ?? ""));
  return {
    dealsSheetId: deals.getSheetId(),
    headerRow: recognition.headerRows[dealsSheet] ?? 0,
    idHeader,
    nameHeader: header("name"),
    stageHeader,
    historySheetId: historySheet(reading, reading.own).getSheetId(),
  };
}

/**
 * The plan as it is now: a header may have been renamed, the history sheet deleted. Returns the book's sheets, to which
 * a history sheet may have come.
 * @throws UserError where no id or stage column is recognised any more.
 */
export function renewPlan(reading: BookReading, analysis: Analysis, memory: Memory): BookReading {
  const plan = JSON.stringify(planRecording(reading, analysis));
  if (plan === memory.get("recording")) return reading;
  memory.set({ recording: plan });
  return { ...reading, sheets: reading.book.getSheets() };
}

/** Our history sheet: the one that carries our mark, else a new one. A sheet of the user's is never written to. */
function historySheet({ book, sheets }: BookReading, own: readonly OwnSheet[]): Sheet {
  const marked = own.find(({ role }) => role === "history");
  if (marked) return marked.sheet;
  const isTaken = sheets.some((sheet) => sheet.getName() === HISTORY_SHEET && sheet.getLastRow() > 0);
  const name = isTaken ? `${HISTORY_SHEET} (recorded)` : HISTORY_SHEET;
  const active = book.getActiveSheet();
  const sheet = addOwnSheet(book, [...sheets], name, "history", "");
  sheet
    .getRange(1, 1, 1, HISTORY_HEADERS.length)
    .setValues([[...HISTORY_HEADERS]])
    .setFontWeight("bold");
  sheet.setFrozenRows(1);
  book.setActiveSheet(active);
  return sheet;
}

/** What a history column holds, by its header: ours, and those of the starter workbook. */
const HELD: Readonly<Record<string, (change: StageChange) => string | Date>> = {
  "Deal ID": ({ id }) => asText(id),
  Deal: ({ name }) => asText(name),
  "From stage": ({ from }) => asText(from),
  "To stage": ({ to }) => asText(to),
  Stage: ({ to }) => asText(to),
  "Changed on": ({ at }) => at,
  Entered: ({ at }) => at,
  "Noted by": ({ notedBy }) => notedBy,
};

/** The headers of our history sheet, as they stand. */
export function historyHeaders(history: Sheet): string[] {
  const [headers = []] = history.getRange(1, 1, 1, Math.max(1, history.getLastColumn())).getValues();
  return headers.map((header) => String(header).trim());
}

/** Adds changes at the end of the history with one write. Texts stay texts. */
export function appendChanges(
  history: Sheet,
  headers: readonly string[],
  changes: readonly StageChange[],
): void {
  if (changes.length === 0) return;
  const first = history.getLastRow() + 1;
  const missing = first + changes.length - 1 - history.getMaxRows();
  if (missing > 0) history.insertRowsAfter(history.getMaxRows(), missing);
  const rows = changes.map((change) => headers.map((header) => HELD[header]?.(change) ?? ""));
  history.getRange(first, 1, rows.length, headers.length).setValues(rows);
}

/** The last stage noted of every deal, in the order of the rows, and the sheet's headers. */
export function readHistory(history: Sheet): {
  headers: readonly string[];
  last: ReadonlyMap<string, string>;
} {
  const last = new Map<string, string>();
  const [first = [], ...rows] = history.getDataRange().getValues();
  const headers = first.map((header) => String(header).trim());
  const idColumn = headers.indexOf("Deal ID");
  const toColumn = headers.findIndex((header) => header === "To stage" || header === "Stage");
  for (const row of rows) {
    const id = String(row[idColumn] ?? "").trim();
    if (id !== "") last.set(id, String(row[toColumn] ?? "").trim());
  }
  return { headers, last };
}

export function sameStage(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

export function readPlan(text: string): RecordingPlan | null {
  return text === "" ? null : (JSON.parse(text) as RecordingPlan);
}
