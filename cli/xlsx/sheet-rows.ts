import type { Cell } from "../../engine/index.ts";
import { type CellTag, CellType, readAddress } from "./cell-tag.ts";
import { LIMITS } from "./limits.ts";
import { ReadError } from "./read-error.ts";

/** All blank rows are this one; nothing is ever put into it. */
const BLANK: Cell[] = [];

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Keeps the filled cells of a sheet in rows, within bounds. Blank ones cost nothing at a row's or sheet's end. */
export class SheetRows {
  row = -1;
  readonly #sheet: string;
  readonly #rows: Cell[][] = [];
  readonly #areas: Area[] = [];
  #current: Cell[] = [];
  #cells = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  startRow(row: number): void {
    this.endRow();
    if (row >= LIMITS.rows) throw this.#outside();
    this.row = row;
    const earlier = this.#rows[row];
    if (earlier !== undefined && earlier !== BLANK) this.#current.push(...earlier);
  }

  put(column: number, value: Cell): void {
    if (column >= LIMITS.columns || this.row < 0) throw this.#outside();
    const current = this.#current;
    while (current.length < column) current.push(null);
    current[column] = value;
  }

  endRow(): void {
    const current = this.#current;
    if (current.length === 0) return;
    while (this.#rows.length < this.row) this.#rows.push(BLANK);
    this.#rows[this.row] = current.slice();
    this.#cells += current.length;
    if (this.#cells > LIMITS.cells) throw this.#tooMany();
    current.length = 0;
  }

  /** A merged area shows the value of its first cell alone; what stands below it is not read. */
  merge(reference: string): void {
    const [first, last] = reference.split(":").map(placeOf);
    if (!first || !last) return;
    if (this.#areas.length >= LIMITS.rows) throw this.#tooMany();
    this.#areas.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }

  finish(): readonly (readonly Cell[])[] {
    this.endRow();
    let looked = 0;
    for (const area of this.#areas) {
      const bottom = Math.min(area.bottom, this.#rows.length - 1);
      for (let row = area.top; row <= bottom; row++) looked += 1 + blankOut(this.#rows[row] ?? [], row, area);
      if (looked > LIMITS.cells) throw this.#tooMany();
    }
    return this.#rows;
  }

  #tooMany(): ReadError {
    return new ReadError("too-many-cells", JSON.stringify(this.#sheet));
  }

  #outside(): ReadError {
    return new ReadError("damaged", `sheet ${JSON.stringify(this.#sheet)} has a cell outside the sheet`);
  }
}

/** Empties a row's cells in a merged area, but for the area's first one; says how many it looked at. */
function blankOut(cells: Cell[], row: number, area: Area): number {
  const first = row === area.top ? area.left + 1 : area.left;
  const last = Math.min(area.right, cells.length - 1);
  for (let column = first; column <= last; column++) cells[column] = null;
  return Math.max(0, last - first);
}

function placeOf(address: string): CellTag | null {
  const tag: CellTag = { column: -1, row: -1, style: 0, type: CellType.number };
  const bytes = Buffer.from(address, "latin1");
  readAddress(tag, bytes, 0, bytes.length);
  return tag.column >= 0 && tag.row >= 0 ? tag : null;
}
