import type { Link, Report, ReportSheet } from "../../engine/index.ts";
import { drawSheet, placeUrl } from "./draw-sheet.ts";
import { addOwnSheet, markValue, type OwnSheet } from "./own-sheets.ts";
import { layoutMark } from "./sheet-layout.ts";

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
  const targets = report.sheets.map((sheet) => targetOf(book, sheet, own));
  const ids = sheetIds(targets, userSheets);
  const urlOf = ({ to, place }: Link): string | null => {
    const id = ids[to].get(place.sheet);
    return id === undefined ? null : placeUrl(id, place.cell);
  };
  for (const target of targets) draw(target, report, urlOf);
  if (targets.some(({ own: mark }) => mark === null)) book.setActiveSheet(active);
  nameCells(book, targets);
}

function targetOf(book: Spreadsheet, report: ReportSheet, own: readonly OwnSheet[]): Target {
  const found = own.find(({ role, detail }) => role === "report" && detail.split("|")[0] === report.name);
  if (found) return { sheet: found.sheet, report, own: found };
  return { sheet: addOwnSheet(book, report.name, "report", `${report.name}|`), report, own: null };
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
  urlOf: (link: Link) => string | null,
): void {
  const wanted = `${report.name}|${layoutMark(report, amountPrefix)}`;
  const isNewLayout = own?.detail !== wanted;
  drawSheet(sheet, report, { amountPrefix, urlOf }, isNewLayout);
  if (!isNewLayout) return;
  const mark = own?.mark ?? sheet.createDeveloperMetadataFinder().withKey("pipecast").find()[0];
  mark?.setValue(markValue("report", wanted));
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
