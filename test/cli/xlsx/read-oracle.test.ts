import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { numberOfBytes } from "../../../cli/xlsx/number-bytes.ts";
import { benchWorkbook } from "../../bench/bench-workbook.ts";
import { readRowGrids } from "../../helpers/row-grids.ts";
import { gridsBySheetJs } from "./sheetjs-oracle.ts";

/** A workbook with one cell of every kind that exceljs writes. */
async function everyKind(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const deals = book.addWorksheet("Deals");
  deals.addRow(["Deal", "Value", "Created", "Share", "Flag", "Note"]);
  deals.addRow([
    "A",
    1250.5,
    new Date(Date.UTC(2026, 5, 30)),
    0.25,
    true,
    { richText: [{ text: "x" }, { text: "y" }] },
  ]);
  deals.addRow([
    "B",
    { formula: "B2*2", result: 2501 },
    new Date(Date.UTC(2026, 5, 30, 13, 5)),
    -1e-7,
    false,
    null,
  ]);
  deals.addRow([{ text: "link", hyperlink: "https://example.com" }, { error: "#REF!" }, null, 2 ** 53 / 3]);
  deals.getColumn(2).numFmt = '#,##0.00 "€"';
  deals.getColumn(3).numFmt = "dd/mm/yyyy";
  deals.getColumn(4).numFmt = "0.0%";
  deals.mergeCells("A6:C7");
  deals.getCell("A6").value = "merged";
  deals.getRow(3).hidden = true;
  book.addWorksheet("Second – ü").getCell("D9").value = "last";
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function namesAndRows(file: Uint8Array): Promise<unknown> {
  return (await readRowGrids(file)).map(({ sheet, rows }) => ({ sheet, rows }));
}

test("reads every cell of a workbook by exceljs as SheetJS does", async () => {
  const file = await everyKind();
  expect(await namesAndRows(file)).toEqual(gridsBySheetJs(file));
});

test("reads every cell of a large workbook as SheetJS does", async () => {
  const file = benchWorkbook(1_500);
  expect(await namesAndRows(file)).toEqual(gridsBySheetJs(file));
});

test("reads numbers as JavaScript does", () => {
  const same = (text: string): void => {
    const bytes = Buffer.from(text);
    expect(numberOfBytes(bytes, 0, bytes.length)).toBe(Number(text) + 0);
  };
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => same(String(value))));
  fc.assert(
    fc.property(fc.integer(), fc.nat(9), (value, decimals) =>
      same((value / 10 ** decimals).toFixed(decimals)),
    ),
  );
  ["0.1", "-0", "1E+3", " 5 ", "0.10000000000000001", "123456789012345678", "1e308"].forEach(same);
});

test("takes nothing for a number that is none", () => {
  for (const text of ["", "-", ".", "1.2.3", "12a", "0x10", "1e", "Infinity"]) {
    const bytes = Buffer.from(text);
    expect(numberOfBytes(bytes, 0, bytes.length)).toBeNaN();
  }
});
