import { ReadError } from "./read-error.ts";

const COMPOUND_FILE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ENCRYPTED_STREAM = Buffer.from("EncryptedPackage", "utf16le");

/** Names the file for what it is, where it is no zip archive at all. */
export function refuseForeignFile(file: Buffer): void {
  if (file.length === 0) throw new ReadError("empty");
  if (file.subarray(0, 8).equals(COMPOUND_FILE)) {
    throw new ReadError(file.includes(ENCRYPTED_STREAM) ? "encrypted" : "legacy");
  }
  if (file[0] === 0x50 && file[1] === 0x4b) return;
  if (file[0] === 0x09 && file[1] !== undefined && [0, 2, 4, 8].includes(file[1]) && file[3] === 0) {
    throw new ReadError("legacy");
  }
  const head = textHead(file);
  if (head === null) throw new ReadError("damaged", "it does not begin as a workbook does");
  if (/schemas-microsoft-com:office:spreadsheet/.test(head)) throw new ReadError("xml-spreadsheet");
  if (/<(!doctype html|html|head|body|table|meta|script)\b/i.test(head)) throw new ReadError("web-page");
  throw new ReadError("plain-text");
}

/** The beginning as text, or null where it is none. */
function textHead(file: Buffer): string | null {
  const head = file.subarray(0, 4096);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = wide ? head.toString("utf16le") : head.toString("utf8");
  return /(?![\t\n\r\f])\p{Cc}/u.test(text) ? null : text;
}

/** Names a zip archive that is no workbook for what it is. */
export function refuseForeignPackage(names: readonly string[]): never {
  const lower = new Set(names.map((name) => name.toLowerCase()));
  if (lower.has("xl/workbook.bin")) throw new ReadError("binary-workbook");
  if (lower.has("content.xml") && lower.has("mimetype")) throw new ReadError("open-document");
  throw new ReadError("other-package");
}
