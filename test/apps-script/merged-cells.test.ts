import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { inFolder } from "../cli/run-main.ts";
import { expectSameFigures, inSheets, onCommandLine } from "./both-hosts.ts";

it("cells merged down a column count for each of their rows in both hosts", { timeout: 60_000 }, () =>
  inFolder(async (folder) => {
    const path = join(folder, "deals.xlsx");
    await writeMerged(path);
    const told = await onCommandLine(path);
    expect(told.json.openDeals).toMatchObject([{ owner: "Ann" }, { owner: "Ann" }, { owner: "Ben" }]);
    expectSameFigures(told, await inSheets(path));
  }),
);

async function writeMerged(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Deals");
  sheet.addRows([
    ["Our pipeline"],
    ["Deal", "Owner", "Stage", "Amount"],
    ["Roof", "Ann", "Proposal", 900],
    ["Door", null, "Proposal", 600],
    ["Floor", "Ben", "Lead", 300],
  ]);
  sheet.mergeCells("A1:D1");
  sheet.mergeCells("B3:B4");
  await workbook.xlsx.writeFile(path);
}
