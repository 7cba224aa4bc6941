import type { ContentTypes } from "./content-types.ts";
import { readRelations, relationsPartOf } from "./relations.ts";
import { escapedXml } from "./xml-text.ts";
import type { ZipPackage } from "./zip-package.ts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** What a copied part becomes; `part` is its name in the report. */
export type PartEdit = (text: string, part: string) => string;

/** Copies parts of one package, and what they lead to, under names that are free in another one. */
export class PartCopies {
  readonly parts = new Map<string, Buffer>();
  readonly types = new Map<string, string>();
  readonly #from: ZipPackage;
  readonly #fromTypes: ContentTypes;
  readonly #taken: Set<string>;
  readonly #copies = new Map<string, string>();

  constructor(from: ZipPackage, fromTypes: ContentTypes, taken: Iterable<string>) {
    this.#from = from;
    this.#fromTypes = fromTypes;
    this.#taken = new Set([...taken].map((name) => name.toLowerCase()));
  }

  /** A free name beside others of its kind: `xl/charts/chart7.xml`. */
  freeName(like: string): string {
    const [, stem = like, ending = ""] = /^(.*?)\d*(\.[^.]*)$/.exec(like) ?? [];
    let number = 1;
    while (this.#taken.has(`${stem}${number}${ending}`.toLowerCase())) number++;
    const name = `${stem}${number}${ending}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }

  /** Copies a part and all that it leads to; says under which name it stands now. */
  copy(part: string, edit: PartEdit, name = this.freeName(part)): string {
    const known = this.#copies.get(part);
    if (known !== undefined) return known;
    this.#copies.set(part, name);
    const bytes = this.#from.read(part);
    const isText = /\.(xml|vml)$/i.test(part);
    this.parts.set(name, isText ? Buffer.from(edit(bytes.toString("utf8"), part)) : bytes);
    this.types.set(name, this.#fromTypes.typeOf(part));
    const relations = this.#relations(part, edit, this.parts.get(name)?.toString("latin1") ?? "");
    if (relations !== null) this.parts.set(relationsPartOf(name), Buffer.from(relations));
    return name;
  }

  /** The relations that the edited part still uses, with their new targets. */
  #relations(part: string, edit: PartEdit, edited: string): string | null {
    const used = readRelations(this.#from, part).filter(({ id }) => edited.includes(`"${id}"`));
    const items = used.map(({ id, type, target, external }) => {
      const place = external ? `${escapedXml(target)}" TargetMode="External` : `/${this.copy(target, edit)}`;
      return `<Relationship Id="${escapedXml(id)}" Type="${escapedXml(type)}" Target="${place}"/>`;
    });
    if (items.length === 0) return null;
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}">${items.join("")}</Relationships>`;
  }
}

/** All parts that some parts lead to, themselves included; `without` are not entered. */
export function partsReachedFrom(
  file: ZipPackage,
  roots: readonly string[],
  without: ReadonlySet<string>,
): Set<string> {
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const key = part.toLowerCase();
    if (reached.has(key) || without.has(key)) continue;
    reached.add(key);
    for (const { target, external } of readRelations(file, part)) if (!external) waiting.push(target);
  }
  return reached;
}
