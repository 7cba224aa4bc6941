import type { Day } from "../basics/day.ts";
import type { Place } from "../basics/problem.ts";

/** What a number means; writers choose the number format from it. */
export type Unit = "count" | "days" | "share" | "amount" | "day" | "text";

/** One cell of a report sheet: the raw value, unrounded. `null` is shown as a dash; the sheet's notes say why. */
export interface ReportCell {
  readonly value: number | string | null;
  readonly unit: Unit;
  readonly style: CellStyle;
  /** Decimals of a share's percentage: 0 where fewer than 100 deals stand behind it, else 1. */
  readonly decimals?: 0 | 1;
  /** Columns the cell runs over, itself included; 1 where absent. */
  readonly span?: number;
  readonly link?: Link;
}

/** Where a click leads: a cell of the user's own workbook, or one of the report's sheets. */
export interface Link {
  readonly to: "source" | "report";
  readonly place: Place;
}

/**
 * How a cell looks:
 * `title`, `subtitle` and `section` head the sheet and its parts; `group` and `header` head columns; `body` and
 * `label` fill tables; `bound` is an interval's end, quieter than its estimate; `headline` is a sentence to read
 * first; `note` explains; `good`, `attention` and `problem` colour a cell that says the same in words.
 */
export type CellStyle =
  | "title"
  | "subtitle"
  | "section"
  | "headline"
  | "note"
  | "group"
  | "header"
  | "label"
  | "body"
  | "bound"
  | "good"
  | "attention"
  | "problem";

/** A sheet as laid out: every host draws these cells at these places, and computes and words nothing. */
export interface ReportSheet {
  readonly name: string;
  /** Row-major; `null` is an empty cell. A cell with a span is followed by empty ones. */
  readonly rows: readonly (readonly (ReportCell | null)[])[];
  /** Characters, one a column. */
  readonly widths: readonly number[];
  /** Rows that stay in sight, and are repeated on every printed page. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tables: readonly ReportTable[];
  /** Single cells that people may build on: `pipecast_win_rate` and so on. */
  readonly names: readonly NamedCell[];
  readonly charts?: readonly ReportChart[];
}

/** A named cell, 0-based. */
export interface NamedCell {
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

/** A table within the sheet, 0-based; its header row is the first row, above it may stand a row of groups. */
export interface ReportTable {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whether people may filter it: at most one table a sheet. */
  readonly filters: boolean;
  /** Columns (of the sheet) drawn with data bars. */
  readonly barColumns: readonly number[];
}

/**
 * A chart of cells of its own sheet, native to each host, so that a person can restyle it. `bars` lie, the first
 * category on top; `columns` stand side by side; a `fan` is a range with lines over it; `lines` run from category
 * to category; `dots` set one figure against another. A cell that is not there leaves a gap; a cell without value
 * would be drawn as zero.
 */
export interface ReportChart {
  readonly kind: "bars" | "columns" | "fan" | "lines" | "dots";
  /** What the chart says, as a sentence. */
  readonly title: string;
  /** The same for people who do not see it: what is drawn, and the main figures. */
  readonly alt: string;
  /** The cells that it covers; they are empty. */
  readonly place: CellArea;
  /** The categories' cells, one column; of `dots`, the figures across. */
  readonly categories: CellArea;
  readonly series: readonly ChartSeries[];
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
}

export interface ChartSeries {
  readonly name: string;
  /** One column, as long as the categories. */
  readonly values: CellArea;
  readonly role: ChartRole;
}

/**
 * What a series stands for; colour, line and pattern follow from it. A `range` lies on its `range-start`, which is
 * not seen: its cells hold upper minus lower. Both have a figure for every category (of a past one the outcome,
 * and a range of 0), because programs draw an area's gaps as zero.
 */
export type ChartRole =
  | "actual"
  | "forecast"
  | "won"
  | "attention"
  | "problem"
  | "context"
  | "target"
  | "range-start"
  | "range";

/** Cells of the sheet, 0-based. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface Report {
  readonly title: string;
  readonly asOfDay: Day;
  readonly currency: string | null;
  /** What stands before an amount: `€`, `CHF `, or nothing where no currency is known. */
  readonly amountPrefix: string;
  /** The user's own file, as its name stands. */
  readonly sourceName: string;
  readonly sheets: readonly ReportSheet[];
}
