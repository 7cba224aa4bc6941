import type { Cell } from "../grid/grid.ts";
import { textOf } from "./cells.ts";
import { foldTight } from "./fold.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { Recognised } from "./recognise-table.ts";

/** Of the claimed columns, how many name their field again in a repeated header of which a word was changed. */
const LEAST_REPEATED = 0.6;
const FEWEST_REPEATED = 2;

/** Whether a row repeats the header, in another case or with a word changed. */
export function repeatsHeader(
  found: Recognised,
  columns: readonly number[],
  cells: readonly Cell[],
): boolean {
  const { headers } = found.table;
  const needed = Math.min(FEWEST_REPEATED, columns.length);
  let told = 0;
  for (const column of columns) {
    if (told >= needed) break;
    if (isSameText(cells[column] ?? null, headers[column] ?? "")) told++;
  }
  return told >= needed && repeatsMost(found, columns, cells);
}

function repeatsMost(
  { table, claims }: Recognised,
  columns: readonly number[],
  cells: readonly Cell[],
): boolean {
  const { headers, match } = table;
  const fields = new Map<number, HeaderField>();
  for (const { field, column } of claims.values()) fields.set(column, field);
  const repeated = columns.filter((column) => {
    const text = textOf(cells[column] ?? null);
    const field = fields.get(column);
    return (
      foldTight(text) === foldTight(headers[column] ?? "") ||
      match(text).some((other) => other.field === field)
    );
  });
  return repeated.length >= columns.length * LEAST_REPEATED;
}

/** Whether a cell has a header's text in any case; most cells are ruled out by their length or first letter. */
function isSameText(cell: Cell, header: string): boolean {
  if (typeof cell !== "string" || header === "" || cell.length < header.length) return false;
  if (beginApart(cell.charCodeAt(0), header.charCodeAt(0))) return false;
  return cell === header || cell.trim().toLowerCase() === header.toLowerCase();
}

const SPACE = 32;
const LAST_ASCII = 127;
/** The bit that tells small letters from capital ones. */
const CASE = 32;

function beginApart(a: number, b: number): boolean {
  const areAscii = a > SPACE && b > SPACE && a <= LAST_ASCII && b <= LAST_ASCII;
  return areAscii && (a | CASE) !== (b | CASE);
}
