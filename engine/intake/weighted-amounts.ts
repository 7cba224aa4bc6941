import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { foldTight } from "./fold.ts";
import type { Recognised } from "./recognise-table.ts";

/** Odoo's expected revenue is not weighted; these headers stand beside it. */
const ODOO: ReadonlySet<string> = new Set(
  "proratedrevenue expectedclosing salesperson salesteam recurringrevenue daystoclose".split(" "),
);

/**
 * Tells where the only amount is an `Expected Revenue` beside a probability: Zoho and Salesforce put the amount
 * times the probability there. Nothing is left out.
 */
export function checkWeighted({ table, claims }: Recognised, problems: Problem[]): void {
  const column = claims.get("amount")?.column;
  if (column === undefined || !claims.has("probability")) return;
  const header = table.headers[column] ?? "";
  if (foldTight(header) !== "expectedrevenue" || table.headers.some((text) => ODOO.has(foldTight(text))))
    return;
  problems.push({
    code: "amount-perhaps-weighted",
    severity: "warning",
    where: { sheet: table.grid.sheet, cell: addressOf(table.headerRow, column) },
    value: header,
    excludes: "nothing",
  });
}
