import type { Problem } from "../basics/problem.ts";
import { dataRows } from "./data-rows.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { DateOrder } from "./parse-day.ts";
import {
  type AmountColumn,
  type ColumnPlace,
  type DayColumn,
  readAmounts,
  readDays,
  readTexts,
} from "./read-column.ts";
import type { Recognised } from "./recognise-table.ts";

/** The columns of a deal table, read; every array has one entry a row of `rows`. */
export interface DealColumns {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly texts: (field: HeaderField) => readonly string[];
  readonly days: (field: HeaderField) => DayColumn;
  readonly amounts: (field: HeaderField) => AmountColumn;
}

/** Reads each claimed column once, as what its field holds. */
export function readDealColumns(deals: Recognised, order: DateOrder, problems: Problem[]): DealColumns {
  const { grid } = deals.table;
  const rows = dataRows(deals);
  const place = (field: HeaderField): ColumnPlace | null => {
    const claim = deals.claims.get(field);
    return claim ? { grid, column: claim.column, rows } : null;
  };
  const noDays: DayColumn = {
    days: new Float64Array(rows.length).fill(Number.NaN),
    seconds: new Float64Array(rows.length),
  };
  const noTexts: readonly string[] = rows.map(() => "");
  const noAmounts: AmountColumn = { amounts: noDays.days, currencies: rows.map(() => null) };
  return {
    sheet: grid.sheet,
    rows,
    texts: (field) => mapPlace(place(field), readTexts) ?? noTexts,
    days: (field) => mapPlace(place(field), (at) => readDays(at, order, problems)) ?? noDays,
    amounts: (field) => mapPlace(place(field), (at) => readAmounts(at, problems)) ?? noAmounts,
  };
}

function mapPlace<T>(place: ColumnPlace | null, read: (place: ColumnPlace) => T): T | null {
  return place ? read(place) : null;
}
