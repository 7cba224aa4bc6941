import type { CellColumns } from "../../engine/index.ts";

const FIRST_ROOM = 1 << 12;
const HASH_STEP = 0x01000193;
const LAST_ASCII = 0x7f;

/** Numbers the texts of a file by their bytes, each once: most cells of a large table say what others said before. */
export class TextPool {
  readonly #columns: CellColumns;
  /** Codes by hash, at the first free place from it on; 0 is free. */
  #table = new Uint32Array(FIRST_ROOM);
  /** Hashes by code. */
  #hashes = new Int32Array(FIRST_ROOM);

  constructor(columns: CellColumns) {
    this.#columns = columns;
  }

  /**
   * The number of the text in `bytes[start, end)`; 0 where it is blank.
   * @param likely a number that the text may well have, such as that of the cell above.
   */
  codeOf(bytes: Buffer, start: number, end: number, likely: number): number {
    if (start === end) return 0;
    let hash = end - start;
    let highest = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      hash = Math.imul(hash ^ byte, HASH_STEP);
      highest |= byte;
    }
    hash ^= hash >>> 15;
    if (highest > LAST_ASCII) return this.textCode(bytes.toString("utf8", start, end), hash);
    if (likely !== 0 && this.#hashes[likely] === hash && this.#isAt(likely, bytes, start, end)) return likely;
    const mask = this.#table.length - 1;
    let place = hash & mask;
    for (let code = this.#table[place] ?? 0; code !== 0; code = this.#table[place] ?? 0) {
      if (this.#hashes[code] === hash && this.#isAt(code, bytes, start, end)) return code;
      place = (place + 1) & mask;
    }
    return this.#add(bytes.toString("latin1", start, end), hash, place);
  }

  /** The number of a text that is not in the file as it stands. */
  textCode(text: string, hash: number): number {
    const mask = this.#table.length - 1;
    let place = hash & mask;
    for (let code = this.#table[place] ?? 0; code !== 0; code = this.#table[place] ?? 0) {
      if (this.#hashes[code] === hash && this.#columns.valueOf(code) === text) return code;
      place = (place + 1) & mask;
    }
    return this.#add(text, hash, place);
  }

  #isAt(code: number, bytes: Buffer, start: number, end: number): boolean {
    const text = this.#columns.valueOf(code);
    if (typeof text !== "string" || text.length !== end - start) return false;
    for (let at = start; at < end; at++) if (text.charCodeAt(at - start) !== bytes[at]) return false;
    return true;
  }

  #add(text: string, hash: number, place: number): number {
    if (text.trim() === "") return 0;
    const code = this.#columns.add(text);
    if (code >= this.#hashes.length) this.#hashes = grown(this.#hashes);
    this.#hashes[code] = hash;
    this.#table[place] = code;
    if (code * 2 > this.#table.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let code = 1; code < this.#columns.valueCount; code++) {
      let place = (this.#hashes[code] ?? 0) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = code;
    }
    this.#table = table;
  }
}

function grown(hashes: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(hashes.length * 2);
  longer.set(hashes);
  return longer;
}
