import { expect, test } from "vitest";
import { runOn } from "./run-main.ts";
import { SMALL_CSV, workbookOf } from "./small-files.ts";

const DEALS = { name: "Deals", rows: SMALL_CSV.split("\n").map((line) => line.split(",")) };

test("a setting of the workbook that cannot be used is a fault of the data, not of what was typed", async () => {
  const settings = {
    name: "Pipecast Settings",
    rows: [
      ["Setting", "Value"],
      ["Deal sheet", "Nowhere"],
    ],
  };
  const file = await workbookOf([DEALS, settings]);
  const { code, err } = await runOn({ "deals.xlsx": file }, ["check", "deals.xlsx"]);
  expect(err).toMatch(/^Deals sheet \(in Pipecast Settings\): "Nowhere" is not usable/);
  expect(code).toBe(1);
  const typed = await runOn({ "deals.xlsx": file }, ["check", "deals.xlsx", "--deals", "Nowhere"]);
  expect(typed).toMatchObject({ code: 2, err: expect.stringMatching(/^--deals: "Nowhere"/) });
});
