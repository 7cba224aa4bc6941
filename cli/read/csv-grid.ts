import Papa from "papaparse";
import type { Cell, Grid } from "../../engine/index.ts";
import { decodeText } from "./decode-text.ts";
import { FileError } from "./file-error.ts";
import { findDelimiter } from "./find-delimiter.ts";

/**
 * The cells of a CSV file as one sheet. Texts stay as they stand: which are days and amounts is decided later,
 * for a whole column at once. The delimiter is told by the text itself, or by Excel's first line `sep=;`.
 */
export function readCsvGrid(bytes: Uint8Array, sheet: string, shownName: string): Grid {
  const text = decodeText(bytes);
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: named?.[1] ?? findDelimiter(body) });
  const unclosed = errors.find((error) => error.code === "MissingQuotes");
  if (unclosed) throw unclosedQuote(shownName, data.length);
  return { sheet, rows: data.map((row) => row.map(cellOfText)) };
}

function cellOfText(text: string): Cell {
  return text.trim() === "" ? null : text;
}

/** An open quotation mark swallows every row after it: none of them may vanish without a word. */
function unclosedQuote(shownName: string, row: number): FileError {
  return new FileError(
    `${shownName}, row ${row}: a quotation mark is opened and never closed, so the rows after it cannot be told apart.`,
    "Correct that row, or export the file again.",
  );
}
