import { dateOfDay } from "../basics/day.ts";
import type { Problem } from "../basics/problem.ts";
import type { AnyGrid, Cell } from "../grid/grid.ts";
import { isBlank } from "./cells.ts";
import { type ColumnPlace, cellOf, problemAt } from "./column-place.ts";
import { type DateOrder, type DayReading, readDayNumber, readDayText } from "./parse-day.ts";
import { rememberTexts } from "./remember-texts.ts";

/** Days and times of a column, one a row; `NaN` where a cell is blank or no date. None of a field that is not there. */
export interface DayColumn {
  readonly place: ColumnPlace | null;
  readonly days: Float64Array;
  readonly seconds: Float64Array;
  /** Rows with two readings; `days` holds the day-first one until the order is settled. */
  readonly either: readonly { readonly index: number; readonly monthFirst: number }[];
  /** Rows whose text shows its order by itself. */
  readonly dayFirst: readonly number[];
  readonly monthFirst: readonly number[];
}

/** A field that the table does not have. */
export const NO_DAYS: DayColumn = {
  place: null,
  days: new Float64Array(0),
  seconds: new Float64Array(0),
  either: [],
  dayFirst: [],
  monthFirst: [],
};

/** Reads the days of a column; each cell that is no date is a problem. */
export function readDays(place: ColumnPlace, problems: Problem[]): DayColumn {
  const days = new Float64Array(place.rows.length).fill(Number.NaN);
  const seconds = new Float64Array(place.rows.length);
  const either: { index: number; monthFirst: number }[] = [];
  const shown: Readonly<Record<DateOrder, number[]>> = { "day-first": [], "month-first": [] };
  const read = cachedReader(place.grid.date1904 === true ? DAYS_1900_TO_1904 : 0);
  for (let i = 0; i < days.length; i++) {
    const cell = cellOf(place, i);
    if (cell === null) continue;
    if (typeof cell === "object" && cell?.kind === "day" && cell.day >= 0 && cell.day <= LAST_DAY) {
      days[i] = cell.day;
      seconds[i] = cell.second;
      continue;
    }
    if (isBlank(cell)) continue;
    const reading = read(cell);
    if (reading === null || !isPlausible(reading)) {
      if (reading === null || !isZeroDate(reading)) problems.push(faultAt(place, i, reading));
      continue;
    }
    seconds[i] = reading.second;
    days[i] = reading.kind === "day" ? reading.day : reading.dayFirst;
    if (reading.kind === "either") either.push({ index: i, monthFirst: reading.monthFirst });
    else if (reading.order !== null) shown[reading.order].push(i);
  }
  return { place, days, seconds, either, dayFirst: shown["day-first"], monthFirst: shown["month-first"] };
}

/** Larger numbers in a date column are no serial numbers. */
const LAST_SERIAL = 100_000;
/** 2199-12-31, by the days since 1970-01-01. */
const LAST_DAY = 84_005;
/** The number 0 under a date format is a blank: 1899-12-30, or 1900-01-00 as Excel shows it. */
const ZERO_DATES = [-25_569, -25_567] as const;

function isPlausible(reading: DayReading): boolean {
  return reading.kind === "either" || (reading.day >= 0 && reading.day <= LAST_DAY);
}

function isZeroDate(reading: DayReading): boolean {
  return reading.kind === "day" && reading.day >= ZERO_DATES[0] && reading.day <= ZERO_DATES[1];
}

function faultAt(place: ColumnPlace, index: number, reading: DayReading | null): Problem {
  const isDay = reading !== null && reading.kind === "day" && Number.isFinite(reading.day);
  return problemAt(place, index, isDay ? "date-implausible" : "date-unreadable");
}

/** Serial numbers of the 1904 date system are so much smaller. */
const DAYS_1900_TO_1904 = 1462;

