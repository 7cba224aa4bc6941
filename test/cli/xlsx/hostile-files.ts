import { constants, deflateRawSync } from "node:zlib";
import { crc32 } from "../../../cli/xlsx/crc32.ts";
import type { ZipEntry } from "../../../cli/xlsx/zip-directory.ts";
import { ZipPackage } from "../../../cli/xlsx/zip-package.ts";
import { type OutgoingPart, writeZip } from "../../../cli/xlsx/zip-writer.ts";
import { sheetXml, workbookOf } from "./handmade-workbook.ts";

/** A deflated text that repeats: made in no time, since each repetition is the same packed block. */
function packedRepetition(before: string, repeated: string, times: number, after: string): Buffer {
  const block = (text: string): Buffer =>
    deflateRawSync(Buffer.from(text), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const piece = block(repeated);
  return Buffer.concat([
    block(before),
    ...Array<Buffer>(times).fill(piece),
    deflateRawSync(Buffer.from(after)),
  ]);
}

/** A workbook whose sheet unpacks to a text repeated so many times; the archive may lie about its size. */
export function swollenWorkbook(repeated: string, times: number, declaredBytes?: number): Buffer {
  const [before = "", after = ""] = sheetXml("|").split("|");
  const packed = packedRepetition(before, repeated, times, after);
  const bytes = declaredBytes ?? before.length + repeated.length * times + after.length;
  const told = { bytes, packedBytes: packed.length, crc: repeatedCrc(before, repeated, times, after) };
  return withEntry(workbookOf(), "xl/worksheets/sheet1.xml", told, packed);
}

/** The right checksum, but of contents so large that no reader gets to their end. */
function repeatedCrc(before: string, repeated: string, times: number, after: string): number {
  if (repeated.length * times > 100e6) return 0;
  const piece = Buffer.from(repeated);
  let crc = crc32(Buffer.from(before));
  for (let time = 0; time < times; time++) crc = crc32(piece, crc);
  return crc32(Buffer.from(after), crc);
}

/** The workbook with one entry told otherwise. */
export function withEntry(file: Buffer, name: string, told: Partial<ZipEntry>, packed?: Buffer): Buffer {
  const source = new ZipPackage(file);
  const parts: OutgoingPart[] = source.entries.map((entry) => {
    const own = source.packed(entry);
    return entry.name === name
      ? { entry: { ...entry, ...told }, packed: packed ?? own }
      : { entry, packed: own };
  });
  return writeZip(parts);
}

/** The workbook with a part so many times more, under other names. */
export function withCopies(file: Buffer, name: string, times: number): Buffer {
  const source = new ZipPackage(file);
  const entry = source.entries.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no part ${name}`);
  const packed = source.packed(entry);
  const copies = Array.from({ length: times }, (_, index) => ({
    entry: { ...entry, name: `${name}.${index}` },
    packed,
  }));
  return writeZip([...source.entries.map((one) => ({ entry: one, packed: source.packed(one) })), ...copies]);
}
