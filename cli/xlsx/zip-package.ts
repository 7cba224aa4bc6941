import { createInflateRaw, inflateRawSync } from "node:zlib";
import { crc32 } from "./crc32.ts";
import { LIMITS } from "./limits.ts";
import { ReadError } from "./read-error.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 1 << 18;

/** A workbook's file: a zip archive of parts. Names are looked up as Excel does, in any case of letters. */
export class ZipPackage {
  readonly entries: readonly ZipEntry[];
  readonly #file: Buffer;
  readonly #byName: ReadonlyMap<string, ZipEntry>;

  constructor(source: Uint8Array) {
    const file = Buffer.from(source.buffer, source.byteOffset, source.length);
    this.#file = file;
    if (file.length > LIMITS.fileBytes) throw new ReadError("too-large", "its size");
    this.entries = readZipDirectory(file);
    this.#byName = new Map(this.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  has(name: string): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  /** The part's bytes as they are packed. */
  packed(entry: ZipEntry): Buffer {
    return this.#file.subarray(entry.start, entry.start + entry.packedBytes);
  }

  /** A whole part, checked; for the small ones. */
  read(name: string, limit: number = LIMITS.wholePartBytes): Buffer {
    const entry = this.#entry(name, limit);
    const bytes = entry.method === STORED ? this.packed(entry) : inflateWhole(this.packed(entry), entry);
    checkPart(entry, bytes.length, crc32(bytes));
    return bytes;
  }

  /** A part piece by piece; a damaged one throws at its end at the latest. */
  async *stream(name: string): AsyncGenerator<Buffer, void> {
    const entry = this.#entry(name, LIMITS.partBytes);
    const pieces = entry.method === STORED ? slices(this.packed(entry)) : inflate(this.packed(entry), entry);
    let bytes = 0;
    let crc = 0;
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > entry.bytes) throw new ReadError("swollen", `part ${entry.name}`);
      crc = crc32(piece, crc);
      yield piece;
    }
    checkPart(entry, bytes, crc);
  }

  #entry(name: string, limit: number): ZipEntry {
    const entry = this.#byName.get(name.toLowerCase());
    if (entry === undefined) throw new ReadError("damaged", `part ${name} is missing`);
    if (entry.bytes > limit) throw new ReadError("too-large", `part ${entry.name}`);
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      throw new ReadError("damaged", `part ${entry.name} is packed in an unknown way`);
    }
    return entry;
  }
}

function inflateWhole(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  } catch (error) {
    throw unpackingFault(error, entry);
  }
}

async function* inflate(packed: Buffer, entry: ZipEntry): AsyncGenerator<Buffer, void> {
  const inflater = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflater.end(packed);
  try {
    for await (const piece of inflater) yield piece;
  } catch (error) {
    throw unpackingFault(error, entry);
  }
}

function* slices(bytes: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

function unpackingFault(error: unknown, entry: ZipEntry): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_BUFFER_TOO_LARGE") return new ReadError("swollen", `part ${entry.name}`);
  const unpacking = typeof code === "string" && code.startsWith("Z_");
  return unpacking ? new ReadError("damaged", `part ${entry.name} does not unpack`) : error;
}

function checkPart(entry: ZipEntry, bytes: number, crc: number): void {
  if (bytes !== entry.bytes)
    throw new ReadError("damaged", `part ${entry.name} has not the length it should have`);
  if (crc !== entry.crc) throw new ReadError("damaged", `part ${entry.name} does not match its checksum`);
}
