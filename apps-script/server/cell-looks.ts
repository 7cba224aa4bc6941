import type { ReportCell, ReportSheet } from "../../engine/index.ts";
import { alignmentOf, formatOf, lookOf, type TextLook, textLookOf } from "./report-format.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type Tables = Pick<ReportSheet, "rows" | "tables">;
type Cells = readonly (readonly (ReportCell | null)[])[];

/** What is set of a sheet's looks, each with one call, however many rows there are. */
export const LOOK_PARTS = ["formats", "styles", "backgrounds", "alignments", "wraps"] as const;
export type LookPart = (typeof LOOK_PARTS)[number];

/** The looks of cells, part by part, in the cells' own rows and columns. */
export interface CellLooks extends Record<LookPart, readonly (readonly unknown[])[]> {
  readonly formats: string[][];
  readonly styles: TextLook[][];
  readonly backgrounds: (string | null)[][];
  readonly alignments: ("center" | "right" | null)[][];
  readonly wraps: boolean[][];
}

export function looksOf(sheet: Tables, cells: Cells, amountPrefix: string): CellLooks {
  const numeric = numericHeaders(sheet);
  const each = <T>(of: (cell: ReportCell | null) => T): T[][] => cells.map((row) => row.map(of));
  return {
    formats: each((cell) => formatOf(cell, amountPrefix)),
    styles: each(textLookOf),
    backgrounds: cells.map((row) => coverings(row).map((cell) => lookOf(cell).background)),
    alignments: cells.map((row, r) =>
      row.map((cell, c) => (numeric.has(`${r} ${c}`) ? "right" : alignmentOf(cell))),
    ),
    wraps: each(isWrapped),
  };
}

/** Sets what changed of the looks, but for the formats: these come before the values. */
export function setLooks(range: Range, looks: CellLooks, changed: (part: LookPart) => boolean): void {
  const { WRAP, OVERFLOW } = SpreadsheetApp.WrapStrategy;
  const styleOf = textStyles();
  if (changed("styles")) range.setTextStyles(looks.styles.map((row) => row.map(styleOf)));
  if (changed("backgrounds")) range.setBackgrounds(looks.backgrounds);
  if (changed("alignments")) range.setHorizontalAlignments(looks.alignments);
  if (changed("wraps"))
    range.setWrapStrategies(looks.wraps.map((row) => row.map((wraps) => (wraps ? WRAP : OVERFLOW))));
}

/** The cell that is seen in each column: its own, else one that runs over it. */
function coverings(row: Cells[number]): (ReportCell | null)[] {
  let last: ReportCell | null = null;
  let end = 0;
  return row.map((cell, column) => {
    if (cell) {
      last = cell;
      end = column + (cell.span ?? 1);
    }
    return column < end ? last : null;
  });
}

/** Places of headers that stand over numbers, so that both are aligned alike. */
function numericHeaders({ rows, tables }: Tables): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { row, column, rowCount, columnCount } of tables)
    for (let at = column; at < column + columnCount; at++) {
      const isNumeric = rows
        .slice(row + 1, row + rowCount)
        .some((cells) => (cells[at]?.unit ?? "text") !== "text");
      if (isNumeric) places.add(`${row} ${at}`);
    }
  return places;
}

/** A line over the sheet's whole width runs on over empty cells; a table's text wraps. */
function isWrapped(cell: ReportCell | null): boolean {
  return cell !== null && cell.unit === "text" && cell.span === undefined;
}

/** One style object a look, however many cells wear it. */
function textStyles(): (look: TextLook) => TextStyle {
  const made = new Map<TextLook, TextStyle>();
  return (look) => {
    const known = made.get(look);
    if (known) return known;
    const style = SpreadsheetApp.newTextStyle()
      .setFontSize(look.size)
      .setForegroundColor(look.colour)
      .setBold(look.bold)
      .setUnderline(look.underline)
      .build();
    made.set(look, style);
    return style;
  };
}
