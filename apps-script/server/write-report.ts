import type { Link, Report, ReportSheet } from "../../engine/index.ts";
import { drawCharts } from "./draw-charts.ts";
import { drawSheet, placeUrl } from "./draw-sheet.ts";
import { addOwnSheet, markValue, type OwnSheet, ownSheets } from "./own-sheets.ts";
import { layoutMarks, marksOf, marksText } from "./sheet-layout.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

interface Target {
  readonly sheet: Sheet;
  readonly report: ReportSheet;
  /** Where the mark tells the layout last drawn; null on a sheet that was just made. */
  readonly own: OwnSheet | null;
}

/**
 * Writes the report into its own sheets: sheets that carry our mark are drawn over and keep their id, missing
 * ones are added at the end. No other sheet is written to. A sheet is marked as laid out only after it was, so
 * that what a cut-off refresh left is mended by the next one.
 */
export function writeReport(
  book: Spreadsheet,
  report: Report,
  own: readonly OwnSheet[],
  userSheets: readonly Sheet[],
): void {
  const active = book.getActiveSheet();
  const sheets = [...userSheets];
  const targets = report.sheets.map((sheet) => targetOf(book, sheets, sheet, own));
  const ids = sheetIds(targets, userSheets);
  const urlOf = ({ to, place }: Link): string | null => {
    const id = ids[to].get(place.sheet);
    return id === undefined ? null : placeUrl(id, place.cell);
  };
  const isNew = targets.some(({ own: mark }) => mark === null);
  const marks = isNew ? ownSheets(book) : own;
  for (const target of targets) draw(target, report, marks, urlOf);
  if (isNew) book.setActiveSheet(active);
  nameCells(book, targets);
}

function targetOf(book: Spreadsheet, sheets: Sheet[], report: ReportSheet, own: readonly OwnSheet[]): Target {
  const found = own.find((one) => isReport(one, report.name));
  if (found) return { sheet: found.sheet, report, own: found };
  return { sheet: addOwnSheet(book, sheets, report.name, "report", `${report.name}|`), report, own: null };
}

function isReport({ role, detail }: OwnSheet, name: string): boolean {
  return role === "report" && detail.split("|")[0] === name;
}

function sheetIds(targets: readonly Target[], userSheets: readonly Sheet[]) {
  return {
    report: new Map(targets.map(({ sheet, report }) => [report.name, sheet.getSheetId()] as const)),
    source: new Map(userSheets.map((sheet) => [sheet.getName(), sheet.getSheetId()] as const)),
  };
}

function draw(
  { sheet, report, own }: Target,
  { amountPrefix }: Report,
  marks: readonly OwnSheet[],
  urlOf: (link: Link) => string | null,
): void {
  const wanted = layoutMarks(report, amountPrefix);
  const before = marksOf((own?.detail ?? "").split("|").slice(1).join("|"));
  const changed = { looks: before.looks !== wanted.looks, frame: before.frame !== wanted.frame };
  drawSheet(sheet, report, { amountPrefix, urlOf }, changed);
  if (before.charts !== wanted.charts) drawCharts(sheet, report, before.chartCells);
  if (marksText(before) === marksText(wanted)) return;
  const mark = own ?? marks.find((one) => isReport(one, report.name));
  mark?.mark.setValue(markValue("report", `${report.name}|${marksText(wanted)}`));
}

/** Names that formulas build on. A name that stands where it should is left alone. */
function nameCells(book: Spreadsheet, targets: readonly Target[]): void {
  const there = new Map(
    book.getNamedRanges().map((named) => {
      const range = named.getRange();
      return [named.getName(), `${range.getSheet().getSheetId()} ${range.getRow()} ${range.getColumn()}`];
    }),
  );
  for (const { sheet, report } of targets)
    for (const { name, row, column } of report.names) {
      if (there.get(name) === `${sheet.getSheetId()} ${row + 1} ${column + 1}`) continue;
      book.setNamedRange(name, sheet.getRange(row + 1, column + 1));
    }
}
