import type { Place } from "../basics/problem.ts";

/** What a number means; writers choose the number format from it. */
export type Unit = "count" | "days" | "share" | "amount" | "day" | "text";

/** One cell of a report sheet: the raw value, unrounded. `null` is shown as a dash, with `note` as the reason. */
export interface ReportCell {
  readonly value: number | string | null;
  readonly unit: Unit;
  readonly style?: CellStyle;
  readonly note?: string;
  /** A cell of the user's own workbook, or a sheet of the report. */
  readonly link?: Place;
}

export type CellStyle =
  | "title"
  | "subtitle"
  | "heading"
  | "header"
  | "label"
  | "prose"
  | "figure"
  | "attention"
  | "problem";

/** A sheet as laid out: every host draws these cells at these places, and computes and words nothing. */
export interface ReportSheet {
  readonly name: string;
  /** Row-major; `null` is an empty cell. */
  readonly rows: readonly (readonly (ReportCell | null)[])[];
  /** Characters, one a column. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Tables within the sheet (0-based, header row included): filters, banding, charts' data. */
  readonly tables: readonly ReportTable[];
  /** Rows whose first cell's prose runs over the sheet's whole width, and wraps. */
  readonly wideRows: readonly number[];
  /** Single cells that people may build on: `pipecast_win_rate` and so on. */
  readonly names: readonly { readonly name: string; readonly row: number; readonly column: number }[];
}

export interface ReportTable {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Columns (of the sheet) drawn with data bars. */
  readonly barColumns: readonly number[];
}

export interface Report {
  readonly title: string;
  readonly currency: string | null;
  readonly sheets: readonly ReportSheet[];
}
