import { LIMITS } from "./limits.ts";
import { ReadError } from "./read-error.ts";

/** One entry of a zip archive, as its central directory tells. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the packed bytes begin in the file. */
  readonly start: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const LOCATOR_OF_64_BIT_END = 0x07064b50;
const END_OF_64_BIT_DIRECTORY = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const UNKNOWN_32 = 0xffffffff;
const UNKNOWN_16 = 0xffff;

/** Reads the central directory and refuses what no workbook has: unsafe names, doubles, overlaps, bombs. */
export function readZipDirectory(file: Buffer): ZipEntry[] {
  try {
    const entries = listedEntries(file);
    checkNames(entries);
    checkSizes(entries);
    checkOverlaps(entries);
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new ReadError("damaged", "its table of contents is broken");
    throw error;
  }
}

function listedEntries(file: Buffer): ZipEntry[] {
  const { count, offset } = directoryPlace(file);
  if (count > LIMITS.entries) throw new ReadError("swollen", "its table of contents");
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new ReadError("damaged", "its table of contents is broken");
    }
    const nameLength = file.readUInt16LE(at + 28);
    const extraLength = file.readUInt16LE(at + 30);
    entries.push(entryAt(file, at, nameLength, extraLength));
    at += 46 + nameLength + extraLength + file.readUInt16LE(at + 32);
  }
  return entries;
}

function directoryPlace(file: Buffer): { count: number; offset: number } {
  const lowest = Math.max(0, file.length - 22 - LONGEST_COMMENT);
  let end = file.length - 22;
  while (end >= lowest && file.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < lowest) throw new ReadError("cut-short");
  const count = file.readUInt16LE(end + 10);
  const offset = file.readUInt32LE(end + 16);
  if (count !== UNKNOWN_16 && offset !== UNKNOWN_32) return { count, offset };
  const locator = end - 20;
  if (locator < 0 || file.readUInt32LE(locator) !== LOCATOR_OF_64_BIT_END) return { count, offset };
  const end64 = Number(file.readBigUInt64LE(locator + 8));
  if (file.readUInt32LE(end64) !== END_OF_64_BIT_DIRECTORY) throw new ReadError("cut-short");
  return {
    count: Number(file.readBigUInt64LE(end64 + 32)),
    offset: Number(file.readBigUInt64LE(end64 + 48)),
  };
}

function entryAt(file: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const name = file.toString("utf8", at + 46, at + 46 + nameLength).replace(/\\/g, "/");
  const extra = file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const [bytes, packedBytes, local] = sizesOf64Bit(extra, [
    file.readUInt32LE(at + 24),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ]);
  if (file.readUInt32LE(local) !== LOCAL_ENTRY)
    throw new ReadError("damaged", `part ${name} is not in its place`);
  if (
    !file.subarray(local + 30, local + 30 + nameLength).equals(file.subarray(at + 46, at + 46 + nameLength))
  ) {
    throw new ReadError("damaged", `part ${name} is named differently in two places`);
  }
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (start + packedBytes > file.length) throw new ReadError("cut-short");
  return {
    name,
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    bytes,
    packedBytes,
    start,
  };
}

/** Fills in what the 64-bit extra field holds in place of 32-bit numbers that are too small for it. */
function sizesOf64Bit(extra: Buffer, sizes: [number, number, number]): [number, number, number] {
  if (!sizes.includes(UNKNOWN_32)) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const take = (size: number): number => {
      if (size !== UNKNOWN_32) return size;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    return [take(sizes[0]), take(sizes[1]), take(sizes[2])];
  }
  return sizes;
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name, flags } of entries) {
    const pathLike = name.startsWith("/") || /(^|\/)\.\.?(\/|$)/.test(name) || /^[A-Za-z]:/.test(name);
    const shown = JSON.stringify(name.slice(0, 80));
    if (pathLike || name.includes("\0") || name === "") throw new ReadError("unsafe-name", shown);
    if (seen.has(name.toLowerCase())) throw new ReadError("unsafe-name", `${shown} twice`);
    if ((flags & 1) !== 0) throw new ReadError("encrypted");
    seen.add(name.toLowerCase());
  }
}

function checkSizes(entries: readonly ZipEntry[]): void {
  let total = 0;
  let packed = 0;
  for (const { name, bytes, packedBytes } of entries) {
    total += bytes;
    packed += packedBytes;
    const ratio = bytes / Math.max(1, packedBytes);
    const swollen = bytes > LIMITS.ratioFromBytes && ratio > LIMITS.ratio;
    if (swollen || total > LIMITS.totalBytes) throw new ReadError("swollen", `part ${name}`);
  }
  if (total > LIMITS.totalRatioFromBytes && total / packed > LIMITS.totalRatio) {
    throw new ReadError("swollen", "all its parts together");
  }
}

function checkOverlaps(entries: readonly ZipEntry[]): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const entry of sorted) {
    if (entry.start < end) throw new ReadError("damaged", `part ${entry.name} overlaps another one`);
    end = entry.start + entry.packedBytes;
  }
}
