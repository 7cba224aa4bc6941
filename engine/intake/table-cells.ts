import type { Problem } from "../basics/problem.ts";
import type { AnyGrid } from "../grid/grid.ts";
import { type AmountColumn, NO_AMOUNTS, readAmounts, readShares } from "./amount-column.ts";
import type { ColumnPlace } from "./column-place.ts";
import { type DayColumn, NO_DAYS, readDays } from "./day-column.ts";
import { fillMerged, isShared } from "./fill-merged.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { Recognised } from "./recognise-table.ts";
import type { StageColumn } from "./stage-columns.ts";
import { readTexts } from "./text-column.ts";

/** The claimed columns of a table, read; an array has one entry a row of `rows`, or none for a field that is not there. */
export interface TableCells {
  readonly grid: AnyGrid;
  readonly sheet: string;
  readonly rows: readonly number[];
  /** The number that a person sees beside one of `rows`. */
  readonly rowNumber: (row: number) => number;
  /** "" where blank. */
  readonly texts: (field: HeaderField) => readonly string[];
  readonly days: (field: HeaderField) => DayColumn;
  readonly amounts: AmountColumn;
  /** Probabilities 0–1; `NaN` where there is none. */
  readonly shares: Float64Array;
  /** 0-based column of a field; -1 where the table does not have it. */
  readonly columnOf: (field: HeaderField) => number;
  /** Every column that is read. */
  readonly readColumns: readonly number[];
  readonly stageDays: readonly (DayColumn & { readonly stage: StageColumn })[];
}

const DAY_FIELDS: ReadonlySet<HeaderField> = new Set<HeaderField>([
  "stage-entered",
  "created",
  "closed",
  "won-on",
  "lost-on",
  "expected-close",
  "close-date",
  "last-activity",
  "next-step-on",
  "changed-on",
  "left-on",
  "snapshot-on",
]);

const NO_TEXTS: readonly string[] = [];

/** Reads each claimed column as what its field holds. */
export function readTable(found: Recognised, rows: readonly number[], problems: Problem[]): TableCells {
  const { grid, headers } = found.table;
  const placeOf = (column: number): ColumnPlace => ({ grid, column, rows, header: headers[column] ?? "" });
  const texts = new Map<HeaderField, readonly string[]>();
  const days = new Map<HeaderField, DayColumn>();
  let amounts = NO_AMOUNTS;
  let shares = NO_DAYS.days;
  for (const { field, column } of found.claims.values()) {
    const place = placeOf(column);
    if (DAY_FIELDS.has(field)) days.set(field, readDays(place, problems));
    else if (field === "amount") amounts = readAmounts(place, problems);
    else if (field === "probability") shares = readShares(place, problems);
    else {
      const own = readTexts(place, field, problems);
      texts.set(field, isShared(field, found.kind) ? fillMerged(own, place, problems) : own);
    }
  }
  const { titleOutcome } = found;
  if (titleOutcome) {
    const told = texts.get("outcome");
    texts.set(
      "outcome",
      rows.map((row, i) => told?.[i] || titleOutcome(row)),
    );
  }
  return {
    grid,
    sheet: grid.sheet,
    rows,
    rowNumber: (row) => (found.ownRow?.(row) ?? row) + 1,
    texts: (field) => texts.get(field) ?? NO_TEXTS,
    days: (field) => days.get(field) ?? NO_DAYS,
    amounts,
    shares,
    columnOf: (field) => found.claims.get(field)?.column ?? -1,
    readColumns: [...found.claims.values(), ...found.stageColumns].map(({ column }) => column),
    stageDays: found.stageColumns.map((stage) => ({ stage, ...readDays(placeOf(stage.column), problems) })),
  };
}

/** Every day column of a table, for the decision which comes first, day or month. */
export function dayColumnsOf(cells: TableCells): readonly DayColumn[] {
  const fields = [...DAY_FIELDS].filter((field) => cells.columnOf(field) >= 0);
  return [...fields.map(cells.days), ...cells.stageDays].filter(({ place }) => place !== null);
}
