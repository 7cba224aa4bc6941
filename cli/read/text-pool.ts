import type { CellColumns } from "../../engine/index.ts";
import { utf8Text, windows1252Text } from "./recoder.ts";

const FIRST_ROOM = 1 << 12;
const HASH_STEP = 0x01000193;
const LAST_ASCII = 0x7f;

/** After so many texts of a column it shows whether they repeat. */
const TRIAL = 1 << 18;
const LEAST_FOUND = 0.25;

/** How often the texts of a column were found among earlier ones. */
interface Trial {
  tried: number;
  found: number;
  isOver: boolean;
}

/**
 * Numbers the texts of a file by their bytes, each once: most cells of a large table say what others said before.
 * The file is in UTF-8 until a text shows that it is not; then it is all in Windows-1252.
 * Of a column whose texts hardly repeat, such as times, each is simply numbered: looking for millions of them in
 * vain takes longer than all the rest.
 */
export class TextPool {
  readonly #columns: CellColumns;
  /** Codes by hash, at the first free place from it on; 0 is free. */
  #table = new Uint32Array(FIRST_ROOM);
  #kept = 0;
  /** Hashes by code. */
  #hashes = new Int32Array(FIRST_ROOM);
  /** By column: the number of its last text, which its next one may well have too. */
  readonly #last: number[] = [];
  readonly #trials: Trial[] = [];
  #isUtf8 = true;

  constructor(columns: CellColumns) {
    this.#columns = columns;
  }

  /** The number of the text in `bytes[start, end)` of a column; 0 where it is blank. */
  codeOf(bytes: Buffer, start: number, end: number, column: number): number {
    if (start === end) return 0;
    const last = this.#last[column] ?? 0;
    if (last !== 0 && this.#isAt(last, bytes, start, end)) return last;
    const code = this.#find(bytes, start, end, column);
    if (code !== 0) this.#last[column] = code;
    return code;
  }

  #find(bytes: Buffer, start: number, end: number, column: number): number {
    const trial = this.#trialOf(column);
    let hash = end - start;
    let highest = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      hash = Math.imul(hash ^ byte, HASH_STEP);
      highest |= byte;
    }
    hash ^= hash >>> 15;
    const isAscii = highest <= LAST_ASCII;
    const wide = isAscii ? "" : this.#wideText(bytes, start, end);
    const mask = this.#table.length - 1;
    let place = hash & mask;
    if (!trial.isOver) {
      for (let code = this.#table[place] ?? 0; code !== 0; code = this.#table[place] ?? 0) {
        if (
          this.#hashes[code] === hash &&
          (isAscii ? this.#isAt(code, bytes, start, end) : this.#columns.valueOf(code) === wide)
        ) {
          trial.found++;
          return code;
        }
        place = (place + 1) & mask;
      }
    }
    const text = isAscii ? bytes.toString("latin1", start, end) : wide;
    if (text.trim() === "") return 0;
    return trial.isOver ? this.#columns.add(text) : this.#add(text, hash, place);
  }

  #wideText(bytes: Buffer, start: number, end: number): string {
    const text = this.#isUtf8 ? utf8Text(bytes, start, end) : windows1252Text(bytes, start, end);
    if (text !== null) return text;
    this.#isUtf8 = false;
    this.#columns.replaceTexts((before) => {
      const own = Buffer.from(before);
      return own.length === before.length ? before : windows1252Text(own, 0, own.length);
    });
    return windows1252Text(bytes, start, end);
  }

  #trialOf(column: number): Trial {
    const trial = this.#trials[column] ?? { tried: 0, found: 0, isOver: false };
    if (trial.tried === 0) this.#trials[column] = trial;
    trial.tried++;
    if (trial.tried < TRIAL || trial.isOver) return trial;
    trial.isOver = trial.found < trial.tried * LEAST_FOUND;
    if (!trial.isOver) [trial.tried, trial.found] = [1, 0];
    return trial;
  }

  #isAt(code: number, bytes: Buffer, start: number, end: number): boolean {
    const text = this.#columns.valueOf(code);
    if (typeof text !== "string" || text.length !== end - start) return false;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > LAST_ASCII || text.charCodeAt(at - start) !== byte) return false;
    }
    return true;
  }

  #add(text: string, hash: number, place: number): number {
    const code = this.#columns.add(text);
    while (code >= this.#hashes.length) this.#hashes = grown(this.#hashes);
    this.#hashes[code] = hash;
    this.#table[place] = code;
    this.#kept++;
    if (this.#kept * 2 > this.#table.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (const code of this.#table) {
      if (code === 0) continue;
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
