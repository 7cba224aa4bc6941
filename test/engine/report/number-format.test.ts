import { describe, expect, test } from "vitest";
import { numberFormat } from "../../../engine/report/number-format.ts";
import type { Unit } from "../../../engine/report/report.ts";

function formatOf(value: number | string | null, unit: Unit, amountPrefix = ""): string {
  return numberFormat({ value, unit, style: "body" }, amountPrefix);
}

describe("the number format of a report cell", () => {
  test("shows money without decimals from 1,000 up, with the currency's sign in quotes", () => {
    expect(formatOf(5, "amount", "CHF ")).toBe('[>=100]"CHF "#,##0;[<=-100]-"CHF "#,##0;"CHF "#,##0.00');
    expect(formatOf(5, "amount")).toBe("[>=100]#,##0;[<=-100]-#,##0;#,##0.00");
    expect(formatOf(0, "amount", "€")).toBe('"€"#,##0');
  });

  test("shows shares as the cell says, else with one decimal; counts and days whole; days as dates", () => {
    expect(numberFormat({ value: 0.5, unit: "share", style: "body", decimals: 0 }, "")).toBe("0%");
    expect(formatOf(0.5, "share")).toBe("0.0%");
    expect([formatOf(5, "count"), formatOf(5.2, "days"), formatOf(20_000, "day")]).toEqual([
      "#,##0",
      "#,##0",
      "yyyy-mm-dd",
    ]);
  });

  test("keeps text that looks like a formula as text when it is edited", () => {
    expect(["=1+1", "+1", "-x", "@a", "\tx"].map((text) => formatOf(text, "text"))).toEqual(
      Array(5).fill("@"),
    );
    expect([formatOf("a=b", "text"), formatOf(null, "text")]).toEqual(["General", "General"]);
  });
});
