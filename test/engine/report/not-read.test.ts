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

test("one unread column of money or of days is named for what the deals lack", () => {
  const text = textOfCheck({
    Deals: `| Deal | Stage | Our take | Met on | Mood |
      | Acme | Lead | €900 | 2026-01-05 | fine |
      | Beta | Lead | €1,200 | 2026-01-07 | 5 |`,
  });
  expect(text).toContain(
    'Column C, Our take, holds money, and no column is read as the amount: if it tells that, name it as \\"Column: Amount\\".',
  );
  expect(text).toContain(
    'Column D, Met on, holds days, and the sheet does not say when deals began: if it tells that, name it as \\"Column: Created\\".',
  );
});

test("nothing is guessed of two columns of money, of plain numbers, or beside an amount", () => {
  const rows = (...columns: readonly string[]): string =>
    `| Deal | Stage | ${columns[0]} |\n| Acme | Lead | ${columns[1]} |\n| Beta | Lead | ${columns[2]} |`;
  const tables = [
    rows("Our take | Their take", "€900 | €800", "€700 | €600"),
    rows("Staff", "900", "700"),
    rows("Amount | Our take", "€900 | €800", "€700 | €600"),
  ];
  for (const table of tables) {
    const text = textOfCheck({ Deals: table });
    expect(text).toContain("Not read");
    expect(text).not.toContain("holds money");
  }
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
