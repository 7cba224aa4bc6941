import { describe, expect, test } from "vitest";
import { analyse } from "../../../engine/analyse.ts";
import type { Analysis } from "../../../engine/analysis.ts";
import { type Figure, type Interval, isKnown } from "../../../engine/basics/figure.ts";
import { type Book, writeUp } from "../../../samples/paperwork.ts";
import { dealsGrid, historyGrid } from "../../../samples/rows.ts";
import type { Scenario } from "../../../samples/scenario.ts";
import { sampleTeam } from "../../../samples/team.ts";
import { type StageTruth, truth } from "../../../samples/truth.ts";

/** The sample team ten times as busy and always at work, so that chance is small and days are exact. */
function busy(seed: number): Scenario {
  return { ...sampleTeam, seed, arrivals: { ...sampleTeam.arrivals, aMonth: 180 }, worksWeekends: true };
}

function analysisOf(book: Book, level = 0.8): Analysis {
  return analyse([dealsGrid(book), historyGrid(book)], { asOfDay: book.asOfDay, level, forecasts: "none" });
}

function known<T>(figure: Figure<T> | undefined): T {
  if (figure === undefined || !isKnown(figure)) throw new Error(`missing: ${JSON.stringify(figure)}`);
  return figure;
}

/** The estimate lies within four standard errors of the truth; an 80 % interval reaches 1.28 of them to each side. */
function expectNear(interval: Interval, trueShare: number, what: string): void {
  const error = (interval.upper - interval.lower) / (2 * 1.2816);
  expect(Math.abs(interval.estimate - trueShare), what).toBeLessThan(4 * error);
}

describe("a large simulated pipeline, censored at the as-of day, gives back the rates it was made with", () => {
  const scenario = busy(11);
  const book = writeUp(scenario);
  const analysis = analysisOf(book);
  const stages: readonly StageTruth[] = truth(scenario).stages;

  test("deals, stages and shape are read as they were written", () => {
    expect(analysis.counts.total).toBe(book.deals.length);
    expect(analysis.counts.excluded).toBe(0);
    expect(analysis.stages.map(({ stage }) => stage.name)).toEqual(stages.map(({ stage }) => stage));
    expect(analysis.recognition.shape).toBe("history");
  });

  test("eventual conversion and eventual win of every stage", () => {
    analysis.stages.forEach((stage, i) => {
      const { conversion = 0, eventualWin = 0 } = stages[i] ?? {};
      expectNear(known(stage.eventualConversion), conversion, `conversion of ${stage.stage.name}`);
      expectNear(known(stage.eventualWin), eventualWin, `eventual win from ${stage.stage.name}`);
    });
  });

  test("the share of closed deals that was won", () => {
    // Wins take longer than losses, so at the as-of day the closed deals hold a little too many losses.
    const byCount = known(analysis.winRate.byCount);
    expect(Math.abs(byCount.estimate - truth(scenario).winRate)).toBeLessThan(0.02);
  });

  test("the median time in every stage, to the day", () => {
    analysis.stages.forEach((stage, i) => {
      const median = known(known(stage.timeInStage).medianDays);
      const trueMedian = stages[i]?.medianDays ?? 0;
      expect(Math.abs(median - trueMedian), stage.stage.name).toBeLessThanOrEqual(
        Math.max(1, 0.1 * trueMedian),
      );
    });
  });

  test("the slowest and the leakiest stage are named, with certainty", () => {
    const found = known(analysis.bottlenecks).filter(({ evidence }) => known(evidence.certainty) >= 0.8);
    const worst = (kind: string) => found.find((bottleneck) => bottleneck.kind === kind)?.stage.name;
    expect([worst("slow"), worst("leaky")]).toEqual(["Proposal", "Qualification"]);
  });
});

describe("intervals hold what they promise", () => {
  test("over 20 seeds, 80 % intervals of the eventual win from the first stage hold the truth in 11 to 20", () => {
    // Of 20 trials at 0.8, fewer than 11 come up with a chance of 0.3 %.
    const trueShare = truth(sampleTeam).stages[0]?.eventualWin ?? 0;
    const hits = Array.from({ length: 20 }, (_, seed) => {
      const [first] = analysisOf(writeUp({ ...sampleTeam, seed: seed + 100 })).stages;
      const { lower, upper } = known(first?.eventualWin);
      return lower <= trueShare && trueShare <= upper;
    }).filter(Boolean).length;
    expect(hits).toBeGreaterThanOrEqual(11);
  });

  test("a wider level gives a wider interval", () => {
    const book = writeUp(sampleTeam);
    const width = (level: number): number => {
      const { lower, upper } = known(analysisOf(book, level).winRate.byCount);
      return upper - lower;
    };
    expect(width(0.95)).toBeGreaterThan(width(0.8));
  });
});
