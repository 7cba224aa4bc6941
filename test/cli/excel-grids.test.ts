import exceljs from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import type { Cell, Grid } from "../../engine/index.ts";
import { readRowGrids } from "../helpers/row-grids.ts";

async function written(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function readBack(fill: (workbook: exceljs.Workbook) => void): Promise<Grid[]> {
  return readRowGrids(await written(fill));
}

/** A1 and on, downwards, of a sheet filled by hand. */
async function readColumn(fill: (sheet: exceljs.Worksheet) => void, date1904 = false): Promise<Cell[]> {
  const [grid] = await readBack((workbook) => {
    workbook.properties.date1904 = date1904;
    fill(workbook.addWorksheet("Deals"));
  });
  return (grid?.rows ?? []).map((row) => row[0] ?? null);
}

test("plain values, rich text, links, errors and what formulas show", async () => {
  const cells = await readColumn((sheet) => {
    sheet.getCell("A1").value = "Proposal";
    sheet.getCell("A2").value = 12.5;
    sheet.getCell("A3").value = true;
    sheet.getCell("A4").value = {
      richText: [{ text: "Harbour " }, { font: { bold: true }, text: "lights" }],
    };
    sheet.getCell("A5").value = { text: "Roof garden", hyperlink: "https://example.org" };
    sheet.getCell("A6").value = { error: "#REF!" };
    sheet.getCell("A7").value = { formula: "1+1", result: 2 };
    sheet.getCell("A8").value = { formula: '"W"&"on"', result: "Won" };
    sheet.getCell("A9").value = { formula: "1/0", result: { error: "#DIV/0!" } };
    sheet.getCell("A10").value = { formula: "1=1", result: true };
    sheet.getCell("A12").value = "Côté – 日本";
  });
  expect(cells).toEqual([
    "Proposal",
    12.5,
    true,
    "Harbour lights",
    "Roof garden",
    { kind: "error", text: "#REF!" },
    2,
    "Won",
    { kind: "error", text: "#DIV/0!" },
    true,
    null,
    "Côté – 日本",
  ]);
});

// 46203 is 2026-06-30 in the 1900 system: day 20634; three quarters of a day are 64,800 seconds.
test.each([
  ["1900", false, 46_203.75],
  ["1904", true, 46_203.75 - 1_462],
])("dates are told by number format, in the %s date system", async (_name, date1904, serial) => {
  const cells = await readColumn((sheet) => {
    sheet.getCell("A1").value = serial;
    sheet.getCell("A1").numFmt = "dd/mm/yyyy hh:mm";
    sheet.getCell("A2").value = Math.floor(serial);
    sheet.getCell("A2").numFmt = '[$-409]d" of "mmmm yyyy';
    sheet.getCell("A3").value = Math.floor(serial);
    sheet.getCell("A3").numFmt = '0" days"';
    sheet.getCell("A4").value = Math.floor(serial);
    sheet.getCell("A5").value = { formula: "TODAY()", result: new Date(Date.UTC(2026, 5, 30)) };
    sheet.getCell("A5").numFmt = "yyyy-mm-dd";
  }, date1904);
  expect(cells[0]).toEqual({ kind: "day", day: 20_634, second: 64_800 });
  expect(cells[1]).toEqual({ kind: "day", day: 20_634, second: 0 });
  expect(cells.slice(2, 4)).toEqual([Math.floor(serial), Math.floor(serial)]);
  expect(cells[4]).toEqual({ kind: "day", day: 20_634, second: 0 });
});

test("money is told by number format; what only looks like a date format stays a number", async () => {
  const cells = await readColumn((sheet) => {
    sheet.getCell("A1").value = 1_250.5;
    sheet.getCell("A1").numFmt = "#,##0.00 [$€-407]";
    sheet.getCell("A2").value = 99.99;
    sheet.getCell("A2").numFmt = "#,##0.00\\m";
    sheet.getCell("A3").value = 0.62;
    sheet.getCell("A3").numFmt = "0%";
  });
  expect(cells[0]).toEqual({ kind: "money", amount: 1_250.5, currency: "EUR" });
  expect(cells[1]).toBeCloseTo(99.99, 6);
  expect(cells[2]).toBe(0.62);
});

test("a merged area holds its value once", async () => {
  const [grid] = await readBack((workbook) => {
    const sheet = workbook.addWorksheet("Deals");
    sheet.getCell("B2").value = 500;
    sheet.mergeCells("B2:C4");
    sheet.getCell("D4").value = "next to it";
  });
  const values = (grid?.rows ?? []).flat().filter((cell) => cell !== null);
  expect(values).toEqual([500, "next to it"]);
  expect(grid?.rows[1]?.[1]).toBe(500);
  expect(grid?.rows[3]?.[3]).toBe("next to it");
});

test("every sheet comes, in order, the hidden ones marked", async () => {
  const grids = await readBack((workbook) => {
    workbook.addWorksheet("Notes").getCell("A1").value = "x";
    workbook.addWorksheet("Deals").getCell("A1").value = "y";
    workbook.addWorksheet("Lists", { state: "hidden" });
    workbook.addWorksheet("Deep", { state: "veryHidden" });
  });
  expect(grids.map(({ sheet, hidden }) => [sheet, hidden ?? false])).toEqual([
    ["Notes", false],
    ["Deals", false],
    ["Lists", true],
    ["Deep", true],
  ]);
});

test("drop-downs, colour rules and links are passed over, however broken", async () => {
  const parts = unzipSync(
    await written((workbook) => {
      workbook.addWorksheet("Deals").getCell("A1").value = "Proposal";
    }),
  );
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const rules = '<conditionalFormatting sqref="A1:A9"><cfRule type="odd"/></conditionalFormatting>';
  const lists = '<dataValidations><dataValidation type="list" sqref="A1:A1048576"/></dataValidations>';
  parts["xl/worksheets/sheet1.xml"] = strToU8(sheet.replace("</sheetData>", `</sheetData>${rules}${lists}`));
  const [grid] = await readRowGrids(zipSync(parts));
  expect(grid?.rows).toEqual([["Proposal"]]);
});
