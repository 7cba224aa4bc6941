import type { Link, Report, ReportSheet } from "../../engine/index.ts";
import { drawCharts } from "./draw-charts.ts";
import { drawSheet, placeUrl } from "./draw-sheet.ts";
import {
  blankLayout,
  type LayoutMarks,
  type LayoutPart,
  layoutOf,
  layoutText,
  unknownLayout,
} from "./layout-marks.ts";
import { type MadeSheet, makeSheets } from "./make-sheets.ts";
import { nameCells, namedPlaces, shiftNamed } from "./named-cells.ts";
import type { OwnSheet } from "./own-sheets.ts";
import type { Layouts } from "./store.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

interface Target {
  readonly sheet: Sheet;
  readonly report: ReportSheet;
  readonly before: LayoutMarks;
  readonly wanted: Omit<LayoutMarks, "chartIds">;
  readonly isBlank: boolean;
}

/** What the report is written into. */
export interface ReportPlace {
  readonly book: Spreadsheet;
  readonly own: readonly OwnSheet[];
  readonly sheets: readonly Sheet[];
  /** How the sheets were last drawn; a sheet's layout is noted only after it was drawn. */
  readonly layouts: Layouts;
  /** Called before any layout is changed: what is cut off then, the next refresh must draw in full. */
  readonly onChange: () => void;
}

/**
 * Writes the report into its own sheets: sheets that carry our mark are drawn over and keep their id, missing
 * ones are added at the end. No other sheet is written to.
 */
export function writeReport(report: Report, { book, own, sheets, layouts, onChange }: ReportPlace): void {
  const marked = new Map(
    own.flatMap(({ role, detail, sheet }) => (role === "report" ? [[detail, sheet]] : [])),
  );
  const missing = report.sheets.filter(({ name }) => !marked.has(name));
  if (missing.length > 0) onChange();
  const active = missing.length === 0 ? null : book.getActiveSheet();
  const made = makeSheets(book, sheets, missing);
  const targets = report.sheets.flatMap((sheet) => targetOf(sheet, report, { marked, made, layouts }));
  if (missing.length === 0 && targets.some(isChanged)) onChange();
  const ids = sheetIds(targets, sheets);
  const urlOf = ({ to, place }: Link): string | null => {
    const id = ids[to].get(place.sheet);
    return id === undefined ? null : placeUrl(id, place.cell);
  };
  const places = namedPlaces(book);
  for (const target of targets) {
    shiftNamed(target, places);
    layouts.set(target.report.name, draw(target, report, urlOf));
  }
  if (active) book.setActiveSheet(active);
  nameCells(book, targets, places);
}

interface Standing {
  readonly marked: ReadonlyMap<string, Sheet>;
  readonly made: ReadonlyMap<string, MadeSheet>;
  readonly layouts: Layouts;
}

function targetOf(report: ReportSheet, { amountPrefix }: Report, standing: Standing): Target[] {
  const { marked, made, layouts } = standing;
  const wanted = layoutOf(report, amountPrefix);
  const found = marked.get(report.name);
  if (found) {
    const before = layouts.get(report.name) ?? unknownLayout();
    return [{ sheet: found, report, before, wanted, isBlank: false }];
  }
  const fresh = made.get(report.name);
  return fresh ? [{ ...fresh, report, before: fresh.isBlank ? blankLayout() : unknownLayout(), wanted }] : [];
}

/** Whether more than values is to be written. */
function isChanged({ before, wanted }: Target): boolean {
  return layoutText({ ...wanted, chartIds: before.chartIds }) !== layoutText(before);
}

function sheetIds(targets: readonly Target[], userSheets: readonly Sheet[]) {
  return {
    report: new Map(targets.map(({ sheet, report }) => [report.name, sheet.getSheetId()] as const)),
    source: new Map(userSheets.map((sheet) => [sheet.getName(), sheet.getSheetId()] as const)),
  };
}

/** Draws one sheet; returns how it is laid out now. */
function draw(
  { sheet, report, before, wanted, isBlank }: Target,
  { amountPrefix }: Report,
  urlOf: (link: Link) => string | null,
): LayoutMarks {
  const changed = (part: LayoutPart): boolean => before.parts[part] !== wanted.parts[part];
  const { rowCount, columnCount } = before;
  drawSheet(sheet, report, { amountPrefix, urlOf }, { changed, isBlank, rowCount, columnCount });
  const chartIds = changed("charts")
    ? drawCharts(sheet, report, { known: before.chartIds, isBlank, changed })
    : before.chartIds;
  return { ...wanted, chartIds };
}
