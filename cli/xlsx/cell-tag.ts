/** What a cell's tag says: its column and row (-1 where it does not say), its style and its type. */
export interface CellTag {
  column: number;
  row: number;
  style: number;
  type: CellType;
}

/** How a cell's value is written. */
export const CellType = {
  number: 0,
  shared: 1,
  text: 2,
  boolean: 3,
  error: 4,
  day: 5,
} as const;
export type CellType = (typeof CellType)[keyof typeof CellType];

const SPACE = 32;
const EQUALS = 61;
const COLON = 58;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;

/** Reads the attributes of `<c …>` or `<row …>` into `tag`, without making strings. */
export function readCellTag(tag: CellTag, bytes: Buffer, start: number, end: number): void {
  tag.column = -1;
  tag.row = -1;
  tag.style = 0;
  tag.type = CellType.number;
  let at = start;
  while (at < end) {
    while (at < end && (bytes[at] ?? 0) <= SPACE) at++;
    const name = at;
    while (at < end && bytes[at] !== EQUALS && (bytes[at] ?? 0) > SPACE) at++;
    const short = at - name === 1 && bytes[name + 1] !== COLON;
    while (at < end && (bytes[at] === EQUALS || (bytes[at] ?? 0) <= SPACE)) at++;
    const quote = bytes[at];
    const value = at + 1;
    at = value;
    while (at < end && bytes[at] !== quote) at++;
    if (short) takeAttribute(tag, bytes, bytes[name] ?? 0, value, at);
    at++;
  }
}

function takeAttribute(tag: CellTag, bytes: Buffer, name: number, start: number, end: number): void {
  if (name === LOWER_R) readAddress(tag, bytes, start, end);
  else if (name === LOWER_S) tag.style = Math.max(0, wholeOf(bytes, start, end));
  else if (name === LOWER_T) tag.type = typeOf(bytes, start, end);
}

/** `B12`, `$B$12` or, of a row, `12`; an address that is none leaves the place open. */
export function readAddress(tag: CellTag, bytes: Buffer, start: number, end: number): void {
  let column = 0;
  let row = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const upper = byte >= 97 && byte <= 122 ? byte - 32 : byte;
    if (upper >= 65 && upper <= 90 && row === 0) column = column * 26 + (upper - 64);
    else if (byte >= 48 && byte <= 57) row = row * 10 + (byte - 48);
    else if (byte !== 36) return;
  }
  tag.column = column - 1;
  tag.row = row - 1;
}

function typeOf(bytes: Buffer, start: number, end: number): CellType {
  const first = bytes[start];
  if (first === LOWER_S) return end - start === 1 ? CellType.shared : CellType.text;
  if (first === 105) return CellType.text;
  if (first === 98) return CellType.boolean;
  if (first === 101) return CellType.error;
  return first === 100 ? CellType.day : CellType.number;
}

/** A whole number without a sign, or -1. */
export function wholeOf(bytes: Buffer, start: number, end: number): number {
  let whole = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    whole = whole * 10 + digit;
  }
  return end > start ? whole : -1;
}
