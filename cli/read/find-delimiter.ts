import Papa from "papaparse";

/** Where two split a text equally well, the earlier one: a comma is also a decimal sign and a part of names. */
const DELIMITERS = ["\t", ";", "|", ","];
const ROWS_LOOKED_AT = 100;

/**
 * The delimiter that makes most cells of rows with the same number of fields, one of these rows being words as a
 * header is: decimal commas split many rows too, though into fewer cells. (papaparse's own guess gives up at two
 * columns with a blank last line, and is misled by titles above the table.)
 * @example findDelimiter("Deal;Value\nHarbour lights;1,5") // => ";"
 */
export function findDelimiter(text: string): string {
  let best = { delimiter: ",", splits: 0, hasWords: false };
  for (const delimiter of DELIMITERS) {
    const { splits, hasWords } = commonestRow(text, delimiter);
    const isBetter = hasWords === best.hasWords ? splits > best.splits : hasWords;
    if (isBetter) best = { delimiter, splits, hasWords };
  }
  return best.delimiter;
}

/** Of the commonest number of fields above one: how often its rows are split, and whether one of them is words alone. */
function commonestRow(
  text: string,
  delimiter: string,
): { readonly splits: number; readonly hasWords: boolean } {
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    preview: ROWS_LOOKED_AT,
    skipEmptyLines: "greedy",
  });
  const rowsWith = new Map<number, number>();
  for (const row of data) if (row.length > 1) rowsWith.set(row.length, (rowsWith.get(row.length) ?? 0) + 1);
  let best = { rows: 0, fields: 1 };
  for (const [fields, rows] of rowsWith) if (rows > best.rows) best = { rows, fields };
  const hasWords = data.some((row) => row.length === best.fields && row.every(isWords));
  return { splits: best.rows * (best.fields - 1), hasWords: hasWords && best.rows > 0 };
}

function isWords(field: string): boolean {
  return field.trim() === "" || /\p{L}/u.test(field);
}
