import { type Cell, cellAt, rowAt } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { filledRows, opensTable } from "./data-rows.ts";
import { type Table, tableAt } from "./find-table.ts";
import { foldTight } from "./fold.ts";
import { plainOutcome } from "./outcome-words.ts";
import type { Claim } from "./recognise-columns.ts";
import { type Hints, type Recognised, recogniseTable } from "./recognise-table.ts";

/** A list of deals that is read together with others: a sheet's, or one of several below each other on a sheet. */
export interface TablePart {
  readonly found: Recognised;
  /** `won`, `lost` or `open`, where the sheet's name or the title above the table says so; else "". */
  readonly outcome: string;
}

/** A list of deals that is not read, with the row of its header. */
export interface UnreadTable {
  readonly sheet: string;
  readonly row: number;
  readonly value: string;
  readonly rowCount: number;
  /** `deals`, where it looks like a list of deals; `copy`, where its deals are in another; else `table`. */
  readonly kind: "deals" | "copy" | "table";
}

/** The lists of deals on one sheet, from above, and what else stands below the first. */
export interface SheetParts {
  readonly parts: readonly TablePart[];
  readonly unread: readonly UnreadTable[];
}

const ABOUT_DEALS = /\b(deals?|opportunit(y|ies)|opps?|leads?|pipeline)\b/gi;
const MOST_TITLE_GAP = 3;
const LEAST_SHARED_HEADERS = 0.5;

/**
 * The outcome that a title names: the name of a sheet, or a line above a table.
 * @example outcomeOfTitle("Won deals") // => "won"
 * @example outcomeOfTitle("Deals 2026") // => ""
 */
export function outcomeOfTitle(title: string): string {
  return plainOutcome(title) ?? plainOutcome(title.replace(ABOUT_DEALS, " ")) ?? "";
}

/** Cuts a sheet's list of deals where other tables stand below it; those that list deals the same way are parts of it. */
export function partsOfSheet(first: Recognised, hints: Hints): SheetParts {
  const { table } = first;
  const starts = table.groups.some((group) => group !== "") ? [] : lowerHeaders(table);
  const rows = [table.headerRow, ...starts];
  const parts: TablePart[] = [];
  const unread: UnreadTable[] = [];
  rows.forEach((row, place) => {
    const cut = tableAt(table.grid, row, rows[place + 1] ?? table.endRow, table.match);
    const outcome = outcomeOfTitle(titleAbove(table, row)) || outcomeOfTitle(table.grid.sheet);
    const list = recogniseTable(cut, "deals", hints, outcome === "" ? "all" : "any-list");
    if (place === 0) {
      const isStill = recogniseTable(cut, "deals", hints) ?? recogniseTable(cut, "deals", hints, "any-list");
      parts.push({ found: starts.length > 0 && isStill ? isStill : first, outcome });
    } else if (list && isListedAlike(first, list)) parts.push({ found: list, outcome });
    else unread.push(unreadAt(cut, list ? "deals" : "table"));
  });
  return { parts, unread };
}

/** What is told of a table that is not read. */
export function unreadAt({ grid, headerRow, endRow }: Table, kind: UnreadTable["kind"]): UnreadTable {
  const value = textOf(rowAt(grid, headerRow).find((cell) => !isBlank(cell)) ?? null);
  const rowCount = filledRows(grid, headerRow + 1, endRow);
  return { sheet: grid.sheet, row: headerRow, value, rowCount, kind };
}

/** Rows below a blank one that read as another header; the first header again, without a title, only repeats it. */
function lowerHeaders(table: Table): readonly number[] {
  const found: number[] = [];
  let gap = false;
  for (let row = table.headerRow + 1; row < table.endRow; row++) {
    const cells = rowAt(table.grid, row);
    const filled = countUpTo(cells, 2);
    if (filled === 0) gap = true;
    if (filled < 2) continue;
    if (gap && opensTable(cells) && !(repeats(table, row) && outcomeOfTitle(titleAbove(table, row)) === ""))
      found.push(row);
    gap = false;
  }
  return found;
}

function countUpTo(cells: readonly Cell[], most: number): number {
  let count = 0;
  for (const cell of cells) {
    if (!isBlank(cell)) count++;
    if (count >= most) break;
  }
  return count;
}

function repeats({ headers, grid }: Table, row: number): boolean {
  return headers.every(
    (header, column) => foldTight(textOf(cellAt(grid, row, column))) === foldTight(header),
  );
}

/** The text alone in the last row that holds something above a header; "" where there is none close by. */
function titleAbove({ grid }: Table, headerRow: number): string {
  for (let row = headerRow - 1; row >= Math.max(0, headerRow - MOST_TITLE_GAP); row--) {
    const texts = rowAt(grid, row).filter((cell) => !isBlank(cell));
    if (texts.length > 0) return texts.length === 1 ? textOf(texts[0] ?? null) : "";
  }
  return "";
}

/** Whether the deal is named in the same column under the same header, and most other headers are there too. */
export function isListedAlike(first: Recognised, other: Recognised): boolean {
  const naming = other.claims.get("id") ?? other.claims.get("name") ?? other.claims.get("account");
  if (!naming || !sameHeader(first, other, naming)) return false;
  const headers = new Set(first.table.headers.map(foldTight));
  const claims = [...other.claims.values()];
  const shared = claims.filter(
    ({ field, column }) =>
      first.claims.has(field) || headers.has(foldTight(other.table.headers[column] ?? "")),
  );
  return shared.length >= claims.length * LEAST_SHARED_HEADERS;
}

function sameHeader(first: Recognised, other: Recognised, { column }: Claim): boolean {
  const header = foldTight(other.table.headers[column] ?? "");
  return header !== "" && foldTight(first.table.headers[column] ?? "") === header;
}
