import { isUtf8 } from "node:buffer";

/** What bytes 0x80 to 0x9F are in Windows-1252; Node 20 decodes them as control characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const PIECE_BYTES = 1 << 24;
const UTF8_MARK = 3;

/**
 * The text of a file as UTF-8 without its mark: it is UTF-8, UTF-16 with its mark or told by its zero bytes, else
 * Windows-1252, which older versions of Excel write.
 * @example utf8Of(new Uint8Array([0xe9, 0x74, 0xe9])).toString() // => "été"
 */
export function utf8Of(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = markedUtf16(bytes) ?? unmarkedUtf16(bytes);
  if (wide !== null) return recoded(buffer, textOfUtf16(wide));
  if (!isUtf8(bytes)) return recoded(buffer, textOfWindows1252);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? buffer.subarray(UTF8_MARK) : buffer;
}

/** Piece by piece, since no text may be longer than half a gigabyte. */
function recoded(bytes: Buffer, textOf: (piece: Buffer) => string): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    pieces.push(Buffer.from(textOf(bytes.subarray(at, at + PIECE_BYTES))));
  return Buffer.concat(pieces);
}

function textOfUtf16(encoding: "utf-16le" | "utf-16be"): (piece: Buffer) => string {
  const decoder = new TextDecoder(encoding);
  return (piece) => decoder.decode(piece, { stream: true });
}

function textOfWindows1252(piece: Buffer): string {
  return piece
    .toString("latin1")
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
