import { isUtf8 } from "node:buffer";

/** What bytes 0x80 to 0x9F are in Windows-1252; Node 20 decodes them as control characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Makes bytes of which each line feed, quotation mark and delimiter is one byte out of the pieces of a file: UTF-16
 * with its mark, or told by its zero bytes, becomes UTF-8; all else stays as it is.
 * @param start the first bytes of the file.
 */
export function recoder(start: Uint8Array): (piece: Uint8Array) => Buffer {
  const encoding = markedUtf16(start) ?? unmarkedUtf16(start);
  if (encoding === null) return (piece) => Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  const decoder = new TextDecoder(encoding);
  return (piece) => Buffer.from(decoder.decode(piece, { stream: true }));
}

/**
 * The text of bytes in UTF-8; null where they are not.
 * @example utf8Text(Buffer.from([0xe9, 0x74, 0xe9]), 0, 3) // => null
 */
export function utf8Text(bytes: Buffer, start: number, end: number): string | null {
  const text = bytes.toString("utf8", start, end);
  return text.includes("\ufffd") && !isUtf8(bytes.subarray(start, end)) ? null : text;
}

/**
 * The text of bytes in Windows-1252, which older versions of Excel write.
 * @example windows1252Text(Buffer.from([0xe9, 0x74, 0xe9]), 0, 3) // => "été"
 */
export function windows1252Text(bytes: Buffer, start: number, end: number): string {
  return bytes
    .toString("latin1", start, end)
    .replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
}

function markedUtf16([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Latin text in UTF-16 has a zero in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, 1_000);
  const zeros = [0, 0] as [number, number];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  });
  if (zeros[1] > head.length / 4 && zeros[0] === 0) return "utf-16le";
  return zeros[0] > head.length / 4 && zeros[1] === 0 ? "utf-16be" : null;
}
