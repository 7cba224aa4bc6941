import { type Analysis, dayOfIso, isoOfDay } from "../../engine/index.ts";
import type { BookReading } from "./analyse-book.ts";
import { addOwnSheet } from "./own-sheets.ts";
import { asText } from "./sheet-values.ts";
import type { Memory } from "./store.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const SNAPSHOT_SHEET = "Deal snapshots";
const SNAPSHOT_HEADERS = ["Deal ID", "Snapshot date", "Stage", "Amount", "Expected close"] as const;
const DAYS_BETWEEN = 7;
const DAY_ZERO = 25_569;
const DAY_FORMAT = "yyyy-mm-dd";

/**
 * Once a week, what every open deal says today: stage, amount, expected close. What slipped and what grew is
 * told from these.
 */
export function takeSnapshot(reading: BookReading, analysis: Analysis, memory: Memory): void {
  const { now } = reading;
  const last = dayOfIso(memory.get("lastSnapshot"));
  if (last !== null && now.day - last < DAYS_BETWEEN) return;
  const rows = snapshotRows(analysis, now.day);
  if (rows.length === 0) return;
  const sheet = snapshotSheet(reading);
  const first = sheet.getLastRow() + 1;
  const missing = first + rows.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const range = sheet.getRange(first, 1, rows.length, SNAPSHOT_HEADERS.length);
  range.setNumberFormats(rows.map(() => ["General", DAY_FORMAT, "General", "General", DAY_FORMAT]));
  range.setValues(rows);
  memory.set({ lastSnapshot: isoOfDay(now.day) });
}

function snapshotRows({ pipeline }: Analysis, day: number): (string | number)[][] {
  return pipeline.deals
    .filter(({ outcome, id }) => outcome === "open" && id !== "")
    .map(({ id, stage, amount, expectedCloseDay }) => [
      asText(id),
      day + DAY_ZERO,
      asText(stage === null ? "" : (pipeline.stages[stage]?.name ?? "")),
      amount ?? "",
      expectedCloseDay === null ? "" : expectedCloseDay + DAY_ZERO,
    ]);
}

function snapshotSheet({ book, own }: BookReading): Sheet {
  const marked = own.find(({ role }) => role === "snapshots");
  if (marked) return marked.sheet;
  const active = book.getActiveSheet();
  const sheet = addOwnSheet(book, book.getSheets(), SNAPSHOT_SHEET, "snapshots", "");
  sheet
    .getRange(1, 1, 1, SNAPSHOT_HEADERS.length)
    .setValues([[...SNAPSHOT_HEADERS]])
    .setFontWeight("bold");
  sheet.setFrozenRows(1);
  sheet.hideSheet();
  book.setActiveSheet(active);
  return sheet;
}
