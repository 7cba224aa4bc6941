import { unzipSync } from "fflate";

/** What a file is by its content, whatever its name says. */
export type FileKind =
  | "workbook"
  | "binary-workbook"
  | "open-document"
  | "numbers"
  | "other-zip"
  | "broken-zip"
  | "encrypted"
  | "legacy-excel"
  | "other-office"
  | "web-page"
  | "xml-spreadsheet"
  | "pdf"
  | "empty"
  | "text"
  | "binary";

const ZIP_STARTS = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const UTF_16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Tells what a file is by its content.
 * @example fileKind(new TextEncoder().encode("id,stage")) // => "text"
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (ZIP_STARTS.some((start) => startsWith(bytes, start))) return kindOfZip(bytes);
  if (startsWith(bytes, OLE)) return kindOfCompoundFile(bytes);
  if (UTF_16_MARKS.some((mark) => startsWith(bytes, mark))) return "text";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2_000));
  return kindOfText(head);
}

function kindOfText(head: string): FileKind {
  const text = head.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (text.startsWith("%PDF")) return "pdf";
  if (/^<\?xml/i.test(text) && /urn:schemas-microsoft-com:office:spreadsheet/.test(text))
    return "xml-spreadsheet";
  if (/^<(!doctype html|html|head|body|table|meta|\?xml[^>]*>\s*<(!doctype )?html)/i.test(text))
    return "web-page";
  return looksBinary(head) ? "binary" : "text";
}

/** Control characters that no text holds; zero bytes are left to UTF-16 without its mark. */
function looksBinary(head: string): boolean {
  let odd = 0;
  for (const character of head) {
    const code = character.charCodeAt(0);
    if (code > 0 && code < 32 && !"\t\n\r\f\u001a".includes(character)) odd += 1;
  }
  return odd > head.length / 10;
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = entryNames(bytes);
  if (names === null) return "broken-zip";
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(^|\/)workbook\d*\.bin$/i)) return "binary-workbook";
  if (has(/^\[content_types\]\.xml$/i) && has(/(^|\/)(workbook\d*\.xml|worksheets\/.+\.xml)$/i))
    return "workbook";
  if (has(/^Index\/.*\.iwa$/i) || has(/^Index\.zip$/i)) return "numbers";
  return has(/^mimetype$/) && has(/^content\.xml$/) ? "open-document" : "other-zip";
}

/** The names in the archive's directory, or null where it has none that can be read. */
function entryNames(bytes: Uint8Array): readonly string[] | null {
  const names: string[] = [];
  const note = ({ name }: { readonly name: string }): boolean => {
    names.push(name);
    return false;
  };
  try {
    unzipSync(bytes, { filter: note });
    return names;
  } catch {
    return null;
  }
}

/** Names in a compound file's directory stand in UTF-16 at multiples of 128 bytes. */
function kindOfCompoundFile(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => {
    const needle = Buffer.from(`${name}\0`, "utf16le");
    for (let at = file.indexOf(needle); at >= 0; at = file.indexOf(needle, at + 1))
      if (at % 128 === 0) return true;
    return false;
  };
  if (has("EncryptedPackage")) return "encrypted";
  return has("Workbook") || has("Book") ? "legacy-excel" : "other-office";
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
