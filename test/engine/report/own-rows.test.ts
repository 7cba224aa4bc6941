import { expect, test } from "vitest";
import type { Analysis } from "../../../engine/analysis.ts";
import type { Deal } from "../../../engine/pipeline/pipeline.ts";
import { rowCell } from "../../../engine/report/deal-cells.ts";
import { followUpSheet } from "../../../engine/report/sheets/follow-up.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

const META = { sourceName: "deals.xlsx", version: "0.1.0" };

test("a deal's row bears the name of its sheet where several sheets hold deals", () => {
  const deal = { where: { sheet: "Deals 2025", cell: "A39" } };
  const recognition = { ...FIXTURE.recognition, moreDealsSheets: ["Deals 2026"] };
  expect(rowCell(deal, FIXTURE).value).toBe("A39");
  expect(rowCell(deal, { recognition })).toMatchObject({
    value: "Deals 2025!A39",
    link: { place: deal.where },
  });
});

function customersHeader(accounts: readonly string[]): unknown {
  const due = accounts.map((account) => ({
    deal: { name: "Roof", account, owner: "", product: "", where: { sheet: "Deals", cell: "A9" } } as Deal,
    plannedDay: null,
    quietDays: 100,
  }));
  const advice: Analysis["advice"] = {
    ...FIXTURE.advice,
    afterWin: { ...FIXTURE.advice.afterWin, due },
  };
  const { rows } = followUpSheet({ ...FIXTURE, advice }, META);
  const at = rows.findIndex((row) => row.some((cell) => cell?.value === "Customers to call"));
  return rows.slice(at).find((row) => row.some((cell) => cell?.style === "header"))?.[0]?.value;
}

test("the list of customers to call is headed by what it names", () => {
  expect(customersHeader(["", ""])).toBe("Deal");
  expect(customersHeader(["", "Sample Bakery"])).toBe("Customer");
});
