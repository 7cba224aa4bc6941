import type { CellColumns, ColumnGrid } from "../../engine/index.ts";
import { csvLayout } from "./csv-layout.ts";
import { type CsvFault, CsvScanner } from "./csv-scanner.ts";
import { FileError } from "./file-error.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import { recoder } from "./recoder.ts";
import { refusedCsv } from "./refusal.ts";

/** The encoding, the delimiter and the ends of rows show within so many bytes. */
const HEAD_BYTES = 1 << 18;
/** Bytes of a file that is no text, to tell what it is. */
const MOST_LOOKED_AT = 1 << 30;

/** The content of a file, one part after the other. */
export type Pieces = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array>;

/**
 * The cells of a CSV file as one sheet, read piece by piece. Texts stay as they stand: which are days and amounts is
 * decided later, for a whole column at once.
 * @throws FileError where it is no CSV file, in words for the person who typed the name.
 */
export async function readCsvGrid(pieces: Pieces, sheet: string, shownName: string): Promise<ColumnGrid> {
  const source = bytesOf(pieces);
  try {
    const first = await firstBytes(source);
    const kind = fileKind(first);
    if (kind !== "text") throw refusedCsv(shownName, await kindOfWhole(kind, first, source));
    return { sheet, columns: await cellsOf(first, source, shownName) };
  } finally {
    await source.return();
  }
}

async function* bytesOf(pieces: Pieces): AsyncGenerator<Uint8Array, void> {
  for await (const piece of pieces) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}

async function firstBytes(source: AsyncGenerator<Uint8Array, void>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const { value } = await source.next();
    if (value === undefined) break;
    length += value.length;
    pieces.push(value);
  }
  return Buffer.concat(pieces);
}

/** Archives show only at their end what they are. */
async function kindOfWhole(
  kind: FileKind,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): Promise<FileKind> {
  const pieces = [first];
  let length = first.length;
  for await (const piece of rest) {
    length += piece.length;
    if (length > MOST_LOOKED_AT) return kind === "broken-zip" ? "binary" : kind;
    pieces.push(piece);
  }
  return fileKind(Buffer.concat(pieces));
}

async function cellsOf(
  first: Buffer,
  rest: AsyncIterable<Uint8Array>,
  shownName: string,
): Promise<CellColumns> {
  const recode = recoder(first);
  const head = recode(first.subarray(0, HEAD_BYTES));
  const layout = csvLayout(head);
  const scanner = new CsvScanner(layout);
  const refuse = (fault: CsvFault | null): void => {
    if (fault) throw faultOf(shownName, fault);
  };
  refuse(scanner.push(head.subarray(layout.start)));
  refuse(scanner.push(recode(first.subarray(HEAD_BYTES))));
  for await (const piece of rest) refuse(scanner.push(recode(piece)));
  refuse(scanner.end());
  return scanner.columns;
}

/** An open quotation mark swallows every row after it: none of them may vanish without a word. */
function faultOf(shownName: string, { kind, row }: CsvFault): FileError {
  const where = `${shownName}, row ${row}`;
  if (kind === "unclosed-quote")
    return new FileError(
      `${where}: a quotation mark is opened and never closed, so the rows after it cannot be told apart.`,
      "Correct that row, or export the file again.",
    );
  const what =
    kind === "too-many-columns" ? "it has more columns than any sheet" : "a cell is longer than in any sheet";
  return new FileError(`${where}: ${what}, so this is no table of deals.`, "Export the file again.");
}
