import type { AmountColumn } from "./amount-column.ts";
import type { ChangeColumns } from "./change-columns.ts";
import type { DayColumn } from "./day-column.ts";
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
  const byDeal = new Map<string, number[]>();
  for (const i of inTime(changes)) {
    const ref = changes.refs[i] ?? "";
    const rows = byDeal.get(ref);
    if (rows) rows.push(i);
    else byDeal.set(ref, [i]);
  }
  const groups = [...byDeal.values()];
  const last = (isFilled: (i: number) => boolean): readonly number[] =>
    groups.map((group) => lastOf(group, isFilled));
  const rows = last(() => true).map((i) => cells.rows[i] ?? 0);
  const texts = memo((field: HeaderField): readonly string[] => {
    const all = field === "stage" && !isCurrent ? [] : cells.texts(field);
    return last((i) => (all[i] ?? "") !== "").map((i) => all[i] ?? "");
  });
  const dated = new Set([
    "snapshot-on",
    "changed-on",
    ...(changes.column === cells.columnOf("created") ? ["created"] : []),
  ]);
  const days = memo((field: HeaderField): DayColumn => {
    const column = cells.days(field);
    const values = dated.has(field) ? new Float64Array(0) : column.days;
    const picked = last((i) => !Number.isNaN(values[i] ?? Number.NaN));
    return { ...column, days: Float64Array.from(picked, (i) => values[i] ?? Number.NaN) };
  });
  const shares = last((i) => !Number.isNaN(cells.shares[i] ?? Number.NaN));
  return {
    cells: {
      ...cells,
      rows,
      texts,
      days,
      amounts: pickAmounts(
        cells.amounts,
        last((i) => !Number.isNaN(cells.amounts.amounts[i] ?? Number.NaN)),
      ),
      shares: Float64Array.from(shares, (i) => cells.shares[i] ?? Number.NaN),
      stageDays: [],
    },
    ids: [...byDeal.keys()],
  };
}

function lastOf(group: readonly number[], isFilled: (i: number) => boolean): number {
  for (let place = group.length - 1; place >= 0; place--) {
    const i = group[place] ?? 0;
    if (isFilled(i)) return i;
  }
  return group[group.length - 1] ?? 0;
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
export function inTime(changes: ChangeColumns): readonly number[] {
  return sortedInTime(changes, changes.kept);
}

/** Some of the changes, by their indices, in the same order. */
export function sortedInTime(
  { days, seconds }: ChangeColumns,
  indices: readonly number[],
): readonly number[] {
  const compare = (a: number, b: number): number =>
    (days[a] ?? 0) - (days[b] ?? 0) || (seconds[a] ?? 0) - (seconds[b] ?? 0) || a - b;
  for (let place = 1; place < indices.length; place++) {
    if (compare(indices[place - 1] ?? 0, indices[place] ?? 0) > 0) return [...indices].sort(compare);
  }
  return indices;
}
