import type { Cell } from "../../engine/index.ts";
import { CellType, readCellTag, wholeOf } from "./cell-tag.ts";
import { dayOfIsoCell } from "./iso-day.ts";
import { numberOfBytes } from "./number-bytes.ts";
import type { NumberStyle } from "./number-styles.ts";
import { type PlainCell, readPlainCell } from "./plain-cell.ts";
import { ReadError } from "./read-error.ts";
import { isNamed } from "./shared-texts.ts";
import { SheetColumns } from "./sheet-columns.ts";
import { attributesOf } from "./xml-elements.ts";
import type { XmlHandler } from "./xml-scanner.ts";
import { cellTextOf } from "./xml-text.ts";

const LOWER_C = 99;
const LOWER_T = 116;
const LOWER_V = 118;

/** Where the scanner stands: what a text would belong to. */
const Inside = { other: 0, cell: 1, value: 2, inlineText: 3, phonetic: 4 } as const;

/** Gathers a sheet's cells from its XML. */
export class SheetCells implements XmlHandler {
  readonly columns: SheetColumns;
  readonly #sheet: string;
  readonly #styles: readonly NumberStyle[];
  readonly #tag: PlainCell = {
    column: -1,
    row: -1,
    style: 0,
    type: CellType.number,
    value: 0,
    valueEnd: 0,
  };
  #inData = false;
  #inside: number = Inside.other;
  #rowIsNamed = false;
  #column = -1;
  #value: Cell = null;

  constructor(sheet: string, shared: readonly string[], styles: readonly NumberStyle[]) {
    this.columns = new SheetColumns(sheet, shared);
    this.#sheet = sheet;
    this.#styles = styles;
  }

  open(bytes: Buffer, name: number, nameEnd: number, end: number): void {
    const length = nameEnd - name;
    if (!this.#inData) this.#openOutside(bytes, name, nameEnd, end);
    else if (length === 1) this.#openShort(bytes[name], bytes, nameEnd, end);
    else if (isNamed(bytes, name, nameEnd, "row")) this.#openRow(bytes, nameEnd, end);
    else if (isNamed(bytes, name, nameEnd, "rPh")) this.#inside = Inside.phonetic;
  }

  text(bytes: Buffer, start: number, end: number): void {
    if (this.#inside === Inside.value) this.#readValue(bytes, start, end);
    else if (this.#inside === Inside.inlineText) {
      const earlier = typeof this.#value === "string" ? this.#value : "";
      this.#value = earlier + cellTextOf(bytes, start, end);
    }
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    if (!this.#inData) return;
    if (nameEnd - name === 1) this.#closeShort(bytes[name]);
    else if (isNamed(bytes, name, nameEnd, "rPh")) this.#inside = Inside.cell;
    else if (isNamed(bytes, name, nameEnd, "sheetData")) this.#inData = false;
  }

  whole(bytes: Buffer, start: number): number {
    if (!this.#inData || this.#inside !== Inside.other) return -1;
    const end = readPlainCell(this.#tag, bytes, start);
    if (end < 0) return -1;
    this.#startCell();
    const { value, valueEnd } = this.#tag;
    if (valueEnd > value) this.#readValue(bytes, value, valueEnd);
    this.#endCell();
    return end;
  }

  #openOutside(bytes: Buffer, name: number, nameEnd: number, end: number): void {
    if (isNamed(bytes, name, nameEnd, "sheetData")) this.#inData = true;
    else if (isNamed(bytes, name, nameEnd, "mergeCell")) {
      this.columns.merge(attributesOf(bytes.toString("latin1", nameEnd, end)).get("ref") ?? "");
    }
  }

  #openRow(bytes: Buffer, nameEnd: number, end: number): void {
    readCellTag(this.#tag, bytes, nameEnd, end);
    this.#rowIsNamed = this.#tag.row >= 0;
    this.columns.startRow(this.#rowIsNamed ? this.#tag.row : this.columns.row + 1);
    this.#column = -1;
  }

  #openShort(letter: number | undefined, bytes: Buffer, nameEnd: number, end: number): void {
    if (letter === LOWER_C) this.#openCell(bytes, nameEnd, end);
    else if (letter === LOWER_V && this.#inside === Inside.cell) this.#inside = Inside.value;
    else if (letter === LOWER_T && this.#inside === Inside.cell) this.#inside = Inside.inlineText;
  }

  #openCell(bytes: Buffer, nameEnd: number, end: number): void {
    readCellTag(this.#tag, bytes, nameEnd, end);
    this.#startCell();
    this.#inside = Inside.cell;
  }

  #startCell(): void {
    const { column, row } = this.#tag;
    this.#column = column >= 0 ? column : this.#column + 1;
    if (!this.#rowIsNamed && row >= 0) {
      this.columns.startRow(row);
      this.#rowIsNamed = true;
    }
    this.#value = null;
  }

  #endCell(): void {
    if (this.#value !== null) this.columns.put(this.#column, this.#value);
    this.#value = null;
    this.#inside = Inside.other;
  }

  #closeShort(letter: number | undefined): void {
    if (letter === LOWER_C) this.#endCell();
    else if (this.#inside === Inside.value || this.#inside === Inside.inlineText) this.#inside = Inside.cell;
  }

  #readValue(bytes: Buffer, start: number, end: number): void {
    if (this.#tag.type === CellType.shared) this.#putShared(bytes, start, end);
    else this.#value = this.#valueOf(bytes, start, end);
  }

  #valueOf(bytes: Buffer, start: number, end: number): Cell {
    const type = this.#tag.type;
    if (type === CellType.number) return this.#numberCell(bytes, start, end);
    const text = cellTextOf(bytes, start, end);
    if (type === CellType.boolean) return /^\s*(1|true)\s*$/i.test(text);
    if (type === CellType.error) return { kind: "error", text };
    return type === CellType.day ? (dayOfIsoCell(text) ?? text) : text;
  }

  #numberCell(bytes: Buffer, start: number, end: number): Cell {
    const value = numberOfBytes(bytes, start, end);
    if (!Number.isFinite(value)) return cellTextOf(bytes, start, end).trim();
    const style = this.#styles[this.#tag.style];
    return style === undefined || style.plain ? value : style.cellOf(value);
  }

  #putShared(bytes: Buffer, start: number, end: number): void {
    const isThere =
      this.columns.putShared(this.#column, wholeOf(bytes, start, end)) ||
      this.columns.putShared(this.#column, numberOfBytes(bytes, start, end));
    if (isThere) return;
    throw new ReadError("damaged", `sheet ${JSON.stringify(this.#sheet)} refers to a text that is not there`);
  }
}
