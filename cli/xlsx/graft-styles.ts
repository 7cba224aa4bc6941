import { GraftError } from "./graft-error.ts";
import {
  appendEdits,
  childOf,
  type Edit,
  editedText,
  outerText,
  parseXml,
  withPrefix,
  type XmlDocument,
  type XmlElement,
} from "./xml-tree.ts";

/** The user's styles with the report's appended, and where each of the report's went. */
export interface GraftedStyles {
  readonly text: string;
  /** Index of a cell format in the report → in the user's workbook. */
  readonly cellFormat: (index: number) => number;
  readonly differentialFormat: (index: number) => number;
}

/** The order in which a styles part holds its lists. */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const FIRST_CUSTOM_FORMAT = 164;
const MOST_CELL_FORMATS = 65_000;

/** A list that grows at its end alone: what is there keeps its number, what is equal is not added again. */
class GrowingList {
  readonly #indexOf = new Map<string, number>();
  readonly added: string[] = [];
  #length: number;

  constructor(present: readonly string[]) {
    this.#length = present.length;
    present.forEach((item, index) => {
      if (!this.#indexOf.has(item)) this.#indexOf.set(item, index);
    });
  }

  get length(): number {
    return this.#length;
  }

  place(item: string): number {
    const known = this.#indexOf.get(item);
    if (known !== undefined) return known;
    this.#indexOf.set(item, this.#length);
    this.added.push(item);
    return this.#length++;
  }
}

/** Appends the report's styles to the user's; no style of the user changes its number. */
export function graftStyles(part: string, user: Buffer, report: Buffer): GraftedStyles {
  const into = parseXml(part, user);
  const from = parseXml("styles.xml of the report", report);
  const { prefix } = into.root;
  const lists = new Map(ORDER.map((name) => [name, new GrowingList(itemsOf(into, name))]));
  const append = (name: string, change: (xml: string) => string = (xml) => xml): number[] =>
    itemsOf(from, name).map((item) => listNamed(lists, name).place(withPrefix(change(item), prefix)));
  const formats = new NumberFormats(into, from, prefix);
  const places = { fontId: append("fonts"), fillId: append("fills"), borderId: append("borders") };
  const cellFormats = append("cellXfs", (xml) => movedFormat(xml, formats, places));
  const differential = append("dxfs");
  if (listNamed(lists, "cellXfs").length > MOST_CELL_FORMATS) throw new GraftError("full");
  const grown = ORDER.slice(1).flatMap((name) =>
    listEdits(into, name, listNamed(lists, name).added, listNamed(lists, name).length),
  );
  return {
    text: editedText(into.text, [...listEdits(into, "numFmts", formats.added, formats.count), ...grown]),
    cellFormat: (index) => cellFormats[index] ?? 0,
    differentialFormat: (index) => differential[index] ?? 0,
  };
}

/** A cell format that points at the new places of its font, fill, border and number format. */
function movedFormat(
  xml: string,
  formats: NumberFormats,
  places: Readonly<Record<"fontId" | "fillId" | "borderId", readonly number[]>>,
): string {
  let moved = xml
    .replace(/\bnumFmtId="(\d+)"/, (_, id) => `numFmtId="${formats.idOf(Number(id))}"`)
    .replace(/\bxfId="\d+"/, 'xfId="0"');
  for (const [kind, indexes] of Object.entries(places)) {
    moved = moved.replace(
      new RegExp(`\\b${kind}="(\\d+)"`),
      (_, id) => `${kind}="${indexes[Number(id)] ?? 0}"`,
    );
  }
  return moved;
}

function listNamed(lists: ReadonlyMap<string, GrowingList>, name: string): GrowingList {
  return lists.get(name) ?? new GrowingList([]);
}

function itemsOf(document: XmlDocument, list: string): string[] {
  return (childOf(document.root, list)?.children ?? []).map((item) => outerText(document, item));
}

/** Number formats have ids of their own; a code that is there already keeps its id. */
class NumberFormats {
  readonly added: string[] = [];
  count: number;
  readonly #reportCodes: ReadonlyMap<number, string>;
  readonly #idOfCode = new Map<string, number>();
  readonly #prefix: string;
  #next: number;

  constructor(into: XmlDocument, from: XmlDocument, prefix: string) {
    const present = codesOf(into);
    this.#reportCodes = codesOf(from);
    this.#prefix = prefix;
    this.count = present.size;
    this.#next = Math.max(FIRST_CUSTOM_FORMAT - 1, ...present.keys()) + 1;
    for (const [id, code] of present) if (!this.#idOfCode.has(code)) this.#idOfCode.set(code, id);
  }

  idOf(reportId: number): number {
    const code = this.#reportCodes.get(reportId);
    if (code === undefined) return reportId;
    const known = this.#idOfCode.get(code);
    if (known !== undefined) return known;
    const id = this.#next++;
    this.#idOfCode.set(code, id);
    this.added.push(`<${this.#prefix}numFmt numFmtId="${id}" formatCode="${escapedCode(code)}"/>`);
    this.count++;
    return id;
  }
}

function codesOf(document: XmlDocument): Map<number, string> {
  const formats: readonly XmlElement[] = childOf(document.root, "numFmts")?.children ?? [];
  return new Map(
    formats.map(({ attributes }) => [Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? ""]),
  );
}

function escapedCode(code: string): string {
  return code.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

/** Appends to a list, or makes the list at its place in the order. */
function listEdits(document: XmlDocument, name: string, added: readonly string[], count: number): Edit[] {
  if (added.length === 0) return [];
  const list = childOf(document.root, name);
  if (list) return appendEdits(document, list, added.join(""), count);
  const { prefix, children, openEnd } = document.root;
  const before = children.filter(({ local }) => ORDER.indexOf(local) < ORDER.indexOf(name)).at(-1);
  const at = before?.end ?? openEnd;
  const text = `<${prefix}${name} count="${count}">${added.join("")}</${prefix}${name}>`;
  return [{ start: at, end: at, text }];
}
