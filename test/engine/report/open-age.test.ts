import { expect, test } from "vitest";
import { openByAge } from "../../../engine/measures/open-by-age.ts";
import type { Deal } from "../../../engine/pipeline/pipeline.ts";
import { dealsSheet } from "../../../engine/report/sheets/deals.ts";
import { openAgeWords } from "../../../engine/report/wording/open-age.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

const META = { sourceName: "deals.xlsx", version: "0.1.0" };
const deals = (amounts: readonly (number | null)[]) =>
  amounts.map((amount, index) => ({ deal: { amount } as Deal, ageDays: index * 60 }));

test("the title says how much is old: money where there is some, deals where there is none", () => {
  // Ages 0, 60, 120, 180 days: 120 and 180 are over 90 days, 4,000 + 5,000 of 12,000.
  const withMoney = openByAge(deals([1_000, 2_000, 4_000, 5_000]));
  expect(openAgeWords(withMoney, true, "EUR").title).toBe("Older than 90 days: €9,000 of €12,000 listed");
  const without = openByAge(deals([null, null, null]));
  expect(openAgeWords(without, false, null)).toEqual({
    title: "Older than 90 days: 1 of 3 open deals",
    alt: "Columns: the open pipeline by the age of its deals. 0–30 days 1, 31–60 days 1, 61–90 days 0, 91–180 days 1, Over 180 days 0.",
  });
});

test("the chart draws the money, or the deals where no amount is listed; none where no deal is open", () => {
  const drawn = (amounts: readonly (number | null)[]) => {
    const advice = { ...FIXTURE.advice, openByAge: openByAge(deals(amounts)) };
    return dealsSheet({ ...FIXTURE, advice }, META).charts?.map(({ series }) => series[0]?.name);
  };
  expect(drawn([100, null])).toEqual(["Listed amount"]);
  expect(drawn([null])).toEqual(["Open deals"]);
  expect(drawn([])).toBeUndefined();
});
