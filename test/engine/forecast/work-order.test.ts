import { expect, test } from "vitest";
import type { DealOutlook } from "../../../engine/forecast/outlook.ts";
import { workOrder } from "../../../engine/forecast/work-order.ts";
import type { OpenDeal } from "../../../engine/measures/attention.ts";
import type { Deal } from "../../../engine/pipeline/pipeline.ts";
import { pipelineOf } from "../../helpers/records-of.ts";

/** Deals as `id amount cost`, an `!` after the id of a flagged one; a cost of – is not known. */
function ordered(lines: readonly string[]): string {
  const outlooks = new Map<Deal, DealOutlook>();
  const deals = lines.map((text): OpenDeal => {
    const [name = "", amount = "", cost = ""] = text.split(" ");
    const [deal] = pipelineOf(`${name.replace("!", "")} | open A | 0 | A 0 | ${amount}`, 9).deals;
    if (!deal) throw new Error(text);
    const days = { expectedCloseDay: 20, earlyCloseDay: 12, lateCloseDay: 40, waitDays: 5 };
    const money = { expectedAmount: 1, costOfWaiting: cost === "–" ? null : Number(cost) };
    outlooks.set(deal, { deal: 0, winProbability: 0.5, ...money, ...days });
    const flags = name.endsWith("!") ? [{ code: "no-next-step", plannedDay: null } as const] : [];
    return { deal, ageDays: 9, daysInStage: 9, flags };
  });
  return workOrder(deals, outlooks)
    .map(({ deal }) => deal.id)
    .join(" ");
}

test("what waiting costs the most comes first, flagged or not, large or not", () => {
  expect(ordered(["a! 90000 40", "b 500 300", "c 70000 120"])).toBe("b c a");
});

test("costs that are said to be the same are equals: flagged first, then the larger amount", () => {
  // 1,180 and 1,220 are both about 1,200; 1,260 is about 1,300.
  expect(ordered(["a 50000 1220", "b 900 1180", "c! 100 1190", "d 10 1260"])).toBe("d c a b");
});

test("a cost that nobody knows counts as none, and without any forecast flagged deals come first", () => {
  expect(ordered(["a 900 –", "b! 5 –", "c! 7 –", "d 1 3"])).toBe("d c b a");
});
