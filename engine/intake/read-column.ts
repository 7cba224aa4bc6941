import type { Problem, ProblemCode } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import type { Cell, Grid } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { readAmountText } from "./parse-amount.ts";
import { type DateOrder, readDayNumber, readDayText } from "./parse-day.ts";

/** One column of a table's rows. */
export interface ColumnPlace {
  readonly grid: Grid;
  readonly column: number;
  readonly rows: readonly number[];
}

/** The texts of a column, trimmed; "" where blank. */
export function readTexts({ grid, column, rows }: ColumnPlace): readonly string[] {
  return rows.map((row) => {
    const cell = grid.rows[row]?.[column] ?? null;
    return isBlank(cell) ? "" : textOf(cell);
  });
}

/** Days and times of a column; `NaN` where a cell is blank or no date. */
export interface DayColumn {
  readonly days: Float64Array;
  readonly seconds: Float64Array;
}

/** The days of a column. Each unreadable cell is a problem. */
export function readDays(place: ColumnPlace, order: DateOrder, problems: Problem[]): DayColumn {
  const days = new Float64Array(place.rows.length).fill(Number.NaN);
  const seconds = new Float64Array(place.rows.length);
  place.rows.forEach((row, i) => {
    const cell = place.grid.rows[row]?.[place.column] ?? null;
    if (isBlank(cell)) return;
    const read = readDay(cell, order);
    if (!read) {
      problems.push(cellProblem("date-unreadable", place, row));
      return;
    }
    days[i] = read.day;
    seconds[i] = read.second;
  });
  return { days, seconds };
}

function readDay(cell: Cell, order: DateOrder): { readonly day: number; readonly second: number } | null {
  if (typeof cell === "object" && cell !== null && cell.kind === "day") return cell;
  const read =
    typeof cell === "number" ? readDayNumber(cell) : typeof cell === "string" ? readDayText(cell) : null;
  if (!read) return null;
  if (read.kind === "day") return read;
  return { day: order === "day-first" ? read.dayFirst : read.monthFirst, second: read.second };
}

export interface AmountColumn {
  readonly amounts: Float64Array;
  /** Currency text beside each amount; null where there is none. */
  readonly currencies: readonly (string | null)[];
}

/** The amounts of a column. Each unreadable cell is a problem. */
export function readAmounts(place: ColumnPlace, problems: Problem[]): AmountColumn {
  const amounts = new Float64Array(place.rows.length).fill(Number.NaN);
  const currencies = place.rows.map((row, i) => {
    const cell = place.grid.rows[row]?.[place.column] ?? null;
    if (isBlank(cell)) return null;
    if (typeof cell === "number") {
      amounts[i] = cell;
      return null;
    }
    if (typeof cell === "object" && cell !== null && cell.kind === "money") {
      amounts[i] = cell.amount;
      return cell.currency;
    }
    const read = typeof cell === "string" ? readAmountText(cell) : null;
    if (!read) {
      problems.push(cellProblem("amount-unreadable", place, row));
      return null;
    }
    amounts[i] = read.kind === "amount" ? read.amount : read.thousands;
    return read.currency;
  });
  return { amounts, currencies };
}

/** A cell whose value is left out. */
export function cellProblem(code: ProblemCode, { grid, column }: ColumnPlace, row: number): Problem {
  return {
    code,
    severity: "error",
    where: { sheet: grid.sheet, cell: addressOf(row, column) },
    value: textOf(grid.rows[row]?.[column] ?? null),
    excludes: "value",
  };
}
