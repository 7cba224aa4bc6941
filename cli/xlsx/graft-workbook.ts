import { type Relation, readRelations } from "./relations.ts";
import { MARKER, workbookPartOf } from "./workbook.ts";
import { relationIdOf } from "./xml-elements.ts";
import { unescapedXml } from "./xml-text.ts";
import { childOf, innerText, parseXml, type XmlDocument, type XmlElement } from "./xml-tree.ts";
import type { ZipPackage } from "./zip-package.ts";

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly index: number;
  readonly part: string | null;
}

export interface NameOfCells {
  readonly element: XmlElement;
  readonly name: string;
  /** The sheet that it belongs to, or null where it belongs to the workbook. */
  readonly sheet: number | null;
  readonly formula: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  readonly part: string;
  readonly document: XmlDocument;
  readonly relations: readonly Relation[];
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly NameOfCells[];
  /** The sheets that Pipecast added, by their names in the report. */
  readonly ours: ReadonlyMap<string, ListedSheet>;
}

export function readWorkbookPart(file: ZipPackage): WorkbookPart {
  const part = workbookPartOf(file);
  const document = parseXml(part, file.read(part));
  const relations = readRelations(file, part);
  const sheets = listSheets(document, relations);
  const names = (childOf(document.root, "definedNames")?.children ?? []).map((element) => ({
    element,
    name: element.attributes.get("name") ?? "",
    sheet: element.attributes.has("localSheetId") ? Number(element.attributes.get("localSheetId")) : null,
    formula: unescapedXml(innerText(document, element)),
  }));
  return { part, document, relations, sheets, names, ours: ourSheets(sheets, names) };
}

function listSheets(document: XmlDocument, relations: readonly Relation[]): ListedSheet[] {
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  return (childOf(document.root, "sheets")?.children ?? []).map(({ attributes }, index) => ({
    name: attributes.get("name") ?? "",
    sheetId: Number(attributes.get("sheetId")),
    index,
    part: targets.get(relationIdOf(attributes) ?? "") ?? null,
  }));
}

/** Excel copies a sheet's hidden names with it: of several sheets with one mark, the first made is ours. */
function ourSheets(sheets: readonly ListedSheet[], names: readonly NameOfCells[]): Map<string, ListedSheet> {
  const ours = new Map<string, ListedSheet>();
  for (const { name, sheet, formula } of names) {
    const marked = name === MARKER && sheet !== null ? sheets[sheet] : undefined;
    const wanted = /^"(.*)"$/.exec(formula)?.[1];
    if (marked === undefined || marked.part === null || wanted === undefined) continue;
    const earlier = ours.get(wanted);
    if (earlier === undefined || marked.sheetId < earlier.sheetId) ours.set(wanted, marked);
  }
  return ours;
}
