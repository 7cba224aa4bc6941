import { CONTENT_TYPES, ContentTypes } from "./content-types.ts";
import { graftNames } from "./graft-names.ts";
import { refuseUngraftable } from "./graft-refusals.ts";
import { graftedSheet, type SheetNames, sharedItemsOf, withNamesInFormulas } from "./graft-sheet.ts";
import { type GraftedStyles, graftStyles } from "./graft-styles.ts";
import { readWorkbookPart, type WorkbookPart } from "./graft-workbook.ts";
import { editedWorkbook, type NewSheet } from "./graft-workbook-edits.ts";
import { PartCopies, type PartEdit, partsReachedFrom } from "./part-copies.ts";
import { relationsPartOf } from "./relations.ts";
import { escapedXml } from "./xml-text.ts";
import { appendEdits, editedText, parseXml } from "./xml-tree.ts";
import { ZipPackage } from "./zip-package.ts";
import { type OutgoingPart, writeZip } from "./zip-writer.ts";

/** The user's workbook with the report's sheets in it, and what its owner should know. */
export interface Graft {
  readonly bytes: Buffer;
  /** The sheets as they are named now. */
  readonly sheets: readonly string[];
  /** Sheets that got another name, because one of the user's own has theirs, or the user renamed ours. */
  readonly renamed: readonly { readonly wanted: string; readonly given: string }[];
  /** Names of cells that were left to the user, who uses them for something else. */
  readonly takenNames: readonly string[];
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const EMPTY_RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
const EMPTY_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/**
 * Adds the sheets of a report to the user's workbook, or renews those that are there. Every part that is not
 * Pipecast's stays byte for byte, but for the lists that must name the sheets: workbook, its relations, content
 * types and styles (which only grow). The same report twice gives the same bytes as once.
 * @throws GraftError where nothing may be added; ReadError where the file cannot be read.
 */
export function graftReport(user: Uint8Array, report: Uint8Array): Graft {
  const into = new ZipPackage(user);
  const from = new ZipPackage(report);
  const workbook = readWorkbookPart(into);
  refuseUngraftable(into, workbook);
  const source = readWorkbookPart(from);
  const names = givenNames(workbook, source);
  const removed = partsOfOurSheets(into, workbook, names);
  const copies = new PartCopies(from, new ContentTypes(from), remainingNames(into, removed));
  const styles = stylesWith(into, workbook, from, source, copies);
  const sheets = copySheets(copies, workbook, source, names, sheetEdit(from, source, styles.grafted, names));
  const cellNames = graftNames(workbook, source, names, indexes(workbook, sheets));
  const relations = relationsWith(into, workbook, sheets, styles);
  const types = new Map([...(styles.isNew ? [[styles.part, STYLES_TYPE] as const] : []), ...copies.types]);
  const changed = new Map([
    [workbook.part, editedWorkbook(workbook, sheets, relations.idOf, cellNames.xml)],
    [relationsPartOf(workbook.part), relations.text],
    [styles.part, styles.grafted.text],
    [CONTENT_TYPES, new ContentTypes(into).changed(removed, types)],
  ]);
  const renamed = [...names].filter(([wanted, given]) => wanted !== given);
  return {
    bytes: writeZip(outgoingParts(into, removed, changed, copies.parts)),
    sheets: [...names.values()],
    renamed: renamed.map(([wanted, given]) => ({ wanted, given })),
    takenNames: cellNames.taken,
  };
}

interface StylesPart {
  readonly part: string;
  readonly isNew: boolean;
  readonly grafted: GraftedStyles;
}

/** The styles of both; a workbook without any gets the plainest ones first. */
function stylesWith(
  into: ZipPackage,
  workbook: WorkbookPart,
  from: ZipPackage,
  source: WorkbookPart,
  copies: PartCopies,
): StylesPart {
  const listed = workbook.relations.find(({ kind }) => kind === "styles")?.target;
  const part = listed ?? copies.freeName("xl/styles.xml");
  const isNew = !into.has(part);
  const own = isNew ? Buffer.from(EMPTY_STYLES) : into.read(part);
  return { part, isNew, grafted: graftStyles(part, own, from.read(partOfKind(source, "styles"))) };
}

/** What becomes of a copied part: sheets get their styles, texts and links; all get the sheets' new names. */
function sheetEdit(
  from: ZipPackage,
  source: WorkbookPart,
  styles: GraftedStyles,
  names: SheetNames,
): PartEdit {
  const shared = sharedItemsOf(from, partOfKind(source, "sharedStrings"));
  const isSheet = (part: string): boolean => source.sheets.some((sheet) => sheet.part === part);
  return (text, part) =>
    isSheet(part) ? graftedSheet(text, styles, shared, names) : withNamesInFormulas(text, names);
}

/** Copies the report's sheets; a renewed one takes the place of its earlier part. */
function copySheets(
  copies: PartCopies,
  workbook: WorkbookPart,
  source: WorkbookPart,
  names: SheetNames,
  edit: PartEdit,
): NewSheet[] {
  return source.sheets.map(({ name, part }) => {
    const earlier = workbook.ours.get(name)?.part ?? null;
    const place = earlier ?? copies.freeName("xl/worksheets/sheet1.xml");
    return {
      name: names.get(name) ?? name,
      part: copies.copy(part ?? "", edit, place),
      isNew: earlier === null,
    };
  });
}

function partOfKind(workbook: WorkbookPart, wanted: string): string {
  return workbook.relations.find(({ kind }) => kind === wanted)?.target ?? "";
}

/** Our sheets keep the names they have; new ones get theirs, or the next that is free. */
function givenNames(workbook: WorkbookPart, source: WorkbookPart): SheetNames {
  const used = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const { name } of source.sheets) {
    let given = workbook.ours.get(name)?.name ?? name;
    if (!workbook.ours.has(name)) {
      for (let number = 2; used.has(given.toLowerCase()); number++) given = `${name} (${number})`;
    }
    used.add(given.toLowerCase());
    names.set(name, given);
  }
  return names;
}

