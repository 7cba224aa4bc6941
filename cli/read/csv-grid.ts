import type { ColumnGrid } from "../../engine/index.ts";
import { type CsvFault, readCsvCells } from "./csv-cells.ts";
import { FileError } from "./file-error.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { utf8Of } from "./utf8-of.ts";

/** The delimiter shows within so many bytes. */
const HEAD_BYTES = 1 << 18;

/**
 * The cells of a CSV file as one sheet. Texts stay as they stand: which are days and amounts is decided later,
 * for a whole column at once. The delimiter is told by the text itself, or by Excel's first line `sep=;`.
 */
export async function readCsvGrid(source: Uint8Array, sheet: string, shownName: string): Promise<ColumnGrid> {
  const bytes = utf8Of(source);
  const head = headOf(bytes);
  const named = /^sep=([^"\r\n])\r?\n/i.exec(head);
  const start = named ? Buffer.byteLength(named[0]) : 0;
  const delimiter = named?.[1] ?? findDelimiter(head);
  const columns = await readCsvCells(bytes, start, delimiter);
  if ("kind" in columns) throw faultOf(shownName, columns);
  return { sheet, columns };
}

/** The first rows, and none that is cut off. */
function headOf(bytes: Buffer): string {
  const head = bytes.toString("utf8", 0, HEAD_BYTES);
  return bytes.length <= HEAD_BYTES ? head : head.slice(0, head.lastIndexOf("\n") + 1 || head.length);
}

/** An open quotation mark swallows every row after it: none of them may vanish without a word. */
function faultOf(shownName: string, { kind, row }: CsvFault): FileError {
  return kind === "unclosed-quote"
    ? new FileError(
        `${shownName}, row ${row}: a quotation mark is opened and never closed, so the rows after it cannot be told apart.`,
        "Correct that row, or export the file again.",
      )
    : new FileError(
        `${shownName}, row ${row}: it has more columns than any sheet, so this is no table of deals.`,
        "Export the file again.",
      );
}
