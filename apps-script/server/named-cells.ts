import type { ReportSheet } from "../../engine/index.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A cell with a name that formulas build on, 1-based. */
interface NamedPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export type NamedPlaces = Map<string, NamedPlace>;

interface Drawn {
  readonly sheet: Sheet;
  readonly report: ReportSheet;
}

/** A shift by more rows than this is not ours: somebody moved the cells. */
const MOST_SHIFTED = 20;

/** Where names stand now; one whose sheet is gone stands nowhere. */
export function namedPlaces(book: Spreadsheet): NamedPlaces {
  const places: NamedPlaces = new Map();
  for (const named of book.getNamedRanges()) {
    const range: Range | null = named.getRange();
    if (!range) continue;
    const [row, column] = [range.getRow(), range.getColumn()];
    places.set(named.getName(), { sheetId: range.getSheet().getSheetId(), row, column });
  }
  return places;
}

/**
 * Brings a sheet's named cells to the rows where they will be drawn, with one call for all: rows come in above them, or
 * go from there to below the last. What points at the cells moves along, names and formulas alike.
 */
export function shiftNamed({ sheet, report }: Drawn, places: NamedPlaces): void {
  const there = report.names.flatMap(({ name, row }) => {
    const place = places.get(name);
    return place?.sheetId === sheet.getSheetId() ? [{ name, place, wanted: row + 1 }] : [];
  });
  const [first] = there;
  if (!first) return;
  const shift = first.wanted - first.place.row;
  const rows = there.map(({ place }) => place.row);
  const top = report.frozenRows + 1;
  const isAbove = Math.min(...rows) > top + Math.max(0, -shift);
  if (shift === 0 || Math.abs(shift) > MOST_SHIFTED || !isAbove) return;
  if (shift > 0) sheet.insertRowsAfter(top, shift);
  else sheet.moveRows(sheet.getRange(top, 1, -shift, 1), Math.max(...rows) + 1);
  for (const { name, place } of there) places.set(name, { ...place, row: place.row + shift });
}

/** Names the cells that have no name yet, or whose name stands elsewhere. */
export function nameCells(book: Spreadsheet, drawn: readonly Drawn[], places: NamedPlaces): void {
  for (const { sheet, report } of drawn)
    for (const { name, row, column } of report.names) {
      const place = places.get(name);
      const isThere =
        place?.sheetId === sheet.getSheetId() && place.row === row + 1 && place.column === column + 1;
      if (!isThere) book.setNamedRange(name, sheet.getRange(row + 1, column + 1));
    }
}
