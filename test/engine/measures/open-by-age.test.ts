import fc from "fast-check";
import { expect, test } from "vitest";
import { openByAge } from "../../../engine/measures/open-by-age.ts";
import type { Deal } from "../../../engine/pipeline/pipeline.ts";

function open(ageDays: number | null, amount: number | null): { deal: Deal; ageDays: number | null } {
  return { deal: { amount } as Deal, ageDays };
}

test("each deal is in the band of its age, the borders in the younger one", () => {
  const bands = openByAge([
    open(0, 100),
    open(30, 50),
    open(31, 7),
    open(90, null),
    open(91, 3),
    open(400, 1_000),
  ]);
  expect(bands).toEqual([
    { fromDays: 0, toDays: 30, deals: 2, amount: 150 },
    { fromDays: 31, toDays: 60, deals: 1, amount: 7 },
    { fromDays: 61, toDays: 90, deals: 1, amount: 0 },
    { fromDays: 91, toDays: 180, deals: 1, amount: 3 },
    { fromDays: 181, toDays: null, deals: 1, amount: 1_000 },
  ]);
});

test("a deal of unknown age is in no band", () => {
  expect(openByAge([open(null, 100)]).every(({ deals, amount }) => deals === 0 && amount === 0)).toBe(true);
});

test("no deal is counted twice or lost, whatever the order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000)), (ages) => {
      const bands = openByAge(ages.map((age) => open(age, 1)));
      expect(bands.reduce((sum, { deals }) => sum + deals, 0)).toBe(ages.length);
      expect(openByAge([...ages].reverse().map((age) => open(age, 1)))).toEqual(bands);
    }),
  );
});
