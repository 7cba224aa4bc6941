import { expect, test } from "vitest";
import { isKnown } from "../../../engine/basics/figure.ts";
import { forecastPipeline } from "../../../engine/forecast/forecast.ts";
import { buildTimelines } from "../../../engine/pipeline/build-timelines.ts";
import { drawGamma } from "../../../engine/stats/draws.ts";
import { day, recordsOf } from "../../helpers/records-of.ts";

test("two years and more without a new deal still give a forecast", () => {
  const [first, second] = [day("2023-03-15"), day("2026-01-10")];
  const text = `1 | won - ${first + 50} | ${first} | | 100\n2 | won - ${second + 19} | ${second} | | 100\n3 | open A | ${second} | | 100`;
  const { timelines } = buildTimelines(recordsOf(text, ["A"], "deals-only"), day("2026-06-30"));
  const options = { by: "month", periods: 3, seed: 1, level: 0.8 } as const;
  const { periods } = forecastPipeline(timelines, day("2026-06-30"), options);
  expect(isKnown(periods) && periods.every(({ mean, upper }) => mean >= 0 && upper >= 0)).toBe(true);
});

test("a gamma draw without a shape ends in an error, not in a loop", () => {
  const random = { uniform: () => 0.5, below: () => 0 };
  expect(() => drawGamma(random, Number.NaN, 1)).toThrow(RangeError);
});
