import { LIMITS } from "./limits.ts";
import { ReadError } from "./read-error.ts";
import { utf8Bytes } from "./utf8-pieces.ts";
import { type Attributes, attributesOf } from "./xml-elements.ts";

/** An element of a small part and where it stands in the part's text, so that the text can be edited in place. */
export interface XmlElement {
  /** The name without its prefix. */
  readonly local: string;
  readonly prefix: string;
  readonly attributes: Attributes;
  readonly children: XmlElement[];
  /** `text[start, end)` is the whole element, `text[openEnd, closeStart)` what it holds. */
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

/** A small part's text and its elements. */
export interface XmlDocument {
  readonly text: string;
  readonly root: XmlElement;
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MARKUP =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!\[CDATA\[[\s\S]*?\]\]>|(\/?)(?:([^\s/>:!?]+):)?([^\s/>:!?]+)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'<>])*)>|[\s\S]?)/g;

/** Reads a part's elements. What is not well-formed is refused. */
export function parseXml(part: string, bytes: Buffer): XmlDocument {
  const text = asDeclaredUtf8(utf8Bytes(bytes, part).toString("utf8"));
  if (hasEndlessTag(text)) throw new ReadError("too-large", `part ${part}`);
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  for (const match of text.matchAll(MARKUP)) {
    const [markup, slash, space, local, rest = ""] = match;
    const prefix = space === undefined ? "" : `${space}:`;
    if (markup === "<!") throw new ReadError("document-type", `part ${part}`);
    if (local === undefined) {
      if (/^<[!?]/.test(markup) && markup.length > 2) continue;
      throw new ReadError("broken-xml", `part ${part}`);
    }
    if (slash === "/") {
      const element = open.pop();
      if (element?.local !== local || element.prefix !== prefix)
        throw new ReadError("broken-xml", `part ${part}`);
      element.closeStart = match.index;
      element.end = match.index + markup.length;
      continue;
    }
    if (++count > LIMITS.elements) throw new ReadError("too-large", `part ${part}`);
    const element = elementOf(match.index, markup.length, prefix, local, rest);
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else if (root) throw new ReadError("broken-xml", `part ${part}`);
    root ??= element;
    if (!rest.endsWith("/")) open.push(element);
  }
  if (root === null || open.length > 0) throw new ReadError("broken-xml", `part ${part}`);
  return { text, root };
}

/** A pattern takes room by the length of what it finds. */
function hasEndlessTag(text: string): boolean {
  for (let at = text.indexOf("<"); at >= 0; ) {
    const next = text.indexOf("<", at + 1);
    if ((next < 0 ? text.length : next) - at > LIMITS.tokenBytes) return true;
    at = next;
  }
  return false;
}

function elementOf(start: number, length: number, prefix: string, local: string, rest: string): XmlElement {
  const end = start + length;
  return {
    local,
    prefix,
    get attributes() {
      return attributesOf(rest);
    },
    children: [],
    start,
    openEnd: end,
    closeStart: end,
    end,
  };
}

/** The text will be written as UTF-8, whatever it was. */
function asDeclaredUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding=)(["'])[^"']*\2/, "$1$2UTF-8$2");
}

export function childOf(element: XmlElement, local: string): XmlElement | null {
  return element.children.find((child) => child.local === local && child.prefix === element.prefix) ?? null;
}

/** The element as it stands in the text. */
export function outerText(document: XmlDocument, element: XmlElement): string {
  return document.text.slice(element.start, element.end);
}

export function innerText(document: XmlDocument, element: XmlElement): string {
  return document.text.slice(element.openEnd, element.closeStart);
}

/** The text with all edits made; they may not overlap. */
export function editedText(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let result = "";
  for (const edit of sorted) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Adds text at the end of what an element holds, and sets its `count`, where it has one. */
export function appendEdits(
  document: XmlDocument,
  element: XmlElement,
  added: string,
  count?: number,
): Edit[] {
  if (added === "") return [];
  const tag = document.text.slice(element.start, element.openEnd);
  const counted = count === undefined ? tag : tag.replace(/(\scount\s*=\s*["'])\d*/, `$1${count}`);
  if (element.openEnd < element.end) {
    return [
      { start: element.start, end: element.openEnd, text: counted },
      { start: element.closeStart, end: element.closeStart, text: added },
    ];
  }
  const name = element.prefix + element.local;
  const text = `${counted.replace(/\s*\/>$/, ">")}${added}</${name}>`;
  return [{ start: element.start, end: element.end, text }];
}

/** Gives every element of plain XML the prefix that the other vocabulary's elements have in a part. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`);
}
