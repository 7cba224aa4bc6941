import { LIMITS } from "./limits.ts";
import { ReadError } from "./read-error.ts";

/**
 * What an XML part holds, in its order. Names come without their prefix; an element whose prefix is not the
 * root's belongs to another vocabulary and comes with an empty name. Places are in `bytes`, which may be
 * overwritten after the call.
 */
export interface XmlHandler {
  /** `bytes[name, nameEnd)` is the name, `bytes[nameEnd, end)` the attributes. */
  open(bytes: Buffer, name: number, nameEnd: number, end: number): void;
  close(bytes: Buffer, name: number, nameEnd: number): void;
  /** All text between two tags, entities still in it. */
  text(bytes: Buffer, start: number, end: number): void;
  /**
   * A whole element at once that begins at `start`, written without a prefix as the root is: where it ends; -1 where the
   * scanner shall go through it.
   */
  whole?(bytes: Buffer, start: number): number;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const COLON = 58;
const QUOTE = 34;
const APOSTROPHE = 39;
const SPACE = 32;
const MINUS = 45;
const BRACKET = 91;
const NOTHING: Buffer = Buffer.alloc(0);

/** Goes through UTF-8 XML that arrives in pieces, without building anything. Refuses document types. */
export class XmlScanner {
  readonly #part: string;
  readonly #handler: XmlHandler;
  #rest = NOTHING;
  #depth = 0;
  #prefix: Buffer | null = null;
  #unprefixed = false;
  /** Text before a comment or a CDATA section, which does not end it. */
  #held: Buffer[] = [];

  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    this.#handler = handler;
  }

  write(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    this.#rest = bytes.subarray(this.#scan(bytes));
    if (this.#rest.length > LIMITS.tokenBytes) throw this.#broken();
  }

  end(): void {
    if (this.#depth !== 0 || this.#prefix === null) throw this.#broken();
  }

  /** Handles all whole tokens and returns where the first one begins that is not whole yet. */
  #scan(bytes: Buffer): number {
    const length = bytes.length;
    let at = 0;
    for (;;) {
      let less = at;
      while (less < length && bytes[less] !== LESS) less++;
      const whole = this.#whole(bytes, less);
      if (whole > 0) {
        at = whole;
        continue;
      }
      const end = less + 1 < length ? this.#markupEnd(bytes, less) : -1;
      if (end < 0) return at;
      const kind = bytes[less + 1];
      if (kind === BANG || kind === QUESTION) {
        this.#hold(bytes, at, less, end);
      } else {
        if (this.#held.length > 0) this.#releaseText(bytes, at, less);
        else if (less > at) this.#handler.text(bytes, at, less);
        this.#tag(bytes, less + 1, end - 1);
      }
      at = end;
    }
  }

  #whole(bytes: Buffer, less: number): number {
    if (!this.#unprefixed || this.#held.length > 0) return -1;
    return this.#handler.whole?.(bytes, less) ?? -1;
  }

  /** Where the markup that begins with `<` ends, or -1 where that has not arrived. */
  #markupEnd(bytes: Buffer, less: number): number {
    const kind = bytes[less + 1];
    if (kind === BANG) return this.#declarationEnd(bytes, less);
    if (kind === QUESTION) return endOf(bytes, "?>", less + 2);
    for (let at = less + 1; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === GREATER) return at + 1;
      if (byte === LESS) throw this.#broken();
      if (byte === QUOTE || byte === APOSTROPHE) {
        at++;
        while (at < bytes.length && bytes[at] !== byte) at++;
      }
    }
    return -1;
  }

  #declarationEnd(bytes: Buffer, less: number): number {
    if (less + 4 > bytes.length) return -1;
    if (bytes[less + 2] === MINUS) return endOf(bytes, "-->", less + 4);
    if (bytes[less + 2] === BRACKET) return endOf(bytes, "]]>", less + 9);
    throw new ReadError("document-type", this.#part);
  }

  #hold(bytes: Buffer, at: number, less: number, end: number): void {
    if (this.#depth === 0) return;
    if (less > at) this.#held.push(Buffer.from(bytes.subarray(at, less)));
    if (bytes[less + 2] !== BRACKET) return;
    const literal = bytes.toString("utf8", less + 9, end - 3);
    this.#held.push(Buffer.from(literal.replace(/&/g, "&amp;").replace(/</g, "&lt;")));
    if (this.#held.reduce((sum, { length }) => sum + length, 0) > LIMITS.tokenBytes) throw this.#broken();
  }

  #releaseText(bytes: Buffer, at: number, less: number): void {
    const whole = Buffer.concat([...this.#held, bytes.subarray(at, less)]);
    this.#held = [];
    this.#handler.text(whole, 0, whole.length);
  }

  /** `bytes[start, end)` is what stands between `<` and `>`. */
  #tag(bytes: Buffer, start: number, end: number): void {
    const closing = bytes[start] === SLASH;
    const from = closing ? start + 1 : start;
    let nameEnd = from;
    let name = from;
    for (; nameEnd < end; nameEnd++) {
      const byte = bytes[nameEnd] ?? SPACE;
      if (byte <= SPACE || byte === SLASH) break;
      if (byte === COLON) name = nameEnd + 1;
    }
    const foreign = !this.#isOurs(bytes, from, name);
    if (foreign) name = nameEnd;
    const empty = !closing && bytes[end - 1] === SLASH;
    if (!closing) this.#handler.open(bytes, name, nameEnd, empty ? end - 1 : end);
    if (closing || empty) this.#handler.close(bytes, name, nameEnd);
    if (!empty) this.#depth += closing ? -1 : 1;
    if (this.#depth < 0) throw this.#broken();
  }

  #isOurs(bytes: Buffer, from: number, name: number): boolean {
    const prefix = this.#prefix;
    if (prefix === null) {
      this.#prefix = Buffer.from(bytes.subarray(from, name));
      this.#unprefixed = name === from;
      return true;
    }
    if (prefix.length !== name - from) return false;
    return prefix.length === 0 || prefix.compare(bytes, from, name) === 0;
  }

  #broken(): ReadError {
    return new ReadError("broken-xml", `part ${this.#part}`);
  }
}

function endOf(bytes: Buffer, mark: string, from: number): number {
  const at = bytes.indexOf(mark, from, "latin1");
  return at < 0 ? -1 : at + mark.length;
}
