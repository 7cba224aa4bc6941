import { cellAt } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import type { Table } from "./find-table.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { type Hints, type Recognised, recogniseTable } from "./recognise-table.ts";

const NAMING: readonly HeaderField[] = ["id", "name", "account"];
const LEAST_HIT_SHARE = 0.5;
const REFS_TRIED = 2000;

/**
 * A list of deals that itself tells neither stage nor outcome, found by what it shares with a history: it names
 * most of the deals that the history names. Null where there is none.
 */
export function listBesideHistory(
  tables: readonly Table[],
  history: Recognised,
  hints: Hints,
): Recognised | null {
  const refs = new Set(NAMING.flatMap((field) => valuesOf(history, field, REFS_TRIED)));
  const lists = tables
    .filter((table) => table !== history.table)
    .map((table) => recogniseTable(table, "deals", hints, "any-list"))
    .filter((found): found is Recognised => found !== null && names(found, refs));
  return lists.sort((a, b) => b.score - a.score)[0] ?? null;
}

function names(list: Recognised, refs: ReadonlySet<string>): boolean {
  return NAMING.some((field) => {
    const hits = new Set(valuesOf(list, field, Number.POSITIVE_INFINITY).filter((value) => refs.has(value)));
    return hits.size >= refs.size * LEAST_HIT_SHARE && hits.size > 0;
  });
}

function valuesOf({ table, claims }: Recognised, field: HeaderField, most: number): readonly string[] {
  const column = claims.get(field)?.column;
  if (column === undefined) return [];
  const values: string[] = [];
  for (let row = table.headerRow + 1; row < table.endRow && values.length < most; row++) {
    const cell = cellAt(table.grid, row, column);
    if (!isBlank(cell)) values.push(textOf(cell));
  }
  return values;
}
