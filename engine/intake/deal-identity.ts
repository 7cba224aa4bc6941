import type { Problem, ProblemCode } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { cellAt, rowAt } from "../grid/grid.ts";
import { textOf } from "./cells.ts";
import { numberOfId } from "./deal-refs.ts";
import type { TableCells } from "./table-cells.ts";

/** The rows that stand for a deal each, and what each deal goes by. */
export interface DealRows {
  /** Indices into the table's rows. */
  readonly kept: readonly number[];
  /** One a kept row, no two alike. */
  readonly ids: readonly string[];
}

/**
 * Gives each row its id: the one it carries, else its name, else its account, else its row; a name that several
 * rows share is told apart by the row. Of rows with one id the fullest is kept, whatever their order; the others
 * are problems that exclude the deal.
 */
export function identifyDeals(cells: TableCells, rows: readonly number[], problems: Problem[]): DealRows {
  const ids = cells.texts("id");
  const hasIds = cells.columnOf("id") >= 0;
  const firsts = new Map<string, number>();
  const groups = new Map<string, number[]>();
  const nameless: number[] = [];
  for (const i of rows) {
    const id = ids[i] ?? "";
    const first = id === "" ? undefined : firsts.get(id);
    const group = first === undefined ? undefined : groups.get(id);
    if (id === "") nameless.push(i);
    else if (first === undefined) firsts.set(id, i);
    else if (group) group.push(i);
    else groups.set(id, [first, i]);
  }
  const named = new Map<number, string>();
  for (const [id, first] of firsts) {
    const group = groups.get(id);
    named.set(group ? keepOne(cells, group, id, problems) : first, id);
  }
  reportNearlySame(cells, firsts, problems);
  nameRows(cells, nameless, { hasIds, taken: new Set(firsts.keys()), named, problems });
  const kept = [...named.keys()].sort((a, b) => a - b);
  return { kept, ids: kept.map((i) => named.get(i) ?? "") };
}

/** Ids that are one number, written in several ways: perhaps one deal, perhaps several. */
function reportNearlySame(cells: TableCells, firsts: ReadonlyMap<string, number>, problems: Problem[]): void {
  const before = new Map<string, { readonly id: string; readonly index: number }>();
  const column = cells.columnOf("id");
  const cellOf = (index: number): string => addressOf(cells.rows[index] ?? 0, column);
  for (const [id, index] of firsts) {
    const number = numberOfId(id);
    if (number === null) continue;
    const other = before.get(number);
    if (!other) {
      before.set(number, { id, index });
      continue;
    }
    problems.push({
      code: "id-nearly-same",
      severity: "warning",
      where: { sheet: cells.sheet, cell: cellOf(index) },
      value: id,
      excludes: "nothing",
      details: { other: other.id, otherCell: cellOf(other.index) },
    });
  }
}

/** The fullest row of those with one id; a copy in all that is read is a lesser fault than two rows that differ. */
function keepOne(cells: TableCells, group: readonly number[], id: string, problems: Problem[]): number {
  const only = group[0] ?? 0;
  if (group.length === 1) return only;
  const keys = new Map(group.map((i) => [i, readKey(cells, i)]));
  const kept = group.reduce(
    (best, i) => (isFuller(keys.get(i) ?? "", keys.get(best) ?? "") ? i : best),
    only,
  );
  for (const i of group) {
    if (i === kept) continue;
    const code = keys.get(i) === keys.get(kept) ? "duplicate-row" : "duplicate-id";
    problems.push(duplicate(cells, code, i, kept, id));
  }
  return kept;
}

function isFuller(a: string, b: string): boolean {
  return a.length !== b.length ? a.length > b.length : a < b;
}

/** All that a row says, in columns that are not read as well: without an id, only these may tell two deals apart. */
function rowKey(cells: TableCells, index: number): string {
  const row = rowAt(cells.grid, cells.rows[index] ?? -1);
  return row.map(textOf).join("\t").trimEnd();
}

/** What the columns that are read say of a row, and the outcome that a sheet's title may tell. */
function readKey({ grid, rows, readColumns, texts }: TableCells, index: number): string {
  const told = readColumns.map((column) => textOf(cellAt(grid, rows[index] ?? -1, column)));
  return [...told, texts("outcome")[index]].join("\t");
}

function duplicate(cells: TableCells, code: ProblemCode, index: number, kept: number, id: string): Problem {
  const column = Math.max(0, cells.columnOf(cells.columnOf("id") < 0 ? "name" : "id"));
  const address = (i: number): string => addressOf(cells.rows[i] ?? 0, column);
  return {
    code,
    severity: code === "duplicate-row" ? "warning" : "error",
    where: { sheet: cells.sheet, cell: address(index) },
    value: id,
    excludes: "deal",
    details: { id, otherCell: address(kept) },
  };
}

interface Naming {
  readonly hasIds: boolean;
  readonly taken: Set<string>;
  readonly named: Map<number, string>;
  readonly problems: Problem[];
}

/** Names the rows without an id; the same row twice, with a name and a creation day, is one deal. */
function nameRows(cells: TableCells, rows: readonly number[], naming: Naming): void {
  const [names, accounts, created] = [
    cells.texts("name"),
    cells.texts("account"),
    cells.days("created").days,
  ];
  const nameOf = (i: number): string => names[i] || accounts[i] || "";
  const counts = new Map<string, number>();
  const seen = new Map<string, number>();
  const different = rows.filter((i) => {
    const isWhole = nameOf(i) !== "" && !Number.isNaN(created[i] ?? Number.NaN);
    const key = isWhole ? rowKey(cells, i) : "";
    const before = isWhole ? seen.get(key) : undefined;
    if (before !== undefined) {
      naming.problems.push(duplicate(cells, "duplicate-row", i, before, nameOf(i)));
      return false;
    }
    if (isWhole) seen.set(key, i);
    counts.set(nameOf(i), (counts.get(nameOf(i)) ?? 0) + 1);
    return true;
  });
  for (const i of different) {
    const row = cells.rowNumber(cells.rows[i] ?? 0);
    const name = nameOf(i);
    const isUnique = name !== "" && counts.get(name) === 1 && !naming.taken.has(name);
    const id = isUnique ? name : freeId(name === "" ? `Row ${row}` : `${name} (row ${row})`, naming.taken);
    naming.taken.add(id);
    naming.named.set(i, id);
    if (naming.hasIds) naming.problems.push(withoutId(cells, i, id));
  }
}

/** The id, or the first of `id′`, `id″`, … that no deal has. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  return taken.has(id) ? freeId(`${id}′`, taken) : id;
}

function withoutId(cells: TableCells, index: number, id: string): Problem {
  return {
    code: "deal-without-id",
    severity: "warning",
    where: { sheet: cells.sheet, cell: addressOf(cells.rows[index] ?? 0, cells.columnOf("id")) },
    value: "",
    excludes: "nothing",
    details: { id },
  };
}
