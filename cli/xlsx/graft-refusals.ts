import { GraftError } from "./graft-error.ts";
import type { WorkbookPart } from "./graft-workbook.ts";
import { readRelations } from "./relations.ts";
import { childOf } from "./xml-tree.ts";
import type { ZipPackage } from "./zip-package.ts";

const STRICT = "http://purl.oclc.org/ooxml/";

/** Refuses workbooks that would be harmed by new sheets, or whose owner has forbidden them. */
export function refuseUngraftable(file: ZipPackage, workbook: WorkbookPart): void {
  const packageKinds = readRelations(file, "").map(({ type }) => type);
  const isSigned =
    packageKinds.some((type) => type.includes("digital-signature")) ||
    file.entries.some(({ name }) => /^_xmlsignatures\//i.test(name));
  if (isSigned) throw new GraftError("signed");
  const { root } = workbook.document;
  const namespaces = [
    ...root.attributes.values(),
    ...workbook.relations.map(({ type }) => type),
    ...packageKinds,
  ];
  if (namespaces.some((name) => name.startsWith(STRICT))) throw new GraftError("strict");
  const protection = childOf(root, "workbookProtection")?.attributes.get("lockStructure") ?? "0";
  if (/^(1|true|on)$/i.test(protection)) throw new GraftError("protected");
  if (workbook.relations.some(({ kind }) => kind === "revisionHeaders")) throw new GraftError("shared");
}
