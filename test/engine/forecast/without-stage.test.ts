import { expect, test } from "vitest";
import { isKnown } from "../../../engine/basics/figure.ts";
import { worthWithoutStage } from "../../../engine/forecast/bottleneck-worth.ts";
import { forecastBasis } from "../../../engine/forecast/forecast-basis.ts";
import { plantedHistory } from "./planted.ts";

test("without a stage of so many days, wins come as many days sooner, and no more of them", () => {
  const { timelines, lives, asOfDay } = plantedHistory({ months: 24, aMonth: 90, plant: null }, 5);
  const basis = forecastBasis(timelines, asOfDay, { level: 0.8, seed: 1 });
  const worth = worthWithoutStage(basis, 2);
  const wonLastYear = lives.reduce((sum, { amount, days, targets }) => {
    const [last, day] = [targets[targets.length - 1], days[days.length - 1] ?? 0];
    return last === -1 && day > asOfDay - 364 && day <= asOfDay ? sum + amount : sum;
  }, 0);
  // A stay takes 12 to 13 days: the year's wins are those of 376 days, a 364th part of them a day.
  const shifted = (wonLastYear / 364) * 12.5;
  if (!isKnown(worth)) throw new Error(worth.missing);
  expect((4 * worth.estimate) / shifted).toBeGreaterThan(0.75);
  expect((4 * worth.estimate) / shifted).toBeLessThan(1.25);
  expect(worth.lower).toBeGreaterThan(0);
});
