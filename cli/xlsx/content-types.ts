import { escapedXml } from "./xml-text.ts";
import { appendEdits, type Edit, editedText, parseXml, type XmlDocument } from "./xml-tree.ts";
import type { ZipPackage } from "./zip-package.ts";

export const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";

/** What kind of part each name stands for. */
export class ContentTypes {
  readonly #document: XmlDocument;

  constructor(file: ZipPackage) {
    this.#document = parseXml(CONTENT_TYPES, file.read(CONTENT_TYPES));
  }

  typeOf(part: string): string {
    const ending = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
    let byEnding = "application/xml";
    for (const { local, attributes } of this.#document.root.children) {
      const type = attributes.get("ContentType") ?? "";
      if (local === "Override" && attributes.get("PartName")?.toLowerCase() === `/${part}`.toLowerCase())
        return type;
      if (local === "Default" && attributes.get("Extension")?.toLowerCase() === ending) byEnding = type;
    }
    return byEnding;
  }

  /** The part's text without the removed parts and with the added ones. */
  changed(removed: ReadonlySet<string>, added: ReadonlyMap<string, string>): string {
    const { root, text } = this.#document;
    const gone = new Set([...removed, ...added.keys()].map((part) => `/${part}`.toLowerCase()));
    const edits: Edit[] = root.children
      .filter(
        ({ local, attributes }) =>
          local === "Override" && gone.has((attributes.get("PartName") ?? "").toLowerCase()),
      )
      .map(({ start, end }) => ({ start, end, text: "" }));
    const overrides = [...added].map(
      ([part, type]) =>
        `<${root.prefix}Override PartName="/${escapedXml(part)}" ContentType="${escapedXml(type)}"/>`,
    );
    const hasRelations = root.children.some(
      ({ local, attributes }) => local === "Default" && attributes.get("Extension")?.toLowerCase() === "rels",
    );
    const relations = hasRelations
      ? ""
      : `<${root.prefix}Default Extension="rels" ContentType="${RELATIONS_TYPE}"/>`;
    return editedText(text, [...edits, ...appendEdits(this.#document, root, relations + overrides.join(""))]);
  }
}
