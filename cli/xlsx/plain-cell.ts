import { type CellTag, CellType } from "./cell-tag.ts";

/** A cell's tag, and `bytes[value, valueEnd)`, its value; both are the same where it has none. */
export interface PlainCell extends CellTag {
  value: number;
  valueEnd: number;
}

const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const LOWER_C = 99;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;
/** `="` and a quote, or `></v></c>`: so many bytes are looked at without asking whether they are there. */
const AHEAD = 10;

/**
 * Reads `<c r="B2" s="1" t="s"><v>12</v></c>` or `<c r="B2"/>` in one go: nearly all cells of large sheets are written so.
 * Where it ends; or -1 where it is written in any other way or has not arrived whole, for the scanner to read it.
 */
export function readPlainCell(cell: PlainCell, bytes: Buffer, start: number): number {
  const length = bytes.length - AHEAD;
  if (start >= length || bytes[start + 1] !== LOWER_C) return -1;
  cell.column = -1;
  cell.row = -1;
  cell.style = 0;
  cell.type = CellType.number;
  let at = start + 2;
  while (at < length && bytes[at] === SPACE && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE) {
    at = readAttribute(cell, bytes, bytes[at + 1] ?? 0, at + 4, length);
    if (at < 0) return -1;
  }
  return at < length ? readRest(cell, bytes, at, length) : -1;
}

/** Where the attribute ends; -1 where it is none of those that plain cells have. */
function readAttribute(cell: PlainCell, bytes: Buffer, name: number, start: number, length: number): number {
  if (name === LOWER_T) {
    if (bytes[start] !== LOWER_S || bytes[start + 1] !== QUOTE) return -1;
    cell.type = CellType.shared;
    return start + 2;
  }
  if (name !== LOWER_R && name !== LOWER_S) return -1;
  let at = start;
  let letters = 0;
  let byte = bytes[at] ?? 0;
  while (name === LOWER_R && byte >= 65 && byte <= 90 && at < length) {
    letters = letters * 26 + (byte - 64);
    byte = bytes[++at] ?? 0;
  }
  const digits = at;
  let whole = 0;
  while (byte >= 48 && byte <= 57 && at < length) {
    whole = whole * 10 + (byte - 48);
    byte = bytes[++at] ?? 0;
  }
  if (byte !== QUOTE || at === digits) return -1;
  if (name === LOWER_S) cell.style = whole;
  else {
    cell.column = letters - 1;
    cell.row = whole - 1;
  }
  return at + 1;
}

function readRest(cell: PlainCell, bytes: Buffer, start: number, length: number): number {
  cell.value = start;
  cell.valueEnd = start;
  if (bytes[start] === SLASH) return bytes[start + 1] === GREATER ? start + 2 : -1;
  if (bytes[start] !== GREATER || bytes[start + 1] !== LESS || bytes[start + 2] !== LOWER_V) return -1;
  if (bytes[start + 3] !== GREATER) return -1;
  let at = start + 4;
  while (at < length && bytes[at] !== LESS) at++;
  if (at >= length) return -1;
  cell.value = start + 4;
  cell.valueEnd = at;
  return endsCell(bytes, at) ? at + 8 : -1;
}

/** `</v></c>` */
function endsCell(bytes: Buffer, at: number): boolean {
  return (
    bytes[at + 1] === SLASH &&
    bytes[at + 2] === LOWER_V &&
    bytes[at + 3] === GREATER &&
    bytes[at + 4] === LESS &&
    bytes[at + 5] === SLASH &&
    bytes[at + 6] === LOWER_C &&
    bytes[at + 7] === GREATER
  );
}
