import { utf8Bytes } from "./utf8-pieces.ts";
import { type XmlHandler, XmlScanner } from "./xml-scanner.ts";
import { textOf, unescapedXml } from "./xml-text.ts";

export type Attributes = ReadonlyMap<string, string>;

/** Goes through the elements of a part: each with its attributes, read when asked for, and its parent's name. */
export function eachElement(
  part: string,
  bytes: Buffer,
  visit: (name: string, attributes: () => Attributes, parent: string) => void,
): void {
  const parents: string[] = [];
  const handler: XmlHandler = {
    open(piece, name, nameEnd, end) {
      const own = piece.toString("latin1", name, nameEnd);
      if (own !== "")
        visit(own, () => attributesOf(piece.toString("utf8", nameEnd, end)), parents.at(-1) ?? "");
      parents.push(own);
    },
    close: () => parents.pop(),
    text: () => {},
  };
  scanWhole(part, bytes, handler);
}

/** Runs a whole part through a handler. */
export function scanWhole(part: string, bytes: Buffer, handler: XmlHandler): void {
  const scanner = new XmlScanner(part, handler);
  const utf8 = utf8Bytes(bytes, part);
  for (let at = 0; at < utf8.length; at += 1 << 20) scanner.write(utf8.subarray(at, at + (1 << 20)));
  scanner.end();
}

/** Names begin after a space: tried at every letter, a hostile tag of a megabyte without any would take minutes. */
const ATTRIBUTE = /(?<!\S)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A tag's attributes by their names, prefixes kept. */
export function attributesOf(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, unescapedXml(double ?? single ?? ""));
  }
  return attributes;
}

/** The value of the relation id, whose prefix is free: `r:id`, `rel:id`. */
export function relationIdOf(attributes: Attributes): string | null {
  for (const [name, value] of attributes) if (name.endsWith(":id")) return value;
  return null;
}

/** All text of the elements of one name. */
export function textsOf(part: string, bytes: Buffer, wanted: string): string[] {
  const texts: string[] = [];
  let inside = false;
  scanWhole(part, bytes, {
    open(piece, name, nameEnd) {
      inside = piece.toString("latin1", name, nameEnd) === wanted;
    },
    close() {
      inside = false;
    },
    text(piece, start, end) {
      if (inside) texts.push(textOf(piece, start, end));
    },
  });
  return texts;
}
