import { setImmediate } from "node:timers/promises";
import { CellColumns } from "../../engine/index.ts";
import { TextPool } from "./text-pool.ts";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const ROWS_A_TURN = 100_000;
/** As many as a sheet has. */
const MOST_COLUMNS = 16_384;

/** What of a text is no table: its 1-based row. */
export interface CsvFault {
  readonly kind: "unclosed-quote" | "too-many-columns";
  readonly row: number;
}

/** The cells of CSV text, or what keeps it from having any. */
export type CsvCells = CellColumns | CsvFault;

/**
 * Reads CSV text in UTF-8 byte by byte, making a text of each different cell only. Between parts of a large file others
 * have their turn, such as a progress bar.
 */
export function readCsvCells(bytes: Buffer, start: number, delimiter: string): Promise<CsvCells> {
  return new CsvScanner(bytes, start, delimiter).read();
}

class CsvScanner {
  readonly #bytes: Buffer;
  readonly #delimiter: Buffer;
  /** Rows end at line feeds, or in files without any at carriage returns. */
  readonly #rowEnd: number;
  readonly #columns = new CellColumns();
  readonly #texts = new TextPool(this.#columns);
  #at: number;

  constructor(bytes: Buffer, start: number, delimiter: string) {
    this.#bytes = bytes;
    this.#at = start;
    this.#delimiter = Buffer.from(delimiter);
    this.#rowEnd = bytes.includes(LINE_FEED, start) ? LINE_FEED : CARRIAGE_RETURN;
  }

  async read(): Promise<CsvCells> {
    const { length } = this.#bytes;
    for (let row = 0; this.#at < length; row++) {
      const kind = this.#readRow(row);
      if (kind !== null) return { kind, row: row + 1 };
      if (row % ROWS_A_TURN === ROWS_A_TURN - 1) await setImmediate();
    }
    return this.#columns;
  }

  #readRow(row: number): CsvFault["kind"] | null {
    for (let column = 0; ; column++) {
      const code = this.#bytes[this.#at] === QUOTE ? this.#quoted(column) : this.#plain(column);
      if (code === null) return "unclosed-quote";
      if (code !== 0) {
        if (column >= MOST_COLUMNS) return "too-many-columns";
        this.#columns.put(row, column, code);
      }
      if (!this.#isDelimiter(this.#at)) break;
      this.#at += this.#delimiter.length;
    }
    if (this.#bytes[this.#at] === CARRIAGE_RETURN && this.#rowEnd === LINE_FEED) this.#at++;
    this.#at++;
    return null;
  }

  #plain(column: number): number {
    const start = this.#at;
    const bytes = this.#bytes;
    const first = this.#delimiter[0];
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === this.#rowEnd || (byte === first && this.#isDelimiter(at))) break;
    }
    if (bytes[at - 1] === CARRIAGE_RETURN && this.#rowEnd === LINE_FEED && bytes[at] !== first && at > start)
      at--;
    this.#at = at;
    return this.#texts.codeOf(bytes, start, at, column);
  }

  /** A quoted field; a quotation mark that ends nothing is a part of it. Null where it never ends. */
  #quoted(column: number): number | null {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let isPlain = true;
    for (let at = bytes.indexOf(QUOTE, start); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
      const next = this.#afterSpaces(at + 1);
      if (bytes[at + 1] === QUOTE) {
        isPlain = false;
        at++;
      } else if (this.#endsField(next)) {
        this.#at = next;
        if (isPlain) return this.#texts.codeOf(bytes, start, at, column);
        const text = Buffer.from(bytes.toString("utf8", start, at).replaceAll('""', '"'));
        return this.#texts.codeOf(text, 0, text.length, column);
      }
    }
    return null;
  }

  #afterSpaces(at: number): number {
    let next = at;
    while ((this.#bytes[next] === SPACE || this.#bytes[next] === TAB) && !this.#isDelimiter(next)) next++;
    return next;
  }

  #endsField(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === undefined || byte === LINE_FEED || byte === CARRIAGE_RETURN || this.#isDelimiter(at);
  }

  #isDelimiter(at: number): boolean {
    const delimiter = this.#delimiter;
    if (this.#bytes[at] !== delimiter[0]) return false;
    for (let i = 1; i < delimiter.length; i++) if (this.#bytes[at + i] !== delimiter[i]) return false;
    return true;
  }
}
