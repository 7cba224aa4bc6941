import { Workbook } from "exceljs";
import { expect, test } from "vitest";
import { analyse, dayOfDate } from "../../../engine/index.ts";
import { readRowGrids } from "../../helpers/row-grids.ts";

async function workbookOf(date1904: boolean): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.properties.date1904 = date1904;
  const sheet = workbook.addWorksheet("Deals");
  sheet.addRow(["Deal ID", "Stage", "Created", "Closed date"]);
  // 2026-01-10 and 2026-01-30 are days 46032 and 46052 since 1900, and 1462 fewer since 1904; no number format.
  const fewer = date1904 ? 1462 : 0;
  sheet.addRow(["1", "Won", 46032 - fewer, 46052 - fewer]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test.each([false, true])("plain serial numbers in a date column, 1904 system: %s", async (date1904) => {
  const grids = await readRowGrids(await workbookOf(date1904));
  const asOfDay = dayOfDate(2026, 6, 30) ?? 0;
  const [deal] = analyse(grids, { asOfDay }).pipeline.deals;
  expect([deal?.createdDay, deal?.closedDay]).toEqual([dayOfDate(2026, 1, 10), dayOfDate(2026, 1, 30)]);
});
