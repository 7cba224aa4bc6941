import Papa from "papaparse";

/** Where two split a text equally well, the earlier one: a comma is also a decimal sign and a part of names. */
const DELIMITERS = ["\t", ";", "|", ","];
const ROWS_LOOKED_AT = 100;

/**
 * The delimiter that splits most rows into the same number of fields. (papaparse's own guess gives up at two
 * columns with a blank last line, and is misled by titles above the table.)
 * @example findDelimiter("Deal;Value\nHarbour lights;1,5") // => ";"
 */
export function findDelimiter(text: string): string {
  let best = { delimiter: ",", rows: 0, fields: 0 };
  for (const delimiter of DELIMITERS) {
    const { rows, fields } = commonestRow(text, delimiter);
    if (rows > best.rows || (rows === best.rows && fields > best.fields)) best = { delimiter, rows, fields };
  }
  return best.delimiter;
}

/** Of the rows with more than one field: the commonest number of fields, and how many rows have it. */
function commonestRow(text: string, delimiter: string): { readonly rows: number; readonly fields: number } {
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    preview: ROWS_LOOKED_AT,
    skipEmptyLines: "greedy",
  });
  const rowsWith = new Map<number, number>();
  for (const row of data) if (row.length > 1) rowsWith.set(row.length, (rowsWith.get(row.length) ?? 0) + 1);
  let best = { rows: 0, fields: 0 };
  for (const [fields, rows] of rowsWith) if (rows > best.rows) best = { rows, fields };
  return best;
}
