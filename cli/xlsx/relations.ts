import { eachElement } from "./xml-elements.ts";
import type { ZipPackage } from "./zip-package.ts";

/** A link from one part of a workbook to another one. */
export interface Relation {
  readonly id: string;
  /** The last word of the type, the same in transitional and strict workbooks: `worksheet`, `styles` … */
  readonly kind: string;
  readonly type: string;
  /** The target's part name; of an external one, its address. */
  readonly target: string;
  readonly external: boolean;
}

/** Where the relations of a part stand. */
export function relationsPartOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relations of a part ("" for the package itself). */
export function readRelations(file: ZipPackage, part: string): Relation[] {
  const own = relationsPartOf(part);
  const relations: Relation[] = [];
  if (!file.has(own)) return relations;
  eachElement(own, file.read(own), (name, read) => {
    if (name !== "Relationship") return;
    const attributes = read();
    const type = attributes.get("Type") ?? "";
    const target = attributes.get("Target") ?? "";
    const external = attributes.get("TargetMode") === "External";
    relations.push({
      id: attributes.get("Id") ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      type,
      target: external ? target : partOfTarget(part, target),
      external,
    });
  });
  return relations;
}

/** The part that a relation's target names, be it absolute or relative to the part that refers to it. */
export function partOfTarget(part: string, target: string): string {
  const folder = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  const path: string[] = [...folder];
  for (const step of decoded(target).replace(/\\/g, "/").split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function decoded(target: string): string {
  try {
    return decodeURI(target.split("#")[0] ?? "");
  } catch {
    return target;
  }
}
