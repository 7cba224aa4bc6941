import { describe, expect, it } from "vitest";
import { readAmountText } from "../../../engine/intake/parse-amount.ts";

function amountOf(text: string): number | null {
  const reading = readAmountText(text);
  if (!reading) return null;
  return reading.kind === "amount" ? reading.amount : reading.thousands;
}

describe("amounts in the ways people write them", () => {
  it.each([
    ["1200", 1200],
    ["12,500.00", 12_500],
    ["€12.500,00", 12_500],
    ["12.500,00 €", 12_500],
    ["1 234 567,89", 1_234_567.89],
    ["1\u202f234,5 €", 1234.5],
    ["1'234'567.50", 1_234_567.5],
    ["CHF 1’234.50", 1234.5],
    ["12,34,567.00", 1_234_567],
    ["12k", 12_000],
    ["12.5k", 12_500],
    ["12.500k", 12_500],
    ["1.2M", 1_200_000],
    ["€1,2 Mio.", 1_200_000],
    ["3 Mrd", 3_000_000_000],
    ["5 Tsd. €", 5000],
    ["$2.5bn", 2_500_000_000],
    ["350万", 3_500_000],
    ["1.2億円", 120_000_000],
    ["￥１，２００", 1200],
    ["(500)", -500],
    ["$(1,500.25)", -1500.25],
    ["-500", -500],
    ["−500", -500],
    ["500-", -500],
    ["$-500", -500],
    ["-$500", -500],
    ["500.-", 500],
    ["500,–", 500],
    ["+500", 500],
    ["~500", 500],
    ["ca. 500", 500],
    ["USD 900", 900],
    ["US$900", 900],
    ["900 dollars", 900],
    ["R$ 900,00", 900],
    ["500 kr", 500],
    ["kr. 1.500,00", 1500],
    ["0", 0],
    [".5", 0.5],
    ["0.125", 0.125],
    ["1.234.567", 1_234_567],
  ])("reads %s as %d", (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });

  it.each([
    "",
    "high",
    "5-10k",
    "about ten",
    "1.2.3",
    "12 apples",
    "1,23,4",
    "2026-01-04",
    "12/5",
    "k",
    "€",
    "1e5",
    "12k 5",
  ])("does not read %s", (text) => {
    expect(amountOf(text)).toBeNull();
  });

  it("leaves one mark before three digits open, for the column to decide", () => {
    expect(readAmountText("12.500")).toEqual({
      kind: "either",
      mark: ".",
      thousands: 12_500,
      decimals: 12.5,
      currency: null,
    });
    expect(readAmountText("12,500 €")).toMatchObject({
      kind: "either",
      mark: ",",
      thousands: 12_500,
      decimals: 12.5,
      currency: "€",
    });
  });
});
