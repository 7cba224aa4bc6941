import * as XLSX from "xlsx";
import type { Cell, Grid } from "../../../engine/grid/grid.ts";
import { builtInFormatCode, cellOfNumber } from "../../../engine/grid/number-format.ts";

/** SheetJS gives an error's number, as the old file format counts them. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x07, "#DIV/0!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x2a, "#N/A"],
]);

/** The cells that SheetJS reads, as a grid: a second opinion on every value. */
export function gridsBySheetJs(bytes: Uint8Array): Grid[] {
  const book = XLSX.read(bytes, {
    cellNF: true,
    cellHTML: false,
    cellText: false,
    raw: true,
    sheetStubs: false,
  });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((sheet) => {
    const cells = book.Sheets[sheet] ?? {};
    const covered = new Set((cells["!merges"] ?? []).flatMap(coveredOf));
    const rows: Cell[][] = [];
    for (const [address, cell] of Object.entries(cells)) {
      if (address.startsWith("!") || covered.has(address)) continue;
      const { r, c } = XLSX.utils.decode_cell(address);
      const value = cellOf(cell as XLSX.CellObject, date1904);
      if (value !== null) put(rows, r, c, value);
    }
    return { sheet, rows };
  });
}

function put(rows: Cell[][], row: number, column: number, value: Cell): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

function coveredOf({ s, e }: XLSX.Range): string[] {
  const addresses: string[] = [];
  for (let r = s.r; r <= e.r; r++)
    for (let c = s.c; c <= e.c; c++) addresses.push(XLSX.utils.encode_cell({ r, c }));
  return addresses.slice(1);
}

function cellOf(cell: XLSX.CellObject, date1904: boolean): Cell {
  const { t, v, z } = cell;
  if (t === "e") return { kind: "error", text: ERRORS.get(Number(v)) ?? String(v) };
  if (typeof v === "string") return v === "" ? null : v;
  if (typeof v === "number")
    return cellOfNumber(v, typeof z === "number" ? builtInFormatCode(z) : (z ?? "General"), date1904);
  return typeof v === "boolean" ? v : null;
}
