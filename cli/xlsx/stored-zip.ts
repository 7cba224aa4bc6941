import { crc32 } from "./crc32.ts";
import { type OutgoingPart, writeZip } from "./zip-writer.ts";

const STORED = 0;

/**
 * In the built program, what exceljs takes JSZip for: the parts of a workbook as an archive, none of them packed, since
 * `finishPackage` reads them at once. Folders are parts too, as with JSZip, so that both give the same bytes.
 */
export class StoredZip {
  readonly #parts = new Map<string, OutgoingPart>();

  file(name: string, text: string): void {
    for (let slash = name.indexOf("/"); slash >= 0; slash = name.indexOf("/", slash + 1))
      this.#add(name.slice(0, slash + 1), "");
    this.#add(name, text);
  }

  generateAsync(): Promise<Buffer> {
    return Promise.resolve(writeZip([...this.#parts.values()]));
  }

  #add(name: string, text: string): void {
    if (this.#parts.has(name)) return;
    const packed = Buffer.from(text);
    const bytes = packed.length;
    const entry = { name, method: STORED, flags: 0, crc: crc32(packed), bytes, packedBytes: bytes, start: 0 };
    this.#parts.set(name, { entry, packed });
  }
}
