import { expect, test } from "vitest";
import { analyse } from "../../../engine/analyse.ts";
import { checkText } from "../../../engine/report/text/check.ts";
import { gridOf } from "../../helpers/grid-of.ts";

function textOfCheck(sheets: Readonly<Record<string, string>>): string {
  const grids = Object.entries(sheets).map(([sheet, table]) => gridOf(sheet, table));
  return JSON.stringify(checkText(analyse(grids, { asOfDay: 20634 })));
}

const DEALS = "| Deal | Stage | Amount | Created |\n| Acme | Lead | 900 | 2026-01-05 |";

test("the check page names the columns and sheets that were not read", () => {
  const text = textOfCheck({
    Deals: "| Deal | Stage | Amount | Created | Mood |\n| Acme | Lead | 900 | 2026-01-05 | fine |",
    Contacts: "| Person |\n| Ann |\n| Ben |",
  });
  expect(text).toContain("Not read");
  expect(text).toContain("Of sheet Deals the column E Mood.");
  expect(text).toContain("Sheet Contacts: 3 rows.");
  expect(text).toContain("What was read was used as it stands.");
  expect(text).not.toContain("Every row and value was used");
});

test("says nothing of it where all was read", () => {
  const text = textOfCheck({ Deals: DEALS });
  expect(text).not.toContain("Not read");
  expect(text).toContain("Every row and value was used as it stands.");
});

test("of many columns the first ones are named", () => {
  const more = Array.from({ length: 20 }, (_, i) => `Odd ${i}`).join(" | ");
  const text = textOfCheck({
    Deals: `| Deal | Stage | Amount | Created | ${more} |\n| Acme | Lead | 900 | 2026-01-05 | ${more} |`,
  });
  expect(text).toContain("L Odd 7 and 12 more");
});

test("does not speak of an order you gave where no open stage was found", () => {
  const text = textOfCheck({ Deals: DEALS.replace("Lead", "Won") });
  expect(text).toContain("No open stage was found.");
  expect(text).not.toContain("In the order you gave.");
});

test("names the sheets that are read together", () => {
  const text = textOfCheck({ Open: DEALS, Won: DEALS.replace("Acme", "Beta") });
  expect(text).toMatch(/read together with (Open|Won)/);
});
