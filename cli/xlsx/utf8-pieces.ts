import { TextDecoder } from "node:util";
import { ReadError } from "./read-error.ts";

/** Bytes of any encoding that XML may declare, as UTF-8 without a byte order mark. */
export async function* utf8Pieces(pieces: AsyncIterable<Buffer>, part: string): AsyncGenerator<Buffer, void> {
  let decoder: TextDecoder | null | undefined;
  for await (const piece of pieces) {
    let bytes = piece;
    if (decoder === undefined) {
      const encoding = encodingOf(piece);
      decoder = encoding === "utf-8" ? null : decoderOf(encoding, part);
      if (hasUtf8Mark(piece)) bytes = piece.subarray(3);
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
}

/** The same for a part that is held whole. */
export function utf8Bytes(bytes: Buffer, part: string): Buffer {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return Buffer.from(decoderOf(encoding, part).decode(bytes));
  return hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
}

function hasUtf8Mark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Told by the byte order mark, by the zeros of wide characters, or by the XML declaration. */
function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const declared = /^[^>]*?encoding\s*=\s*["']([^"']+)/.exec(bytes.toString("latin1", 0, 200))?.[1];
  const named = declared?.toLowerCase() ?? "utf-8";
  return /^(utf-?8|us-ascii|utf-?16)$/.test(named) ? "utf-8" : named;
}

function decoderOf(encoding: string, part: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new ReadError("damaged", `part ${part} is in the unknown encoding ${encoding.slice(0, 40)}`);
  }
}
