import * as zlib from "node:zlib";

/** The checksum of zip archives, continued from an earlier one. Node has its own from 20.15. */
export const crc32: (bytes: Uint8Array, earlier?: number) => number =
  typeof zlib.crc32 === "function" ? zlib.crc32 : tableCrc32;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** The same in plain JavaScript. */
export function tableCrc32(bytes: Uint8Array, earlier = 0): number {
  let crc = ~earlier;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