function cachedReader(shift: number): (cell: Cell) => DayReading | null {
  const readText = rememberTexts(readDayText);
  return (cell) => {
    if (typeof cell === "object" && cell?.kind === "day") return { ...cell, order: null };
    if (typeof cell === "number") return readDayNumber(cell < LAST_SERIAL ? cell + shift : cell);
    return typeof cell === "string" ? readText(cell) : null;
  };
}

/**
 * Decides for each column whether its texts put the day or the month first, and reads them so: by the setting,
 * else by the column's own unambiguous dates, else by those of the other columns of its sheet, then of the
 * workbook. Where nothing decides, the day is taken first, and the column is a problem.
 */
export function settleDateOrders(
  columns: readonly DayColumn[],
  set: DateOrder | null,
  problems: Problem[],
): void {
  const everywhere = majorityOf(columns);
  const ofSheets = majorityBySheet(columns);
  for (const column of columns) {
    const { place } = column;
    if (!place) continue;
    const order = set ?? majorityOf([column]) ?? ofSheets.get(place.grid) ?? everywhere;
    reportMinority(column, place, order, problems);
    reportHalfConverted(column, place, problems);
    if (column.either.length === 0) continue;
    if (order === null) reportUnclear(column, place, problems);
    if (order === "month-first")
      for (const { index, monthFirst } of column.either) column.days[index] = monthFirst;
  }
}

function majorityBySheet(columns: readonly DayColumn[]): ReadonlyMap<AnyGrid, DateOrder | null> {
  const groups = new Map<AnyGrid, DayColumn[]>();
  for (const column of columns) {
    if (!column.place) continue;
    const group = groups.get(column.place.grid);
    if (group) group.push(column);
    else groups.set(column.place.grid, [column]);
  }
  return new Map([...groups].map(([grid, group]) => [grid, majorityOf(group)]));
}

function majorityOf(columns: readonly DayColumn[]): DateOrder | null {
  let balance = 0;
  for (const { dayFirst, monthFirst } of columns) balance += dayFirst.length - monthFirst.length;
  if (balance === 0) return null;
  return balance > 0 ? "day-first" : "month-first";
}

function reportUnclear(column: DayColumn, place: ColumnPlace, problems: Problem[]): void {
  const details = { header: place.header, reading: "day-first", count: column.either.length };
  problems.push(
    problemAt(place, column.either[0]?.index ?? 0, "date-order-unclear", {
      severity: "warning",
      excludes: "nothing",
      details,
    }),
  );
}

function reportMinority(
  column: DayColumn,
  place: ColumnPlace,
  order: DateOrder | null,
  problems: Problem[],
): void {
  const minority = order === "month-first" ? column.dayFirst : column.monthFirst;
  const first = minority[0];
  if (first === undefined || (order === null && column.either.length === 0)) return;
  const [count, either] = [minority.length, column.either.length];
  const details = { header: place.header, reading: order ?? "day-first", count, either };
  problems.push(
    problemAt(place, first, "date-order-mixed", { severity: "warning", excludes: "nothing", details }),
  );
}

const FEWEST_OF_EACH = 3;
const LAST_SWAPPABLE = 12;

/** True dates that are all swappable beside texts that are not: a spreadsheet of the other order made them. */
function reportHalfConverted(column: DayColumn, place: ColumnPlace, problems: Problem[]): void {
  const texts = Math.max(column.dayFirst.length, column.monthFirst.length);
  if (texts < FEWEST_OF_EACH || column.either.length > 0) return;
  let [converted, first] = [0, -1];
  for (let i = 0; i < column.days.length; i++) {
    const cell = cellOf(place, i);
    if (typeof cell !== "object" || cell?.kind !== "day") continue;
    if (dateOfDay(cell.day).dayOfMonth > LAST_SWAPPABLE) return;
    converted++;
    if (first < 0) first = i;
  }
  if (converted < FEWEST_OF_EACH) return;
  const details = { header: place.header, count: converted };
  problems.push(
    problemAt(place, first, "date-half-converted", { severity: "warning", excludes: "nothing", details }),
  );
}
