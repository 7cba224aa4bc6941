import { describe, expect, test } from "vitest";
import { silence } from "../../../engine/measures/silence.ts";
import { pipelineOf } from "../../helpers/records-of.ts";

/** A deal begun every tenth day from day 0 to day 90: on 10 of the 91 days up to the last one. */
const EVERY_TENTH = Array.from({ length: 10 }, (_, i) => `d${i} | open | ${i * 10} | A ${i * 10} | 100`).join(
  "\n",
);

describe("silence", () => {
  test("is told where five days with something were to be expected and none came", () => {
    // 46 days at 10 of 91: 5.05 days. One day fewer: 4.95.
    expect(silence(pipelineOf(EVERY_TENTH, 136))).toEqual({
      lastDay: 90,
      days: 46,
      usualDays: expect.closeTo((46 * 10) / 91, 12),
    });
    expect(silence(pipelineOf(EVERY_TENTH, 135))).toBeNull();
  });

  test("is broken by a change, a closing or an activity, but by nothing after the as-of day", () => {
    const with_ = (line: string) => silence(pipelineOf(`${EVERY_TENTH}\n${line}`, 136));
    expect(with_("x | open | 5 | A 5, B 130 | 100")).toBeNull();
    expect(with_("x | won | 5 | A 5, won 130 | 100")).toBeNull();
    expect(with_("x | open | 137 | A 137 | 100")).not.toBeNull();
  });

  test("of less than thirty days is none, however busy it was before", () => {
    const daily = Array.from({ length: 60 }, (_, i) => `d${i} | open | ${i} | A ${i} | 100`).join("\n");
    expect(silence(pipelineOf(daily, 59 + 29))).toBeNull();
    expect(silence(pipelineOf(daily, 59 + 30))).toMatchObject({ lastDay: 59, days: 30, usualDays: 30 });
  });

  test("cannot be told of a sheet filled in on one day, or without days", () => {
    const once = Array.from({ length: 40 }, (_, i) => `d${i} | open | 7 | A 7 | 100`).join("\n");
    // One day in the thirty that are taken at the least: 60 days would have had 2.
    expect(silence(pipelineOf(once, 67))).toBeNull();
    expect(silence(pipelineOf("a | open | | | 100", 67, ["A"], "deals-only"))).toBeNull();
  });
});
