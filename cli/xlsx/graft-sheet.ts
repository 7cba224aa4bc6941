import type { GraftedStyles } from "./graft-styles.ts";
import { escapedXml, unescapedXml } from "./xml-text.ts";
import { innerText, parseXml } from "./xml-tree.ts";
import type { ZipPackage } from "./zip-package.ts";

/** A sheet's name in the report → its name in the user's workbook. */
export type SheetNames = ReadonlyMap<string, string>;

/** The items of a shared-string part as they stand in its XML. */
export function sharedItemsOf(file: ZipPackage, part: string): string[] {
  if (!file.has(part)) return [];
  const document = parseXml(part, file.read(part));
  return document.root.children
    .filter(({ local }) => local === "si")
    .map((item) => innerText(document, item));
}

/**
 * A sheet of the report, made to stand in the user's workbook: texts inline, so that the user's table of texts
 * stays as it is; formats by their new numbers; links to the user's file made links within it.
 */
export function graftedSheet(
  xml: string,
  styles: GraftedStyles,
  shared: readonly string[],
  names: SheetNames,
): string {
  const moved = xml
    .replace(
      /(<(?:c|row)\b[^>]*?\s)s="(\d+)"/g,
      (_, before, index) => `${before}s="${styles.cellFormat(Number(index))}"`,
    )
    .replace(
      /(<col\b[^>]*?\s)style="(\d+)"/g,
      (_, before, index) => `${before}style="${styles.cellFormat(Number(index))}"`,
    )
    .replace(
      /(<cfRule\b[^>]*?\s)dxfId="(\d+)"/g,
      (_, before, index) => `${before}dxfId="${styles.differentialFormat(Number(index))}"`,
    )
    .replace(/\stabSelected="1"/g, "")
    .replace(/(<hyperlink\b[^>]*?)\sr:id="[^"]*"(?=[^>]*\slocation=)/g, "$1")
    .replace(
      /(<hyperlink\b[^>]*?\slocation=")([^"]*)"/g,
      (_, before, place) => `${before}${renamed(place, names)}"`,
    );
  return withNamesInFormulas(moved, names).replace(
    /(<c\b[^>]*\st=)"s"([^>]*)><v>(\d+)<\/v><\/c>/g,
    (_, before, after, index) =>
      `${before}"inlineStr"${after}><is>${shared[Number(index)] ?? "<t/>"}</is></c>`,
  );
}

/** The formulas of a chart or of a rule point at sheets by name. */
export function withNamesInFormulas(xml: string, names: SheetNames): string {
  return xml.replace(
    /(<((?:c|xm|x14):f|formula|f)>)([^<]*)(?=<\/\2>)/g,
    (_, open, _name, formula) => open + renamed(formula, names),
  );
}

/** A reference as it stands in XML, with the sheets' new names. */
export function renamed(reference: string, names: SheetNames): string {
  let result = unescapedXml(reference);
  for (const [old, given] of names) {
    if (old !== given) result = result.split(`${quotedName(old)}!`).join(`${quotedName(given)}!`);
  }
  return escapedXml(result);
}

/** A sheet's name as references write it. */
export function quotedName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
