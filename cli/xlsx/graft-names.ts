import { quotedName, renamed, type SheetNames } from "./graft-sheet.ts";
import type { NameOfCells, WorkbookPart } from "./graft-workbook.ts";
import { MARKER } from "./workbook.ts";
import { escapedXml, unescapedXml } from "./xml-text.ts";
import { innerText, outerText } from "./xml-tree.ts";

/** Names that people build on begin so; they belong to Pipecast where they point at its sheets. */
const OUR_NAMES = /^pipecast_/i;
const GONE = "#N/A";

export interface GraftedNames {
  readonly xml: string;
  /** Names of the report that the user's workbook already uses for something else. */
  readonly taken: readonly string[];
}

/**
 * The workbook's names with the report's renewed: the user's stay as they are, in their order, before ours. A
 * name that the report no longer gives becomes `#N/A`, so that formulas say so and recover with it.
 */
export function graftNames(
  into: WorkbookPart,
  from: WorkbookPart,
  names: SheetNames,
  indexOf: ReadonlyMap<string, number>,
): GraftedNames {
  const refreshed = new Set([...names.values()].map((name) => indexOf.get(name) ?? -1));
  const isOurs = ({ name, sheet, formula }: NameOfCells): boolean =>
    sheet === null
      ? OUR_NAMES.test(name) && (formula === GONE || pointsAt(formula, [...names.values()]))
      : refreshed.has(sheet) && (name === MARKER || name.startsWith("_xlnm."));
  const kept = into.names.filter((name) => !isOurs(name));
  const usedByOthers = new Set(
    kept.filter(({ sheet }) => sheet === null).map(({ name }) => name.toLowerCase()),
  );
  const given = from.names.filter(
    ({ name, sheet }) => sheet !== null || !usedByOthers.has(name.toLowerCase()),
  );
  const givenNames = new Set(given.map(({ name }) => name.toLowerCase()));
  const lost = into.names.filter(
    (name) => isOurs(name) && name.sheet === null && !givenNames.has(name.name.toLowerCase()),
  );
  const local = (sheet: string): string => ` localSheetId="${indexOf.get(names.get(sheet) ?? "") ?? 0}"`;
  const lines = [
    ...[...names.keys()].map((sheet) => nameXml(MARKER, `${local(sheet)} hidden="1"`, `"${sheet}"`)),
    ...given.map(({ element, name, sheet }) => {
      const place = sheet === null ? "" : local(from.sheets[sheet]?.name ?? "");
      const hidden = element.attributes.get("hidden") === "1" ? ' hidden="1"' : "";
      return nameXml(name, place + hidden, unescapedXml(renamed(innerText(from.document, element), names)));
    }),
    ...lost.map(({ name }) => nameXml(name, "", GONE)),
  ].map((xml) => withOwnPrefix(xml, into.document.root.prefix));
  const others = kept.map(({ element }) => outerText(into.document, element));
  const taken = from.names.filter(
    ({ name, sheet }) => sheet === null && usedByOthers.has(name.toLowerCase()),
  );
  return { xml: [...others, ...lines].join(""), taken: taken.map(({ name }) => name) };
}

function pointsAt(formula: string, sheets: readonly string[]): boolean {
  return sheets.some((name) => formula.startsWith(`${quotedName(name)}!`) || formula.startsWith(`${name}!`));
}

function nameXml(name: string, attributes: string, formula: string): string {
  return `<definedName name="${escapedXml(name)}"${attributes}>${escapedXml(formula)}</definedName>`;
}

function withOwnPrefix(xml: string, prefix: string): string {
  return xml.replace(/^<|(?<=<\/)(?=definedName)/g, (found) => found + prefix);
}
