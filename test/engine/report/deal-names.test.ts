import { expect, test } from "vitest";
import { dealName } from "../../../engine/report/wording/deal-names.ts";

test("two long names that differ at their end stay apart", () => {
  const name = "Company plan – Sample Language School";
  const shown = ["631", "632"].map((number) => dealName({ name: `${name} ${number}`, id: "", account: "" }));
  expect(shown).toEqual([`${name} 631`, `${name} 632`]);
});

test("an endless name is cut", () => {
  expect(dealName({ name: "x".repeat(50_000), id: "", account: "" })).toBe(`${"x".repeat(59)}…`);
});
