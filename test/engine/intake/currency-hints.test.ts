import { describe, expect, it } from "vitest";
import { problemMessage } from "../../../engine/report/wording/problems.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const DEALS = `
  | ID | Stage | Value | Currency |
  | D1 | Lead  | 100   | EUR      |
  | D2 | Lead  | $300  | EUR      |
  | D3 | Lead  | 200   | eur      |
  | D4 | Lead  | 300   |          |
  | D5 | Lead  | 300   |          |
  | D6 | Lead  | 300   | XYZ      |`;

describe("currencies", () => {
  const records = readTables({ Deals: DEALS });

  it("currency-conflict: the sign beside the amount is not that of the currency column, which counts", () => {
    expect(problemsOf(records, "currency-conflict")).toEqual([
      'Deals!C3 "$300" warning nothing currency=EUR sign=USD',
    ]);
    expect(records.deals[1]?.amount).toBe(300);
  });

  it("currency-conflict: a sign that several currencies share agrees with each of them", () => {
    const shared = "| ID | Stage | Value | Currency |\n| D1 | Lead | $300 | CAD |";
    expect(problemsOf(readTables({ Deals: shared }), "currency-conflict")).toEqual([]);
  });

  it("currency-assumed: amounts without a currency beside others with one, told once", () => {
    expect(problemsOf(records, "currency-assumed")).toEqual([
      'Deals!D5 "" note nothing currency=EUR count=2',
    ]);
    const none = "| ID | Stage | Value |\n| D1 | Lead | 300 |";
    expect(problemsOf(readTables({ Deals: none }), "currency-assumed")).toEqual([]);
  });

  it("currency-without-rate: the remedy names the currency", () => {
    const problem = records.problems.find(({ code }) => code === "currency-without-rate");
    expect(problem && problemMessage(problem)).toContain("--rate XYZ=");
    expect(problem && problemMessage(problem)).not.toContain("USD");
  });
});

describe("an expected revenue", () => {
  const weighted = `
    | Deal Name | Stage         | Expected Revenue | Probability | Closing Date |
    | A         | Qualification | 50               | 50          | 2026-08-01   |
    | B         | Closed Won    | 100              | 100         | 2026-05-01   |`;

  it("amount-perhaps-weighted: beside a probability and no amount", () => {
    expect(problemsOf(readTables({ Deals: weighted }), "amount-perhaps-weighted")).toEqual([
      'Deals!C1 "Expected Revenue" warning nothing',
    ]);
  });

  it("is unweighted in Odoo, and where an amount stands beside it", () => {
    const odoo = weighted.replace("Closing Date", "Expected Closing");
    expect(problemsOf(readTables({ Deals: odoo }), "amount-perhaps-weighted")).toEqual([]);
    const beside = weighted
      .replace("Closing Date", "Amount")
      .replace("2026-08-01", "100")
      .replace("2026-05-01", "100");
    const both = readTables({ Deals: beside });
    expect(problemsOf(both, "amount-perhaps-weighted")).toEqual([]);
    expect(both.deals.map(({ amount }) => amount)).toEqual([100, 100]);
  });
});

describe("settings that mean nothing", () => {
  const sheets = {
    Deals: "| ID | Stage |\n| D1 | Lead |",
    "Pipecast Settings":
      "| Setting | Value |\n| Curency | EUR |\n| Reminders from | ann@example.com |\n| E-mail: Ann | ann@example.com |\n--\n| Stage | Kind |\n| Lead | opne |",
  };

  it("setting-unknown: names the cell", () => {
    expect(problemsOf(readTables(sheets), "setting-unknown")).toEqual([
      'Pipecast Settings!A2 "Curency" warning nothing',
    ]);
  });

  it("stage-kind-unknown: names the stage and the kinds there are", () => {
    const records = readTables(sheets);
    expect(problemsOf(records, "stage-kind-unknown")).toHaveLength(1);
    const problem = records.problems.find(({ code }) => code === "stage-kind-unknown");
    expect(problem && problemMessage(problem)).toMatch(
      /"opne" is no kind of stage for Lead: .*open, won, lost.* after/,
    );
  });
});

describe("a unit of thousands in the header", () => {
  const amountsUnder = (header: string, ...cells: string[]): readonly (number | null)[] =>
    readTables({
      Deals: `| ID | Stage | ${header} |${cells.map((cell, i) => `\n| D${i} | Lead | ${cell} |`).join("")}`,
    }).deals.map(({ amount }) => amount);

  it.each([
    "Volumen TEUR",
    "Betrag (T€)",
    "Amount (k€)",
    "Value $K",
    "Umsatz (Tsd. €)",
    "Amount in thousands",
  ])("%s: 12.5 is 12,500", (header) => {
    expect(amountsUnder(header, "12.5", "3")).toEqual([12_500, 3000]);
  });

  it("does not count for amounts that tell their own unit, nor in other headers", () => {
    expect(amountsUnder("Betrag (T€)", "12.5", "3.000 €", "7 T€")).toEqual([12_500, 3000, 7000]);
    expect(amountsUnder("Value (€)", "12.5")).toEqual([12.5]);
    expect(amountsUnder("Amount", "12 T€")).toEqual([12_000]);
  });

  it("names the currency too", () => {
    expect(readTables({ Deals: "| ID | Stage | Volumen TEUR |\n| D1 | Lead | 3 |" }).currency).toBe("EUR");
  });
});
