import type { Deal } from "../pipeline/pipeline.ts";
import type { LineBlock } from "./layout.ts";
import { countedText, countText } from "./numbers.ts";
import type { Link } from "./report.ts";
import { excerptOf } from "./wording/excerpt.ts";

/** More cells than this nobody looks up by hand; the JSON output names them all. */
const MOST_CELLS = 8;

/**
 * The first cells of the deals something rests on, and how many more there are.
 * @example cellsText([{ where: { sheet: "Deals", cell: "A5" } }, { where: { sheet: "Deals", cell: "A9" } }]) // => "Deals!A5, A9"
 */
export function cellsText(deals: readonly Pick<Deal, "where">[]): string {
  let sheet = "";
  const cells = deals.slice(0, MOST_CELLS).map(({ where }) => {
    const isSame = where.sheet === sheet && where.cell !== null;
    sheet = where.sheet;
    if (where.cell === null) return excerptOf(where.sheet);
    return isSame ? where.cell : `${excerptOf(where.sheet)}!${where.cell}`;
  });
  const more = deals.length - cells.length;
  return cells.join(", ") + (more > 0 ? ` and ${countText(more)} more` : "");
}

/** A link to the first of the deals that stands in a cell. */
export function firstCellLink(deals: readonly Pick<Deal, "where">[]): Link | undefined {
  const first = deals.find(({ where }) => where.cell !== null);
  return first && { to: "source", place: first.where };
}

/** The line below a piece of advice that says which deals it rests on; it leads to the first of them. */
export function traceLine(deals: readonly Deal[]): readonly LineBlock[] {
  if (deals.length === 0) return [];
  const link = firstCellLink(deals);
  const text = `Rests on ${countedText(deals.length, "deal")}: ${cellsText(deals)}.`;
  return [{ kind: "line", text, style: "note", ...(link === undefined ? {} : { link }) }];
}
