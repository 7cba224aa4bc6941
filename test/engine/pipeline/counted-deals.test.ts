import { describe, expect, test } from "vitest";
import { analyse } from "../../../engine/analyse.ts";
import { isKnown } from "../../../engine/basics/figure.ts";
import { buildTimelines } from "../../../engine/pipeline/build-timelines.ts";
import { countedDeals } from "../../../engine/pipeline/counted-deals.ts";
import { writeUp } from "../../../samples/paperwork.ts";
import { historyGrid } from "../../../samples/rows.ts";
import { sampleTeam } from "../../../samples/team.ts";
import { recordsOf } from "../../helpers/records-of.ts";

const timelinesOf = (text: string) => buildTimelines(recordsOf(text), 1000).timelines;

describe("deals are counted where none carries an amount", () => {
  test("each stands for one, in no currency", () => {
    const counted = countedDeals(timelinesOf("1 | won - 9 | 0 | A 0\n2 | open A | 0 | A 0"));
    expect(counted?.deals.map(({ facts }) => facts.amount)).toEqual([1, 1]);
    expect(counted?.currency).toBeNull();
  });

  test("one amount is enough to speak of money", () => {
    expect(countedDeals(timelinesOf("1 | won - 9 | 0 | A 0 | 500\n2 | open A | 0 | A 0"))).toBeNull();
  });

  test("a history sheet alone gives a forecast of won deals, and says so", () => {
    const book = writeUp(sampleTeam);
    const analysis = analyse([historyGrid(book)], { asOfDay: book.asOfDay, horizon: 3 });
    const { forecast } = analysis;
    expect(forecast?.notes.map(({ code }) => code)).toContain("counted");
    const periods = forecast && isKnown(forecast.periods) ? forecast.periods : [];
    // The sample team wins some seven deals a month.
    for (const { mean } of periods) expect(mean).toBeGreaterThan(2);
    for (const { mean } of periods) expect(mean).toBeLessThan(20);
    for (const { amount, deals } of analysis.wonBefore.month) expect(amount).toBe(deals);
  });
});
