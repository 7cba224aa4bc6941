import type { Link, Report, ReportSheet } from "../../engine/index.ts";
import { drawCharts } from "./draw-charts.ts";
import { drawSheet, placeUrl } from "./draw-sheet.ts";
import { type LayoutPart, layoutOf, unknownLayout } from "./layout-marks.ts";
import { type MadeSheet, makeSheets } from "./make-sheets.ts";
import type { OwnSheet } from "./own-sheets.ts";
import type { Layouts } from "./store.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

interface Target {
  readonly sheet: Sheet;
  readonly report: ReportSheet;
  readonly isNew: boolean;
  readonly isBlank: boolean;
}

/**
 * Writes the report into its own sheets: sheets that carry our mark are drawn over and keep their id, missing
 * ones are added at the end. No other sheet is written to. A sheet's layout is noted only after it was drawn, so
 * that what a cut-off refresh left is mended by the next one.
 */
export function writeReport(
  book: Spreadsheet,
  report: Report,
  { own, sheets }: { readonly own: readonly OwnSheet[]; readonly sheets: readonly Sheet[] },
  layouts: Layouts,
): void {
  const marked = new Map(
    own.flatMap(({ role, detail, sheet }) => (role === "report" ? [[detail, sheet]] : [])),
  );
  const missing = report.sheets.filter(({ name }) => !marked.has(name)).map(({ name }) => name);
  const active = missing.length === 0 ? null : book.getActiveSheet();
  const made = makeSheets(book, sheets, missing);
  const targets = report.sheets.flatMap((sheet) => targetOf(sheet, marked, made));
  const ids = sheetIds(targets, sheets);
  const urlOf = ({ to, place }: Link): string | null => {
    const id = ids[to].get(place.sheet);
    return id === undefined ? null : placeUrl(id, place.cell);
  };
  for (const target of targets) draw(target, report, layouts, urlOf);
  if (active) book.setActiveSheet(active);
  nameCells(book, targets);
}

function targetOf(
  report: ReportSheet,
  marked: ReadonlyMap<string, Sheet>,
  made: ReadonlyMap<string, MadeSheet>,
): Target[] {
  const found = marked.get(report.name);
  if (found) return [{ sheet: found, report, isNew: false, isBlank: false }];
  const fresh = made.get(report.name);
  return fresh ? [{ ...fresh, report, isNew: true }] : [];
}

function sheetIds(targets: readonly Target[], userSheets: readonly Sheet[]) {
  return {
    report: new Map(targets.map(({ sheet, report }) => [report.name, sheet.getSheetId()] as const)),
    source: new Map(userSheets.map((sheet) => [sheet.getName(), sheet.getSheetId()] as const)),
  };
}

function draw(
  { sheet, report, isNew, isBlank }: Target,
  { amountPrefix }: Report,
  layouts: Layouts,
  urlOf: (link: Link) => string | null,
): void {
  const wanted = layoutOf(report, amountPrefix);
  const before = (isNew ? undefined : layouts.get(report.name)) ?? unknownLayout();
  const changed = (part: LayoutPart): boolean => before.parts[part] !== wanted.parts[part];
  const { rowCount, columnCount } = before;
  drawSheet(sheet, report, { amountPrefix, urlOf }, { changed, isBlank, rowCount, columnCount });
  const chartIds = changed("charts")
    ? drawCharts(sheet, report, { known: before.chartIds, isBlank, changed })
    : before.chartIds;
  layouts.set(report.name, { ...wanted, chartIds });
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
