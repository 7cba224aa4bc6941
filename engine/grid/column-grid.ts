import type { Cell, DayCell } from "./grid.ts";
import type { MergedCells } from "./merged-cells.ts";

/** Rows are kept in blocks of so many; a block that holds nothing takes no room. */
const BLOCK_BITS = 10;
const BLOCK_ROWS = 1 << BLOCK_BITS;
const FIRST_ROWS = 16;
/** Days are numbered from here on, other values from 0: as objects, the days of a large sheet are most of its memory. */
const DAYS = 1 << 30;
const FIRST_DAYS = 64;

type Blocks<T> = (T | undefined)[];

/**
 * A large sheet, column by column: each cell is the number of one of the sheet's different values. Row 0, column 0 is
 * A1. A cell takes four bytes, and a value that many cells share is kept once.
 */
export interface ColumnGrid {
  readonly sheet: string;
  readonly columns: CellColumns;
  /** A hidden sheet is read only when it is named. */
  readonly hidden?: boolean;
  /** Whether the workbook counts dates from 1904. */
  readonly date1904?: boolean;
  /** Absent where no cells are merged over several rows. */
  readonly merged?: MergedCells;
}

/** The cells of a sheet, filled by a host as it reads them, and read by the engine. */
export class CellColumns {
  /** One after the last row that was begun. */
  rowCount = 0;
  /** Cells up to the last filled one of each row. */
  cellCount = 0;
  /** Cells that there is room for. */
  roomCount = 0;
  private readonly values: Cell[] = [null];
  /** The day and the second of each day cell. */
  private days = new Float64Array(FIRST_DAYS);
  private dayCount = 0;
  private readonly columns: Blocks<Uint32Array>[] = [];
  private readonly widths: Blocks<Uint16Array> = [];

  /** Adds a value, and numbers it; 0 is blank. */
  add(value: Cell): number {
    if (typeof value === "object" && value?.kind === "day") return this.addDay(value);
    return this.values.push(value) - 1;
  }

  /** The value of a number. */
  valueOf(code: number): Cell {
    return code < DAYS ? (this.values[code] ?? null) : this.dayOf(code - DAYS);
  }

  /** Reads the texts so far in another way. */
  replaceTexts(read: (text: string) => string): void {
    this.values.forEach((value, code) => {
      if (typeof value === "string") this.values[code] = read(value);
    });
  }

  /** Fills a cell, or blanks it with 0. */
  put(row: number, column: number, code: number): void {
    const block = row >> BLOCK_BITS;
    const place = row & (BLOCK_ROWS - 1);
    let blocks = this.columns[column];
    if (blocks === undefined) {
      while (this.columns.length <= column) this.columns.push([]);
      blocks = this.columns[column] ?? [];
    }
    let codes = blocks[block];
    if (codes === undefined || codes.length <= place) {
      const wider = new Uint32Array(roomFor(place));
      if (codes !== undefined) wider.set(codes);
      this.roomCount += wider.length - (codes?.length ?? 0);
      blocks[block] = wider;
      codes = wider;
    }
    codes[place] = code;
    if (row >= this.rowCount) this.rowCount = row + 1;
    if (code !== 0) this.widen(block, place, column + 1);
  }

  /** The number of a cell's value; 0 where it is blank. */
  codeAt(row: number, column: number): number {
    return this.columns[column]?.[row >> BLOCK_BITS]?.[row & (BLOCK_ROWS - 1)] ?? 0;
  }

  cellAt(row: number, column: number): Cell {
    return this.valueOf(this.codeAt(row, column));
  }

  /** One after the last column that a row has filled. */
  widthAt(row: number): number {
    return this.widths[row >> BLOCK_BITS]?.[row & (BLOCK_ROWS - 1)] ?? 0;
  }

  /** The cells of a row, put into an array that is given. */
  rowAt(row: number, cells: Cell[] = []): readonly Cell[] {
    cells.length = this.widthAt(row);
    for (let column = 0; column < cells.length; column++) cells[column] = this.cellAt(row, column);
    return cells;
  }

  private addDay({ day, second }: DayCell): number {
    const at = 2 * this.dayCount;
    if (at === this.days.length) {
      const longer = new Float64Array(2 * at);
      longer.set(this.days);
      this.days = longer;
    }
    this.days[at] = day;
    this.days[at + 1] = second;
    return DAYS + this.dayCount++;
  }

  private dayOf(index: number): DayCell {
    return { kind: "day", day: this.days[2 * index] ?? 0, second: this.days[2 * index + 1] ?? 0 };
  }

  private widen(block: number, place: number, width: number): void {
    let widths = this.widths[block];
    if (widths === undefined) {
      widths = new Uint16Array(BLOCK_ROWS);
      this.widths[block] = widths;
    }
    const before = widths[place] ?? 0;
    if (before >= width) return;
    widths[place] = width;
    this.cellCount += width - before;
  }
}

function roomFor(place: number): number {
  let room = FIRST_ROWS;
  while (room <= place) room *= 2;
  return room;
}
