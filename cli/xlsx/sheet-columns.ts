import { type Cell, CellColumns, type MergedCells, mergedCells } from "../../engine/index.ts";
import { type CellTag, CellType, readAddress } from "./cell-tag.ts";
import { LIMITS } from "./limits.ts";
import { ReadError } from "./read-error.ts";

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Keeps the filled cells of a sheet in columns, within bounds. Blank ones cost nothing at a row's or sheet's end. */
export class SheetColumns {
  row = -1;
  readonly #sheet: string;
  readonly #columns = new CellColumns();
  readonly #areas: Area[] = [];
  readonly #shared: readonly string[];
  /** The number of each shared text that was used; 0 for the others. */
  #codes: Uint32Array | null = null;

  constructor(sheet: string, shared: readonly string[]) {
    this.#sheet = sheet;
    this.#shared = shared;
  }

  startRow(row: number): void {
    if (row >= LIMITS.rows) throw this.#outside();
    this.row = row;
  }

  put(column: number, value: Cell): void {
    if (value !== null && value !== "") this.#place(column, this.#columns.add(value));
  }

  /** The shared text of a number; false where there is none. */
  putShared(column: number, index: number): boolean {
    const text = this.#shared[index];
    if (text === undefined) return false;
    if (text === "") return true;
    this.#codes ??= new Uint32Array(this.#shared.length);
    const code = this.#codes[index] || this.#columns.add(text);
    this.#codes[index] = code;
    this.#place(column, code);
    return true;
  }

  /** A merged area shows the value of its first cell alone; what its other cells hold is not read. */
  merge(reference: string): void {
    const [first, last] = reference.split(":").map(placeOf);
    if (!first || !last) return;
    if (this.#areas.length >= LIMITS.rows) throw this.#tooMany();
    this.#areas.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }

  /** The merged areas of several rows. */
  merged(): MergedCells {
    return mergedCells(this.#areas);
  }

  finish(): CellColumns {
    let looked = 0;
    for (const area of this.#areas) {
      const bottom = Math.min(area.bottom, this.#columns.rowCount - 1);
      for (let row = area.top; row <= bottom; row++) looked += 1 + blankOut(this.#columns, row, area);
      if (looked > LIMITS.cells) throw this.#tooMany();
    }
    return this.#columns;
  }

  #place(column: number, code: number): void {
    if (column >= LIMITS.columns || this.row < 0) throw this.#outside();
    this.#columns.put(this.row, column, code);
    const { cellCount, roomCount } = this.#columns;
    if (cellCount > LIMITS.cells || roomCount > LIMITS.cellRoom) throw this.#tooMany();
  }

  #tooMany(): ReadError {
    return new ReadError("too-many-cells", JSON.stringify(this.#sheet));
  }

  #outside(): ReadError {
    return new ReadError("damaged", `sheet ${JSON.stringify(this.#sheet)} has a cell outside the sheet`);
  }
}

/** Empties a row's cells in a merged area, but for the area's first one; says how many it looked at. */
function blankOut(columns: CellColumns, row: number, area: Area): number {
  const first = row === area.top ? area.left + 1 : area.left;
  const last = Math.min(area.right, columns.widthAt(row) - 1);
  for (let column = first; column <= last; column++)
    if (columns.codeAt(row, column) !== 0) columns.put(row, column, 0);
  return Math.max(0, last - first);
}

function placeOf(address: string): CellTag | null {
  const tag: CellTag = { column: -1, row: -1, style: 0, type: CellType.number };
  const bytes = Buffer.from(address, "latin1");
  readAddress(tag, bytes, 0, bytes.length);
  return tag.column >= 0 && tag.row >= 0 ? tag : null;
}