/** What our earlier sheets lead to and nothing else does, in lower case; goes before they are written anew. */
function partsOfOurSheets(file: ZipPackage, workbook: WorkbookPart, names: SheetNames): Set<string> {
  const renewed = [...names.keys()].flatMap((name) => workbook.ours.get(name)?.part ?? []);
  const ours = partsReachedFrom(file, renewed, new Set());
  const others = partsReachedFrom(file, [""], new Set(renewed.map((part) => part.toLowerCase())));
  const removed = [...ours].filter((part) => !others.has(part));
  return new Set([...removed, ...removed.map((part) => relationsPartOf(part).toLowerCase())]);
}

function remainingNames(file: ZipPackage, removed: ReadonlySet<string>): string[] {
  return file.entries.map(({ name }) => name).filter((name) => !removed.has(name.toLowerCase()));
}

/** Where each sheet stands among the tabs, once the new ones are at their end. */
function indexes(workbook: WorkbookPart, sheets: readonly NewSheet[]): Map<string, number> {
  const order = [
    ...workbook.sheets.map(({ name }) => name),
    ...sheets.filter(({ isNew }) => isNew).map(({ name }) => name),
  ];
  return new Map(order.map((name, index) => [name, index]));
}

interface RelationsPart {
  readonly text: string;
  readonly idOf: (part: string) => string;
}

/** The workbook's relations with one for each new sheet. */
function relationsWith(
  file: ZipPackage,
  workbook: WorkbookPart,
  sheets: readonly NewSheet[],
  styles: StylesPart,
): RelationsPart {
  const part = relationsPartOf(workbook.part);
  const document = parseXml(part, file.has(part) ? file.read(part) : Buffer.from(EMPTY_RELATIONS));
  const used = workbook.relations.map(({ id }) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0));
  let last = Math.max(0, ...used);
  const ids = new Map<string, string>();
  const added = [
    ...sheets.filter(({ isNew }) => isNew).map((sheet) => [sheet.part, "worksheet"] as const),
    ...(styles.isNew ? [[styles.part, "styles"] as const] : []),
  ].map(([target, kind]) => {
    ids.set(target, `rId${++last}`);
    return `<${document.root.prefix}Relationship Id="rId${last}" Type="${OFFICE}/${kind}" Target="/${escapedXml(target)}"/>`;
  });
  const text = editedText(document.text, appendEdits(document, document.root, added.join("")));
  return { text, idOf: (target) => ids.get(target) ?? "" };
}

/** The user's parts in their order, packed as they were; then ours. */
function outgoingParts(
  file: ZipPackage,
  removed: ReadonlySet<string>,
  changed: ReadonlyMap<string, string>,
  ours: ReadonlyMap<string, Buffer>,
): OutgoingPart[] {
  const edited = new Map([...changed].map(([name, text]) => [name.toLowerCase(), text]));
  const parts: OutgoingPart[] = [];
  for (const entry of file.entries) {
    const text = edited.get(entry.name.toLowerCase());
    edited.delete(entry.name.toLowerCase());
    if (text !== undefined) parts.push({ name: entry.name, bytes: Buffer.from(text) });
    else if (!removed.has(entry.name.toLowerCase())) parts.push({ entry, packed: file.packed(entry) });
  }
  for (const [name, text] of changed)
    if (edited.has(name.toLowerCase())) parts.push({ name, bytes: Buffer.from(text) });
  for (const [name, bytes] of ours) parts.push({ name, bytes });
  return parts;
}
