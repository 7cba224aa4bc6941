import { LIMITS } from "./limits.ts";
import { ReadError } from "./read-error.ts";
import { utf8Pieces } from "./utf8-pieces.ts";
import { type XmlHandler, XmlScanner } from "./xml-scanner.ts";
import { cellTextOf } from "./xml-text.ts";

/** Gathers the texts that cells refer to by number; runs of rich text are joined, phonetic ones left out. */
export class SharedTexts implements XmlHandler {
  readonly texts: string[] = [];
  #text = "";
  #inText = false;
  #inPhonetic = false;
  #characters = 0;

  open(bytes: Buffer, name: number, nameEnd: number): void {
    const length = nameEnd - name;
    if (length === 1) this.#inText = bytes[name] === 116 && !this.#inPhonetic;
    else if (isNamed(bytes, name, nameEnd, "rPh")) this.#inPhonetic = true;
    else if (isNamed(bytes, name, nameEnd, "si")) this.#text = "";
  }

  text(bytes: Buffer, start: number, end: number): void {
    if (!this.#inText) return;
    const piece = cellTextOf(bytes, start, end);
    this.#text = this.#text === "" ? piece : this.#text + piece;
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    this.#inText = false;
    if (isNamed(bytes, name, nameEnd, "rPh")) this.#inPhonetic = false;
    else if (isNamed(bytes, name, nameEnd, "si")) this.#keep();
  }

  #keep(): void {
    this.#characters += this.#text.length;
    if (this.#characters > LIMITS.sharedCharacters) throw new ReadError("too-large", "its table of texts");
    this.texts.push(this.#text);
  }
}

/** Reads a shared-string part. */
export async function readSharedTexts(
  part: string,
  pieces: AsyncIterable<Buffer>,
): Promise<readonly string[]> {
  const shared = new SharedTexts();
  const scanner = new XmlScanner(part, shared);
  for await (const piece of utf8Pieces(pieces, part)) scanner.write(piece);
  scanner.end();
  return shared.texts;
}

/** Whether `bytes[name, nameEnd)` is this ASCII name. */
export function isNamed(bytes: Buffer, name: number, nameEnd: number, wanted: string): boolean {
  if (nameEnd - name !== wanted.length) return false;
  for (let at = 0; at < wanted.length; at++) if (bytes[name + at] !== wanted.charCodeAt(at)) return false;
  return true;
}
