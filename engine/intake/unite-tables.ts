import { type AnyGrid, type Cell, type Grid, rowAt, rowWidth } from "../grid/grid.ts";
import { type MergedArea, type MergedCells, mergedCells } from "../grid/merged-cells.ts";
import { isBlank, textOf } from "./cells.ts";
import { dataRows } from "./data-rows.ts";
import { type Table, tableAt } from "./find-table.ts";
import { foldTight } from "./fold.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { type Hints, type Recognised, recogniseTable } from "./recognise-table.ts";
import type { TablePart } from "./table-parts.ts";

/** A cell of the workbook, 0-based. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Several lists of deals made one table, and the way back from its cells to those of the workbook. */
export interface UnitedTable {
  readonly found: Recognised;
  /** The sheets of the parts, each once. */
  readonly sheets: readonly string[];
  readonly headerRows: ReadonlyMap<string, number>;
  readonly placeOf: (row: number, column: number) => CellPlace;
  /** Where each sheet has a column of the united table; none where it lacks it. */
  readonly columnsOf: (column: number) => readonly OwnColumn[];
}

interface OwnColumn {
  readonly table: Table;
  readonly column: number;
}

interface Layout {
  readonly headers: string[];
  /** Of each part: the united column of each of its columns. */
  readonly maps: readonly (readonly number[])[];
}

/** Makes one table of several that list deals alike; null where that is no list of deals. */
export function uniteTables(parts: readonly TablePart[], hints: Hints): UnitedTable | null {
  const first = parts[0]?.found.table;
  if (!first || parts.length < 2) return null;
  const layout = layOut(parts);
  const { maps } = layout;
  const { rows, origins, merged } = stack(parts, layout);
  const { sheet, hidden, date1904 } = first.grid;
  const marks = { ...(hidden ? { hidden } : {}), ...(date1904 ? { date1904 } : {}) };
  const grid: Grid = { sheet, rows, merged, ...marks };
  const table = tableAt(grid, 0, rows.length, first.match);
  const found = recogniseTable(table, "deals", hints) ?? recogniseTable(table, "deals", hints, "any-list");
  if (!found) return null;
  const partAt = (row: number): TablePart | undefined => parts[origins[row]?.[0] ?? 0];
  const isTitled = parts.some(({ outcome }) => outcome !== "");
  const titleOutcome = (row: number): string => partAt(row)?.outcome ?? "";
  const ownRow = (row: number): number => origins[row]?.[1] ?? row;
  return {
    found: { ...found, ownRow, ...(isTitled ? { titleOutcome } : {}) },
    sheets: [...new Set(parts.map((part) => part.found.table.grid.sheet))],
    headerRows: headerRowsOf(parts),
    placeOf: (row, column) => {
      const own = maps[origins[row]?.[0] ?? 0]?.indexOf(column) ?? -1;
      const part = partAt(row)?.found.table.grid.sheet ?? sheet;
      return { sheet: part, row: ownRow(row), column: Math.max(0, own) };
    },
    columnsOf: (column) => columnsOf(parts, maps, column),
  };
}

interface Stack {
  readonly rows: readonly (readonly Cell[])[];
  readonly origins: readonly (readonly [part: number, row: number])[];
  readonly merged: MergedCells;
}

/** The rows of all parts below one header, with the part and row each comes from. */
function stack(parts: readonly TablePart[], { headers, maps }: Layout): Stack {
  const rows: (readonly Cell[])[] = [headers];
  const origins: (readonly [part: number, row: number])[] = [[0, parts[0]?.found.table.headerRow ?? 0]];
  const areas: MergedArea[] = [];
  parts.forEach(({ found: { table, claims } }, part) => {
    const map = maps[part] ?? [];
    const merged = [...claims.values()].flatMap(({ column }) => {
      const bottoms = table.grid.merged?.get(column);
      return bottoms ? [{ bottoms, left: map[column] ?? column }] : [];
    });
    for (let row = table.headerRow + 1; row < table.endRow; row++) {
      for (const { bottoms, left } of merged) {
        const bottom = Math.min(bottoms.get(row) ?? row, table.endRow - 1);
        if (bottom > row) areas.push({ top: rows.length, bottom: rows.length + bottom - row, left });
      }
      rows.push(moved(rowAt(table.grid, row), map));
      origins.push([part, row]);
    }
  });
  return { rows, origins, merged: mergedCells(areas) };
}

