import { describe, expect, test } from "vitest";
import { periodOf } from "../../../engine/basics/period.ts";
import { cycleLength } from "../../../engine/measures/cycle-length.ts";
import { dealSize } from "../../../engine/measures/deal-size.ts";
import { targetProgress } from "../../../engine/measures/targets.ts";
import { winRate } from "../../../engine/measures/win-rate.ts";
import { asOf } from "../../../engine/pipeline/as-of.ts";
import { timelinesWith } from "../../helpers/pipeline-with.ts";
import { day } from "../../helpers/records-of.ts";

/** In each of March, April and May two deals of 100 were open on the 10th; one of them was won on the 20th. */
const MONTHS = ["03", "04", "05"].flatMap((month) => {
  const on = (date: string): number => day(`2026-${month}-${date}`);
  return [
    `${month}w | won - ${on("20")} | ${on("02")} | A ${on("02")} | 100`,
    `${month}l | lost - ${on("25")} | ${on("02")} | A ${on("02")} | 100`,
  ];
});
const [JUNE_1, JUNE_5, JUNE_10] = [day("2026-06-01"), day("2026-06-05"), day("2026-06-10")];
const JUNE = [
  `w | won - ${JUNE_5} | ${JUNE_1} | A ${JUNE_1} | 50`,
  `x | open A | ${JUNE_1} | A ${JUNE_1} | 300`,
  `y | open A | ${JUNE_1} | A ${JUNE_1} | 100`,
];

function progress(amount: number, owner: string | null = null, more: readonly string[] = []) {
  const facts = { x: { owner: "Ada" }, w: { owner: "Ada" } };
  const timelines = timelinesWith([...MONTHS, ...JUNE, ...more].join("\n"), facts);
  const pipeline = asOf(timelines, JUNE_10);
  return targetProgress(
    pipeline,
    { period: periodOf(JUNE_10, "month"), owner, amount },
    {
      timelines,
      winRate: winRate(pipeline, 0.8, 1),
      dealSize: dealSize(pipeline),
      wonCycle: cycleLength(pipeline, "won"),
    },
  );
}

describe("where a target stands", () => {
  test("gap 850 − 50 = 800, open 400: coverage 0.5; past months took 200 open for 100 won, so 2 for 1", () => {
    expect(progress(850)).toMatchObject({
      wonAmount: 50,
      gapAmount: 800,
      openAmount: 400,
      coverage: 0.5,
      past: { n: 3, median: 2, yieldShare: 0.5 },
      expectedAmount: 200,
      withoutLargest: { deal: { id: "x" }, expectedAmount: 50 },
    });
  });

  test("600 more at a win rate of 4/7 and 87.50 a win take 12 deals, begun 18 days before 30 June", () => {
    // Won 4 of 7 closed; average (100·3 + 50)/4 = 87.5; one new deal brings 50. Cycles 18, 18, 18, 4: median 18.
    expect(progress(850).newDeals).toEqual({ deals: 12, startByDay: day("2026-06-12"), isTooLate: false });
  });

  test("a month that won nothing counts as endlessly much open: 2, 2, 2 and one without end", () => {
    const on = (date: string): number => day(`2026-02-${date}`);
    const barren = `02l | lost - ${on("25")} | ${on("02")} | A ${on("02")} | 100`;
    const { past } = progress(850, null, [barren]);
    // Places 3p: P10 0.3 and the median 1.5 lie between twos, P90 at 2.7 beyond the last. 300 won of 700 open.
    expect(past).toEqual({
      n: 4,
      lower: 2,
      median: 2,
      upper: { missing: "none-won", n: 4 },
      yieldShare: 3 / 7,
    });
    const three = ["2025-11", "2025-12", "2026-01"].map(
      (month) =>
        `${month} | lost - ${day(`${month}-25`)} | ${day(`${month}-02`)} | A ${day(`${month}-02`)} | 100`,
    );
    expect(progress(850, null, [barren, ...three]).past).toMatchObject({
      n: 7,
      median: { missing: "none-won" },
      yieldShare: 0.3,
    });
  });

  test("a reached target has no coverage and needs no new deals", () => {
    expect(progress(40)).toMatchObject({
      gapAmount: 0,
      coverage: { missing: "no-gap" },
      newDeals: { deals: 0 },
    });
  });

  test("an owner's target counts the owner's deals; without past months of theirs nothing is promised", () => {
    expect(progress(850, "Ada")).toMatchObject({
      wonAmount: 50,
      openAmount: 300,
      past: { missing: "too-few", n: 0 },
      expectedAmount: { missing: "too-few", n: 0 },
    });
  });
});
