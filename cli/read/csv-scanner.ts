import { CellColumns } from "../../engine/index.ts";
import { TextPool } from "./text-pool.ts";

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
/** As many as a sheet has. */
const MOST_COLUMNS = 16_384;
/** Far more than a cell of any program holds. */
const MOST_CELL_BYTES = 1 << 24;

/** How the rows of a text are laid out. */
export interface CsvLayout {
  /** Bytes between two cells of a row. */
  readonly delimiter: Buffer;
  /** Whether carriage returns end rows too, and not only line feeds. */
  readonly hasCarriageRows: boolean;
}

/** What of a text is no table: its 1-based row. */
export interface CsvFault {
  readonly kind: "unclosed-quote" | "too-long-cell" | "too-many-columns";
  readonly row: number;
}

/**
 * Reads CSV text byte by byte as it comes, making a text of each different cell only. A cell that is cut by the end
 * of a piece waits for the next one.
 */
export class CsvScanner {
  readonly columns = new CellColumns();
  readonly #texts = new TextPool(this.columns);
  readonly #delimiter: Buffer;
  /** Besides the line feed. */
  readonly #rowEnd: number;
  /** So many bytes from its end on tell that a cell is whole. */
  readonly #margin: number;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #row = 0;
  #column = 0;
  /** Whether the last quoted cell holds doubled quotation marks. */
  #hasPairs = false;

  constructor({ delimiter, hasCarriageRows }: CsvLayout) {
    this.#delimiter = delimiter;
    this.#rowEnd = hasCarriageRows ? CARRIAGE_RETURN : LINE_FEED;
    this.#margin = Math.max(2, delimiter.length);
  }

  /** Reads the next piece of the text; null where nothing is wrong with it so far. */
  push(piece: Buffer): CsvFault | null {
    const rest = this.#bytes.subarray(this.#at);
    this.#bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    this.#at = 0;
    return this.#read(false);
  }

  /** Reads what waits for more: there is none. */
  end(): CsvFault | null {
    return this.#read(true);
  }

  #read(isLast: boolean): CsvFault | null {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      const start = this.#at;
      const isQuoted = bytes[start] === QUOTE;
      const end = isQuoted ? this.#endOfQuoted(start + 1) : this.#endOfPlain(start);
      const next = isQuoted ? this.#afterSpaces(end + 1) : end;
      const isCut = end < 0 || next + this.#margin > bytes.length;
      const isTooLong = (isCut ? bytes.length : end) - start > MOST_CELL_BYTES;
      if (isTooLong || (isLast && end < 0)) return this.#fault(isQuoted ? "unclosed-quote" : "too-long-cell");
      if (isCut && !isLast) return null;
      const code = isQuoted ? this.#quoted(start + 1, end) : this.#plain(start, end);
      if (code !== 0) {
        if (this.#column >= MOST_COLUMNS) return this.#fault("too-many-columns");
        this.columns.put(this.#row, this.#column, code);
      }
      this.#goOn(next);
    }
    return null;
  }

  #fault(kind: CsvFault["kind"]): CsvFault {
    return { kind, row: this.#row + 1 };
  }

  #goOn(next: number): void {
    if (this.#isDelimiter(next)) {
      this.#at = next + this.#delimiter.length;
      this.#column++;
      return;
    }
    const isPair = this.#bytes[next] === CARRIAGE_RETURN && this.#bytes[next + 1] === LINE_FEED;
    this.#at = next + (isPair ? 2 : 1);
    this.#column = 0;
    this.#row++;
  }

  #endOfPlain(start: number): number {
    const bytes = this.#bytes;
    const first = this.#delimiter[0];
    const rowEnd = this.#rowEnd;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === LINE_FEED || byte === rowEnd || (byte === first && this.#isDelimiter(at))) return at;
    }
    return bytes.length;
  }

  #plain(start: number, end: number): number {
    const bytes = this.#bytes;
    const isBeforeFeed =
      end > start && bytes[end - 1] === CARRIAGE_RETURN && (end === bytes.length || bytes[end] === LINE_FEED);
    return this.#texts.codeOf(bytes, start, isBeforeFeed ? end - 1 : end, this.#column);
  }

  /** Where a quoted cell's last quotation mark is; one that ends nothing is a part of it. -1 where it never ends. */
  #endOfQuoted(start: number): number {
    const bytes = this.#bytes;
    this.#hasPairs = false;
    for (let at = bytes.indexOf(QUOTE, start); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
      if (bytes[at + 1] === QUOTE) {
        this.#hasPairs = true;
        at++;
      } else if (this.#endsCell(this.#afterSpaces(at + 1))) return at;
    }
    return -1;
  }

  #quoted(start: number, end: number): number {
    if (!this.#hasPairs) return this.#texts.codeOf(this.#bytes, start, end, this.#column);
    const single = this.#bytes.toString("latin1", start, end).replaceAll('""', '"');
    return this.#texts.codeOf(Buffer.from(single, "latin1"), 0, single.length, this.#column);
  }

  #afterSpaces(at: number): number {
    let next = at;
    while ((this.#bytes[next] === SPACE || this.#bytes[next] === TAB) && !this.#isDelimiter(next)) next++;
    return next;
  }

  #endsCell(at: number): boolean {
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