function headerRowsOf(parts: readonly TablePart[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const {
    found: { table },
  } of parts) {
    if (!rows.has(table.grid.sheet)) rows.set(table.grid.sheet, table.headerRow);
  }
  return rows;
}

function columnsOf(parts: readonly TablePart[], maps: Layout["maps"], column: number): readonly OwnColumn[] {
  const places = new Map<string, OwnColumn>();
  parts.forEach(({ found: { table } }, part) => {
    const own = maps[part]?.indexOf(column) ?? -1;
    if (own >= 0 && !places.has(table.grid.sheet)) places.set(table.grid.sheet, { table, column: own });
  });
  return [...places.values()];
}

/** The headers of the first part, then those that only others have. */
function layOut(parts: readonly TablePart[]): Layout {
  const headers = [...(parts[0]?.found.table.headers ?? [])];
  const fields = new Map<HeaderField, number>();
  const maps = parts.map(({ found: { table, claims } }) => {
    const fieldAt = new Map([...claims.values()].map(({ field, column }) => [column, field] as const));
    const taken = new Set<number>();
    const width = widest(table.grid, table.headerRow, table.endRow);
    return Array.from({ length: width }, (_, column) => {
      const header = table.headers[column] ?? "";
      const field = fieldAt.get(column);
      const alike =
        header === ""
          ? unheaded(headers, column)
          : headers.findIndex((other, place) => !taken.has(place) && foldTight(other) === foldTight(header));
      const known = field === undefined ? -1 : (fields.get(field) ?? -1);
      const place = alike >= 0 ? alike : known >= 0 && !taken.has(known) ? known : headers.push(header) - 1;
      taken.add(place);
      if (field !== undefined && !fields.has(field)) fields.set(field, place);
      return place;
    });
  });
  return { headers, maps };
}

function unheaded(headers: readonly string[], column: number): number {
  return headers[column] === "" ? column : -1;
}

function widest(grid: AnyGrid, first: number, end: number): number {
  let width = 0;
  for (let row = first; row < end; row++) width = Math.max(width, rowWidth(grid, row));
  return width;
}

function moved(cells: readonly Cell[], map: readonly number[]): readonly Cell[] {
  if (cells.every((_, column) => map[column] === column)) return cells;
  const row: Cell[] = [];
  cells.forEach((cell, column) => {
    row[map[column] ?? column] = cell;
  });
  return Array.from(row, (cell) => cell ?? null);
}

/** A deal or two that were carried into the next month's sheet make no copy of it. */
const MOST_SHARED_DEALS = 1 / 3;

/** Tells whether many deals of the second table stand in the first as well: a copy, or the list of another day. */
export function dealSharing(): (first: Recognised, second: Recognised) => boolean {
  const rows = new Map<Recognised, readonly number[]>();
  const refsOf = (found: Recognised, fields: readonly HeaderField[]): ReadonlySet<string> => {
    const deals = rows.get(found) ?? dataRows(found, []).rows;
    rows.set(found, deals);
    return refsIn(found, deals, fields);
  };
  return (first, second) => {
    const fields: readonly HeaderField[] = first.claims.has("id") ? ["id"] : ["name", "account", "created"];
    const [ours, theirs] = [refsOf(first, fields), refsOf(second, fields)];
    let shared = 0;
    for (const ref of theirs) if (ours.has(ref)) shared++;
    return shared > theirs.size * MOST_SHARED_DEALS;
  };
}

function refsIn(
  { table, claims }: Recognised,
  rows: readonly number[],
  fields: readonly HeaderField[],
): ReadonlySet<string> {
  const columns = fields.flatMap((field) => claims.get(field)?.column ?? []);
  const refs = new Set<string>();
  for (const row of rows) {
    const texts = columns.map((column) => textOf(rowAt(table.grid, row)[column] ?? null));
    if (texts.some((text) => !isBlank(text))) refs.add(texts.join("\t"));
  }
  return refs;
}
