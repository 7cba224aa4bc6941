import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { ZipPackage } from "../../../cli/xlsx/zip-package.ts";
import { writeZip } from "../../../cli/xlsx/zip-writer.ts";
import { readRowGrids } from "../../helpers/row-grids.ts";
import { workbookOf } from "./handmade-workbook.ts";

const READ = [{ sheet: "Deals", rows: [["Deal"]] }];

/** The same archive with every number of its directory moved into 64-bit fields. */
function as64Bit(file: Buffer): Buffer {
  const end = file.length - 22;
  const count = file.readUInt16LE(end + 10);
  const offset = file.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = offset; at < end; at += 46 + file.readUInt16LE(at + 28)) entries.push(wideEntry(file, at));
  const directory = Buffer.concat(entries);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + directory.length), 8);
  const last = Buffer.alloc(22, 0xff);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(0, 20);
  return Buffer.concat([file.subarray(0, offset), directory, end64, locator, last]);
}

function wideEntry(file: Buffer, at: number): Buffer {
  const entry = Buffer.from(file.subarray(at, at + 46 + file.readUInt16LE(at + 28)));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  [24, 20, 42].forEach((from, index) => {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(from)), 4 + 8 * index);
    entry.writeUInt32LE(0xffffffff, from);
  });
  entry.writeUInt16LE(28, 30);
  return Buffer.concat([entry, extra]);
}

test("reads archives with 64-bit directories", async () => {
  expect(await readRowGrids(as64Bit(workbookOf()))).toEqual(READ);
});

test("reads parts that are stored without packing, and names with backslashes", async () => {
  const source = new ZipPackage(workbookOf());
  const stored = source.entries.map((entry) => {
    const bytes = source.read(entry.name);
    const name = entry.name.replaceAll("/", "\\");
    return { entry: { ...entry, name, method: 0, packedBytes: bytes.length }, packed: bytes };
  });
  expect(await readRowGrids(writeZip(stored))).toEqual(READ);
});

test("finds the directory behind a comment", async () => {
  const file = Buffer.concat([workbookOf(), Buffer.from("a comment")]);
  file.writeUInt16LE("a comment".length, file.length - "a comment".length - 2);
  expect(await readRowGrids(file)).toEqual(READ);
});

test("what is written reads back, byte for byte, and twice alike", () => {
  const parts = [
    { name: "a/große.bin", bytes: randomBytes(70_000) },
    { name: "empty.xml", bytes: Buffer.alloc(0) },
  ];
  const file = writeZip(parts);
  const read = new ZipPackage(file);
  for (const { name, bytes } of parts) expect(read.read(name).equals(bytes)).toBe(true);
  expect(writeZip(parts).equals(file)).toBe(true);
});
