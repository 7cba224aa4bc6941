import { describe, expect, test } from "vitest";
import { halvesOf } from "../../../engine/forecast/best-half.ts";
import { randomSource } from "../../../engine/stats/random.ts";

const group = (observed: number, expected: number) => ({ observed, expected });

describe("the better half of a history", () => {
  test("two years in which a stage has become half as quick: the better half is what it was before", () => {
    // The last quarter comes first: 30 exits in 900 days of late, 60 in 900 before.
    const quarters = [30, 30, 30, 30, 60, 60, 60, 60].map((exits) => group(exits, 900));
    const halves = halvesOf(quarters, "more", (quarter) => quarter < 2);
    expect(halves?.late).toBeCloseTo(30 / 900, 12);
    // 60 ÷ 900, less a little: among equals some of the four best are best by luck.
    expect(halves?.best).toBeGreaterThan((0.95 * 60) / 900);
    expect(halves?.best).toBeLessThanOrEqual(60 / 900);
  });

  test("where quarters differ as chance has it, the better half is hardly better than all", () => {
    const quarters = [41, 52, 47, 58, 44, 49, 55, 46].map((exits) => group(exits, 900));
    const halves = halvesOf(quarters, "more");
    const all = 392 / (8 * 900);
    // The half picked is (58 + 55 + 52 + 49) ÷ 3,600, 9 % above all: what picking by luck gains anyway.
    expect((halves?.best ?? 0) / all).toBeGreaterThan(0.95);
    expect((halves?.best ?? 0) / all).toBeLessThan(1.04);
  });

  test("draws lie around the levels", () => {
    const halves = halvesOf([group(400, 4000), group(800, 4000)], "fewer");
    const random = randomSource(1);
    const draws = Array.from({ length: 400 }, () => halves?.draw(random).best ?? 0);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(mean / (halves?.best ?? 1)).toBeCloseTo(1, 1);
  });

  test("one group, or nothing that ever happened, has no half", () => {
    expect(halvesOf([group(5, 100)], "more")).toBeNull();
    expect(halvesOf([group(0, 100), group(0, 100)], "more")).toBeNull();
  });
});
