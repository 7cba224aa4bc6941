import { columnLetters } from "../../basics/column-letters.ts";
import type { NotRead, UnreadColumn } from "../../intake/records.ts";
import { countedText, listText } from "../numbers.ts";
import type { TextBlock } from "../text-block.ts";
import { excerptOf } from "../wording/excerpt.ts";

const NAME_THEM =
  'To have one read, name a column as "Column: Amount" or the like, a sheet as "Deals sheet" or "History sheet", ' +
  'in the sheet Pipecast Settings (command line: --map "Amount=Its header", --deals, --history).';

/** Columns named a sheet; of more than that the number is told. */
const MOST_NAMED = 8;

/** Whether a sheet or a column was not read. */
export function hasRest({ sheets, columns }: NotRead): boolean {
  return sheets.length > 0 || columns.length > 0;
}

/** The sheets and columns that were not read, so that nobody believes them counted; nothing where all were. */
export function notReadBlocks(notRead: NotRead): readonly TextBlock[] {
  if (!hasRest(notRead)) return [];
  const sheets = notRead.sheets.map(
    ({ sheet, rowCount, hidden }) =>
      `Sheet ${excerptOf(sheet)}${hidden ? " (hidden)" : ""}: ${countedText(rowCount, "row")}.`,
  );
  const items = [...columnItems(notRead.columns), ...notRead.columns.flatMap(hintOf), ...sheets];
  return [
    { kind: "heading", level: 2, text: "Not read" },
    { kind: "list", items },
    {
      kind: "paragraph",
      text: NAME_THEM,
      tone: "quiet",
    },
  ];
}

/** What a column may be that nothing else is read as, and how to say so. */
function hintOf({ column, header, mayBe }: UnreadColumn): readonly string[] {
  if (mayBe === undefined) return [];
  const [what, why, name] =
    mayBe === "amount"
      ? ["money", "no column is read as the amount", "Amount"]
      : ["days", "the sheet does not say when deals began", "Created"];
  const place = `Column ${columnLetters(column)}, ${excerptOf(header)},`;
  return [`${place} holds ${what}, and ${why}: if it tells that, name it as "Column: ${name}".`];
}

function columnItems(columns: NotRead["columns"]): readonly string[] {
  const sheets = new Map<string, string[]>();
  for (const { sheet, column, header } of columns) {
    const shown = `${columnLetters(column)} ${excerptOf(header)}`;
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), shown]);
  }
  return [...sheets].map(([sheet, shown]) => {
    const rest = shown.length - MOST_NAMED;
    const named = rest > 0 ? [...shown.slice(0, MOST_NAMED), `${rest} more`] : shown;
    return `Of sheet ${excerptOf(sheet)} the column${shown.length === 1 ? "" : "s"} ${listText(named)}.`;
  });
}
