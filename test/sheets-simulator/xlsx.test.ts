import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { SheetsSimulator } from "./simulator.ts";
import { documentFromXlsx, documentToXlsx } from "./xlsx.ts";

it("loads a workbook as Sheets imports it, and saves what was written", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sheets-simulator-"));
  const source = join(folder, "in.xlsx");
  const target = join(folder, "out.xlsx");
  const book = new ExcelJS.Workbook();
  const deals = book.addWorksheet("Deals");
  deals.addRow(["Deal", "Value", "Created"]);
  deals.addRow(["=not a formula", 1250.5, new Date("2026-03-04T00:00:00Z")]);
  deals.getCell("C2").numFmt = "yyyy-mm-dd";
  await book.xlsx.writeFile(source);

  const document = await documentFromXlsx(source, "Europe/Berlin");
  const simulator = new SheetsSimulator({
    code: `function go() {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
      const row = sheet.getDataRange().getValues()[1];
      sheet.getRange("D2").setValue(row[2]);
      return [row[0], row[1], row[2].toISOString()];
    }`,
    document,
  });
  expect(simulator.run("go").value).toEqual(["=not a formula", 1250.5, "2026-03-03T23:00:00.000Z"]);
  await documentToXlsx(document, target);

  const back = new ExcelJS.Workbook();
  await back.xlsx.readFile(target);
  expect(back.getWorksheet("Deals")?.getCell("D2").value).toEqual(new Date("2026-03-04T00:00:00Z"));
  await rm(folder, { recursive: true });
});
