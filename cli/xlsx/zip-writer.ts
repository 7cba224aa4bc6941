import { deflateRawSync } from "node:zlib";
import { crc32 } from "./crc32.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** A part to be written: new bytes, or one taken over as it was packed before. */
export type OutgoingPart =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly entry: ZipEntry; readonly packed: Uint8Array };

interface Packed {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly bytes: number;
  readonly packed: Uint8Array;
}

const DEFLATED = 8;
const NEEDS_VERSION = 20;
const NAME_IS_UTF8 = 0x0800;
/** 1 January 1980, midnight: the same parts give the same bytes at any time. */
const FIRST_DOS_DATE = 0x21;

/** A zip archive of the parts, in their order. */
export function writeZip(parts: readonly OutgoingPart[]): Buffer {
  const pieces: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts.map(packedPart)) {
    const local = localHeader(part);
    directory.push(directoryEntry(part, offset));
    pieces.push(local, part.packed);
    offset += local.length + part.packed.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...pieces, listing, directoryEnd(parts.length, listing.length, offset)]);
}

function packedPart(part: OutgoingPart): Packed {
  if ("entry" in part) {
    const { name, method, crc, bytes } = part.entry;
    return { name: Buffer.from(name), method, crc, bytes, packed: part.packed };
  }
  return {
    name: Buffer.from(part.name),
    method: DEFLATED,
    crc: crc32(part.bytes),
    bytes: part.bytes.length,
    packed: deflateRawSync(part.bytes),
  };
}

/** The fields that both headers share: version, flags, method, time, checksum, sizes, length of the name. */
function writeShared(header: Buffer, at: number, part: Packed): void {
  header.writeUInt16LE(NEEDS_VERSION, at);
  header.writeUInt16LE(NAME_IS_UTF8, at + 2);
  header.writeUInt16LE(part.method, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(FIRST_DOS_DATE, at + 8);
  header.writeUInt32LE(part.crc, at + 10);
  header.writeUInt32LE(part.packed.length, at + 14);
  header.writeUInt32LE(part.bytes, at + 18);
  header.writeUInt16LE(part.name.length, at + 22);
}

function localHeader(part: Packed): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeShared(header, 4, part);
  return Buffer.concat([header, part.name]);
}

function directoryEntry(part: Packed, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(NEEDS_VERSION, 4);
  writeShared(header, 6, part);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, part.name]);
}

function directoryEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
