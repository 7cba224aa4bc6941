import { describe, expect, it } from "vitest";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const read = (...cells: readonly string[]) =>
  readTables({
    Deals: ["| ID | Stage | Amount |", ...cells.map((cell, i) => `| D${i} | Lead | "${cell}" |`)].join("\n"),
  });
const amounts = (...cells: readonly string[]) => read(...cells).deals.map(({ amount }) => amount);

describe("one mark before three digits", () => {
  it("amount-mark-unclear: stands for thousands beside amounts of that size, whose decimals have two digits", () => {
    const records = read("12,500.00", "7,250.50", "15.000");
    expect(records.deals.map(({ amount }) => amount)).toEqual([12_500, 7250.5, 15_000]);
    expect(problemsOf(records, "amount-mark-unclear")).toEqual([
      'Deals!C4 "15.000" warning nothing reading=15000 other=15',
    ]);
  });

  it("amount-mark-unclear: stands for thousands where a column has both conventions", () => {
    const records = read("1.500", "2.750,00", "12,000.00", "3,500");
    expect(records.deals.map(({ amount }) => amount)).toEqual([1500, 2750, 12_000, 3500]);
    expect(problemsOf(records, "amount-mark-unclear")).toEqual([
      'Deals!C2 "1.500" warning nothing reading=1500 other=1.5',
      'Deals!C5 "3,500" warning nothing reading=3500 other=3.5',
    ]);
  });

  it("amount-mark-unclear: stands for decimals beside small amounts, and says so", () => {
    const records = read("12.500", "3.25");
    expect(records.deals.map(({ amount }) => amount)).toEqual([12.5, 3.25]);
    expect(problemsOf(records, "amount-mark-unclear")).toEqual([
      'Deals!C2 "12.500" warning nothing reading=12.5 other=12500',
    ]);
  });

  it("is clear where other amounts have decimals of three digits, or none", () => {
    expect(amounts("12.500", "3.25", "1250.125")).toEqual([12.5, 3.25, 1250.125]);
    for (const cells of [
      ["12.500", "3.25", "1250.125"],
      ["12.500", "3.000"],
      ["12.500", "3.000,50"],
    ]) {
      expect(problemsOf(read(...cells), "amount-mark-unclear")).toEqual([]);
    }
  });
});
