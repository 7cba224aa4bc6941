import type { WorkbookPart } from "./graft-workbook.ts";
import { escapedXml } from "./xml-text.ts";
import { appendEdits, childOf, type Edit, editedText, outerText, type XmlElement } from "./xml-tree.ts";

export interface NewSheet {
  readonly name: string;
  readonly part: string;
  readonly isNew: boolean;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** What stands before the names, and what before the way of calculating. */
const BEFORE_NAMES = ["sheets", "functionGroups", "externalReferences"];

/** The workbook part with the new sheets, the renewed names, and the wish to calculate all when it is opened. */
export function editedWorkbook(
  workbook: WorkbookPart,
  sheets: readonly NewSheet[],
  relationIdOf: (part: string) => string,
  namesXml: string,
): string {
  const { document } = workbook;
  const list = childOf(document.root, "sheets");
  const added = sheets
    .filter(({ isNew }) => isNew)
    .map(({ name, part }, index) =>
      sheetXml(workbook, name, lastSheetId(workbook) + 1 + index, relationIdOf(part)),
    );
  return editedText(document.text, [
    ...(list ? appendEdits(document, list, added.join("")) : []),
    ...namesEdits(workbook, namesXml),
  ]);
}

function lastSheetId(workbook: WorkbookPart): number {
  return Math.max(0, ...workbook.sheets.map(({ sheetId }) => sheetId));
}

function sheetXml(workbook: WorkbookPart, name: string, sheetId: number, relationId: string): string {
  const { root } = workbook.document;
  const declared = [...root.attributes].find(([key, value]) => key.startsWith("xmlns:") && value === OFFICE);
  const prefix = declared?.[0].slice("xmlns:".length) ?? "r";
  const declaration = declared ? "" : ` xmlns:r="${OFFICE}"`;
  return `<${root.prefix}sheet${declaration} name="${escapedXml(name)}" sheetId="${sheetId}" ${prefix}:id="${relationId}"/>`;
}

/** Names and calculation stand side by side, so that one place serves both where they are missing. */
function namesEdits(workbook: WorkbookPart, namesXml: string): Edit[] {
  const { document } = workbook;
  const { root } = document;
  const names = childOf(root, "definedNames");
  const calculation = childOf(root, "calcPr");
  const wrapped = `<${root.prefix}definedNames>${namesXml}</${root.prefix}definedNames>`;
  const before = root.children.filter(({ local }) => BEFORE_NAMES.includes(local)).at(-1);
  const place = names ?? { start: before?.end ?? root.openEnd, end: before?.end ?? root.openEnd };
  const calculate = calculation ? "" : `<${root.prefix}calcPr fullCalcOnLoad="1"/>`;
  const edits = [{ start: place.start, end: place.end, text: wrapped + calculate }];
  return calculation ? [...edits, calculationEdit(outerText(document, calculation), calculation)] : edits;
}

/** Formulas that point at our sheets hold values from before: all are to be worked out anew. */
function calculationEdit(text: string, { start, end }: XmlElement): Edit {
  const without = text.replace(/\sfullCalcOnLoad="[^"]*"/, "");
  return { start, end, text: without.replace(/\s*(\/?>)/, ' fullCalcOnLoad="1"$1') };
}
