import { expect, test } from "vitest";
import type { PeriodUnit } from "../../engine/basics/period.ts";
import { targetAmounts } from "../../engine/target-amounts.ts";
import { day } from "../helpers/records-of.ts";

function targets(
  unit: PeriodUnit,
  byLabel: readonly (readonly [string, number])[],
  every: readonly (readonly [PeriodUnit, number])[] = [],
) {
  const amounts = targetAmounts(
    { byLabel: new Map(byLabel), every: new Map(every) },
    day("2026-06-30"),
    unit,
  );
  return [...amounts].slice(0, 3);
}

test("a period's own target stands before that of every period", () => {
  expect(targets("month", [["2026-08", 70]], [["month", 50]])).toEqual([
    ["2026-07", 50],
    ["2026-08", 70],
    ["2026-09", 50],
  ]);
});

test("a quarter has the sum of its months, where all three have one", () => {
  // 50 + 70 + 50 = 170
  expect(targets("quarter", [["2026-08", 70]], [["month", 50]])[0]).toEqual(["2026-Q3", 170]);
  expect(targets("quarter", [["2026-08", 70]])).toEqual([]);
});

test("a quarter's own target stands before its months'", () => {
  expect(targets("quarter", [["2026-Q3", 200]], [["month", 50]])[0]).toEqual(["2026-Q3", 200]);
});

test("a quarter's target says nothing of its months, and past ones nothing at all", () => {
  expect(targets("month", [["2026-Q3", 200]])).toEqual([]);
  expect(targets("month", [["2026-06", 10]])).toEqual([]);
});
