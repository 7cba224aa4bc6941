import type { CsvLayout } from "./csv-scanner.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { utf8Text, windows1252Text } from "./recoder.ts";

const UTF8_MARK = Buffer.from("\ufeff");
const LINE_FEED = 10;

/**
 * How CSV text is laid out, told by its first bytes alone, and where its rows start. Excel's first line `sep=;` names
 * the delimiter. Rows end at line feeds; where the first bytes have none, at carriage returns as well, as programs
 * for old Macs write them.
 */
export function csvLayout(head: Buffer): CsvLayout & { readonly start: number } {
  const mark = head.subarray(0, UTF8_MARK.length).equals(UTF8_MARK) ? UTF8_MARK.length : 0;
  const rows = wholeRows(head.subarray(mark));
  const utf8 = utf8Text(rows, 0, rows.length);
  const text = utf8 ?? windows1252Text(rows, 0, rows.length);
  const encoding = utf8 === null ? "latin1" : "utf8";
  const named = /^sep=([^"\r\n])\r?\n/i.exec(text);
  return {
    delimiter: Buffer.from(named?.[1] ?? findDelimiter(text), encoding),
    hasCarriageRows: !head.includes(LINE_FEED),
    start: mark + (named ? Buffer.byteLength(named[0], encoding) : 0),
  };
}

/** The first rows, and none that is cut off. */
function wholeRows(head: Buffer): Buffer {
  return head.subarray(0, head.lastIndexOf(LINE_FEED) + 1 || head.length);
}
