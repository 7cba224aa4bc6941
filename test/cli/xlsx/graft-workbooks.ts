import ExcelJS from "exceljs";
import { ZipPackage } from "../../../cli/xlsx/zip-package.ts";
import { type OutgoingPart, writeZip } from "../../../cli/xlsx/zip-writer.ts";

/** A report as exceljs writes it: two sheets with formats, links, a name, and `figure` in B2. */
export async function reportOf(
  figure: number,
  more: (book: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const overview = book.addWorksheet("Pipecast Overview", { pageSetup: { printTitlesRow: "1:2" } });
  overview.addRow(["Win rate", "n"]).font = { bold: true, color: { argb: "FF0072B2" } };
  overview.addRow(["Won of decided", figure]);
  overview.getCell("B2").numFmt = '0.0 "%"';
  overview.getCell("A2").value = { text: "Won of decided", hyperlink: "#'Pipecast Glossary'!A1" };
  book.addWorksheet("Pipecast Glossary").addRow(["<Win rate> & more", "=1+1"]);
  book.definedNames.add("'Pipecast Overview'!$B$2", "pipecast_win_rate");
  more(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A person's workbook with styles, a name, a drop-down and a formula of their own. */
export async function personalWorkbook(more: (book: ExcelJS.Workbook) => void = () => {}): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const deals = book.addWorksheet("Deals");
  deals.addRow(["Deal", "Value", "Created"]);
  deals.addRow(["A & B", 1250, new Date(Date.UTC(2026, 0, 5))]);
  deals.getCell("B2").numFmt = "#,##0.00 €";
  deals.getCell("C2").numFmt = "dd/mm/yyyy";
  deals.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFEE00" } };
  deals.getCell("D2").dataValidation = { type: "list", formulae: ['"Won,Lost"'] };
  book.addWorksheet("Notes").getCell("A1").value = { formula: "Deals!B2*2", result: 2500 };
  book.definedNames.add("Deals!$B$2", "first_value");
  more(book);
  return withParts(Buffer.from(await book.xlsx.writeBuffer()), {});
}

/** The workbook with parts added, replaced, or edited as text. */
export function withParts(
  file: Buffer,
  parts: Readonly<Record<string, string | Buffer | ((text: string) => string)>>,
): Buffer {
  const source = new ZipPackage(file);
  const waiting = new Map(Object.entries(parts));
  const kept = source.entries.map((entry): OutgoingPart => {
    const change = waiting.get(entry.name);
    waiting.delete(entry.name);
    if (change === undefined) return { entry, packed: source.packed(entry) };
    const text = typeof change === "function" ? change(source.read(entry.name).toString("utf8")) : change;
    return { name: entry.name, bytes: Buffer.from(text) };
  });
  const added = [...waiting].map(([name, part]) => ({
    name,
    bytes: Buffer.from(typeof part === "function" ? part("") : part),
  }));
  return writeZip([...kept, ...added]);
}

/** A part's text. */
export function partText(file: Uint8Array, name: string): string {
  return new ZipPackage(file).read(name).toString("utf8");
}

export function partNames(file: Uint8Array): string[] {
  return new ZipPackage(file).entries.map(({ name }) => name);
}

/** The parts of a file whose packed bytes another one does not have under the same name. */
export function partsNotIn(file: Uint8Array, other: Uint8Array): string[] {
  const [first, second] = [new ZipPackage(file), new ZipPackage(other)];
  const theirs = new Map(second.entries.map((entry) => [entry.name, second.packed(entry)]));
  return first.entries
    .filter((entry) => !theirs.get(entry.name)?.equals(first.packed(entry)))
    .map(({ name }) => name)
    .sort();
}

export async function loadedByExcelJs(file: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  return book;
}
