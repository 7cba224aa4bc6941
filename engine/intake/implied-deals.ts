import { type Grouped, grouped, numberedTexts } from "../basics/grouped.ts";
import type { AmountColumn } from "./amount-column.ts";
import type { ChangeColumns } from "./change-columns.ts";
import { type DayColumn, NO_DAYS } from "./day-column.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { TableCells } from "./table-cells.ts";

/** Deals that only history or snapshots name: one row each, with what its latest rows say. */
export interface ImpliedDeals {
  readonly cells: TableCells;
  readonly ids: readonly string[];
}

/**
 * Makes a table with one row a deal out of a table with many: each field holds the last value that is not blank,
 * in the order of days. The row is the deal's latest.
 * @param isCurrent whether the latest stage is the deal's stage, as in snapshots.
 */
export function impliedDeals(cells: TableCells, changes: ChangeColumns, isCurrent: boolean): ImpliedDeals {
  const deals = dealsInTime(changes);
  const last = (isFilled: (i: number) => boolean): readonly number[] => lastRows(deals, isFilled);
  const latest = last(() => true);
  const rows = latest.map((i) => cells.rows[i] ?? 0);
  const texts = memo((field: HeaderField): readonly string[] => {
    if (cells.columnOf(field) < 0 || (field === "stage" && !isCurrent)) return [];
    const all = cells.texts(field);
    return last((i) => (all[i] ?? "") !== "").map((i) => all[i] ?? "");
  });
  const dated = new Set([
    "snapshot-on",
    "changed-on",
    ...(changes.column === cells.columnOf("created") ? ["created"] : []),
  ]);
  const days = memo((field: HeaderField): DayColumn => {
    const column = cells.days(field);
    if (cells.columnOf(field) < 0 || dated.has(field)) return { ...column, days: NO_DAYS.days };
    const picked = last((i) => !Number.isNaN(column.days[i] ?? Number.NaN));
    return { ...column, days: Float64Array.from(picked, (i) => column.days[i] ?? Number.NaN) };
  });
  const { amounts } = cells;
  const amountRows =
    amounts.place === null ? latest : last((i) => !Number.isNaN(amounts.amounts[i] ?? Number.NaN));
  const shareRows =
    cells.columnOf("probability") < 0 ? latest : last((i) => !Number.isNaN(cells.shares[i] ?? Number.NaN));
  return {
    cells: {
      ...cells,
      rows,
      texts,
      days,
      amounts: pickAmounts(amounts, amountRows),
      shares: Float64Array.from(shareRows, (i) => cells.shares[i] ?? Number.NaN),
      stageDays: [],
    },
    ids: Array.from(deals.order, (deal) => deals.names[deal] ?? ""),
  };
}

/** The rows of each deal in the order of days. */
interface DealsInTime extends Grouped {
  readonly names: readonly string[];
  /** The deals in the order of their first rows. */
  readonly order: Int32Array;
}

function dealsInTime(changes: ChangeColumns): DealsInTime {
  const { names, numbers } = numberedTexts(changes.refs, changes.kept);
  const { starts, members } = grouped(numbers, names.length);
  const firsts = new Int32Array(names.length);
  for (let deal = 0; deal < names.length; deal++) {
    sortInTime(changes, members, starts[deal] ?? 0, starts[deal + 1] ?? 0);
    firsts[deal] = members[starts[deal] ?? 0] ?? 0;
  }
  sortInTime(changes, firsts, 0, firsts.length);
  return { starts, members, names, order: firsts.map((row) => numbers[row] ?? 0) };
}

/** Of each deal, the last of its rows that is filled, else its last. */
function lastRows(
  { starts, members, order }: DealsInTime,
  isFilled: (i: number) => boolean,
): readonly number[] {
  return Array.from(order, (deal) => {
    const end = starts[deal + 1] ?? 0;
    for (let place = end - 1; place >= (starts[deal] ?? 0); place--) {
      const i = members[place] ?? 0;
      if (isFilled(i)) return i;
    }
    return members[end - 1] ?? 0;
  });
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function pickAmounts({ place, amounts, currencies }: AmountColumn, picked: readonly number[]): AmountColumn {
  return {
    place: place && { ...place, rows: picked.map((i) => place.rows[i] ?? 0) },
    amounts: Float64Array.from(picked, (i) => amounts[i] ?? Number.NaN),
    currencies: picked.map((i) => currencies[i] ?? null),
  };
}

/** The indices of changes by day, then time of day, then row. */
export function inTime(changes: ChangeColumns): Int32Array {
  const indices = Int32Array.from(changes.kept);
  sortInTime(changes, indices, 0, indices.length);
  return indices;
}

/** Puts the indices of changes from one place up to another into the same order; mostly they are in it. */
export function sortInTime(
  { days, seconds }: ChangeColumns,
  indices: Int32Array,
  start: number,
  end: number,
): void {
  const compare = (a: number, b: number): number =>
    (days[a] ?? 0) - (days[b] ?? 0) || (seconds[a] ?? 0) - (seconds[b] ?? 0) || a - b;
  for (let place = start + 1; place < end; place++) {
    if (compare(indices[place - 1] ?? 0, indices[place] ?? 0) <= 0) continue;
    indices.subarray(start, end).sort(compare);
    return;
  }
}
