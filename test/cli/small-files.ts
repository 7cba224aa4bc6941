import exceljs from "exceljs";

/** A pipeline of four deals as CSV: two won, one lost, one open. */
export const SMALL_CSV = [
  "Deal ID,Deal name,Stage,Status,Amount,Created,Closed",
  "D1,Harbour lights,Negotiation,Won,1000,2026-01-05,2026-02-04",
  "D2,Roof garden,Negotiation,Won,3000,2026-01-12,2026-03-13",
  "D3,Bicycle racks,Proposal,Lost,2000,2026-02-02,2026-03-04",
  "D4,Night bus,Proposal,Open,4000,2026-05-01,",
].join("\n");

/** The same pipeline as a workbook. */
export async function smallWorkbook(): Promise<Uint8Array> {
  return workbookOf([{ name: "Deals", rows: SMALL_CSV.split("\n").map((line) => line.split(",")) }]);
}

export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export async function workbookOf(sheets: readonly SheetText[], creator = "Somebody"): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = creator;
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row.map((text) => (/^\d+$/.test(text) ? Number(text) : text)));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A compound file (the container of old and of encrypted Office files) whose directory names one stream. */
export function compoundFile(streamName: string): Uint8Array {
  const bytes = Buffer.alloc(2_048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from("Root Entry\0", "utf16le").copy(bytes, 1_024);
  Buffer.from(`${streamName}\0`, "utf16le").copy(bytes, 1_152);
  return bytes;
}
