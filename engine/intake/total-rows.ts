import { type Cell, cellAt, rowAt } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { statusOf } from "./outcome-words.ts";
import { readAmountText } from "./parse-amount.ts";
import { readDayText } from "./parse-day.ts";
import type { Recognised } from "./recognise-table.ts";
import { isTotalPhrase, isTotalWord } from "./row-words.ts";
import { isKnownStage } from "./stage-ladder.ts";

/** Whether a row's amount is the sum of those that were taken for deals so far. */
export type SumAbove = (row: number) => boolean;

/** Two amounts may well add up to a third by chance. */
const FEWEST_SUMMED = 3;
const CENT = 0.005;

/** Adds up the amounts of the rows taken so far, which may become more; only when somebody asks. */
export function sumAbove({ table, claims }: Recognised, taken: readonly number[]): SumAbove {
  const column = claims.get("amount")?.column ?? -1;
  const amountAt = (row: number): number => amountOf(cellAt(table.grid, row, column));
  let [sum, count, next] = [0, 0, 0];
  return (row) => {
    for (; next < taken.length; next++) {
      const amount = amountAt(taken[next] ?? 0);
      if (amount > 0) count++;
      sum += amount;
    }
    return count >= FEWEST_SUMMED && Math.abs(amountAt(row) - sum) < CENT;
  };
}

function amountOf(cell: Cell): number {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : 0;
  if (typeof cell === "object") return cell?.kind === "money" ? cell.amount : 0;
  const read = typeof cell === "string" ? readAmountText(cell) : null;
  if (!read) return 0;
  return read.kind === "amount" ? read.amount : read.thousands;
}

/**
 * Whether a row without a stage and a day is a line of totals: one text alone beside its numbers, which is a total
 * word; or, where the row has no id, begins or ends with one, or whose amount is the sum of the rows above.
 */
export function isTotalRow(cells: readonly Cell[], idColumn: number, row: number, sums: SumAbove): boolean {
  const texts = cells.filter((cell): cell is string => typeof cell === "string" && isLabel(cell));
  const [plain, ...others] = texts.filter((label) => !/\d/.test(label));
  if (plain !== undefined && others.length === 0 && isTotalWord(textOf(plain))) return true;
  const [text] = texts;
  if (text === undefined || texts.length > 1) return false;
  if (isTotalWord(textOf(text))) return true;
  const id = cells[idColumn] ?? null;
  const hasId = !isBlank(id) && id !== text;
  if (hasId || cells.filter((cell) => !isBlank(cell)).length < 2) return false;
  return isTotalPhrase(textOf(text)) || sums(row);
}

/** Whether a row names no deal, and says only what it adds up: `won: 3,000`. */
export type NamelessSum = (cells: readonly Cell[]) => boolean;

const IDENTITY: readonly HeaderField[] = ["id", "name", "account"];
/** In a list that leaves more of its deals without a name, such a row may be a deal. */
const LEAST_NAMED_SHARE = 0.9;

/** Tells the sums of an outcome or a stage from deals, in a list whose rows taken so far have names. */
export function namelessSum({ table, kind, claims }: Recognised, taken: readonly number[]): NamelessSum {
  const columns = IDENTITY.flatMap((field) => claims.get(field)?.column ?? []);
  const isMerged = columns.some((column) => table.grid.merged?.has(column));
  const isNamed = (cells: readonly Cell[]): boolean =>
    columns.some((column) => !isBlank(cells[column] ?? null));
  let [named, next] = [0, 0];
  return (cells) => {
    if (kind !== "deals" || isMerged || isNamed(cells) || !isWordBesideNumber(cells)) return false;
    for (; next < taken.length; next++) if (isNamed(rowAt(table.grid, taken[next] ?? 0))) named++;
    return next >= FEWEST_SUMMED && named >= next * LEAST_NAMED_SHARE;
  };
}

/** Whether all texts of a row are words of an outcome, a stage or totals, with a number and without a day. */
function isWordBesideNumber(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell): cell is string => typeof cell === "string" && !isBlank(cell));
  const words = texts.filter((text) => readAmountText(text.replace("%", "")) === null);
  const isNumber = cells.some((cell) => typeof cell === "number" || amountOf(cell) !== 0);
  const isDay = cells.some((cell) => typeof cell === "object" && cell?.kind === "day");
  return isNumber && !isDay && words.length > 0 && words.every(isWordOfSum);
}

function isWordOfSum(text: string): boolean {
  return /:\s*$/.test(text) || isTotalPhrase(text) || statusOf(text) !== null || isKnownStage(text);
}

/** A text that is no amount and no day. */
function isLabel(text: string): boolean {
  if (isBlank(text)) return false;
  return readAmountText(text.replace("%", "")) === null && readDayText(text) === null;
}
