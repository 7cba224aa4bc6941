const AMPERSAND = 38;
const CARRIAGE_RETURN = 13;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Characters that no XML may hold, or that it should not. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** The text that stands in the XML, its entities resolved. */
export function textOf(bytes: Buffer, start: number, end: number): string {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === AMPERSAND || byte === CARRIAGE_RETURN)
      return unescapedXml(bytes.toString("utf8", start, end));
  }
  return bytes.toString("utf8", start, end);
}

/** A cell's text: besides entities, a workbook writes characters that XML forbids as `_x000D_`. */
export function cellTextOf(bytes: Buffer, start: number, end: number): string {
  const text = textOf(bytes, start, end);
  return text.includes("_x") ? withoutEscapes(text) : text;
}

/** Resolves the five entities that XML knows, and numbered characters; leaves others as they stand. */
export function unescapedXml(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

/**
 * Resolves `_x000D_`; a literal one is written `_x005F_x000D_`.
 */
export function withoutEscapes(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Text as it may stand between tags and in attributes. */
export function escapedXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(FORBIDDEN, "");
}

/** What a cell's text is written as: without what XML forbids, and with what would be read as an escape escaped. */
export function withEscapes(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}
