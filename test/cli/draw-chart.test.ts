import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { drawChart } from "../../cli/draw/draw-chart.ts";
import { paintWith } from "../../cli/draw/paint.ts";
import type { ChartBlock } from "../../engine/index.ts";

const LEGEND = { bar: "won", mark: "expected", range: "80 % range", target: "target" };
const draw = (rows: ChartBlock["rows"], width: number): string[] =>
  drawChart({ kind: "chart", rows, legend: LEGEND }, width, paintWith(false));

test("bars, a range with its mark, what is done already, and a target stand on one scale from zero", () => {
  // 21 places for 0 to 100: 5 a place
  const rows = [
    { label: "May", text: "50", value: 50 },
    { label: "June", text: "0", value: 0 },
    { label: "July", text: "60", value: 60, range: { lower: 40, upper: 100 }, done: 20, target: 80 },
  ];
  expect(draw(rows, 4 + 2 + 2 + 2 + 21)).toEqual([
    "May   50  ███████████",
    "June   0  ",
    "July  60  █████   ░░░░●░░░│░░░░",
    "█ won   ● expected   ░ 80 % range   │ target",
  ]);
});

test("the legend names only what is drawn", () => {
  expect(draw([{ label: "May", text: "5", value: 5 }], 40).at(-1)).toBe("█ won");
});

test("whatever the amounts, every row has its mark or bar and fits the width", () => {
  const amount = fc.double({ min: 0, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 40, max: 100 }), (a, b, c, width) => {
      const [lower = 0, value = 0, upper = 0] = [a, b, c].sort((x, y) => x - y);
      const rows = [
        { label: "2026-06", text: "€1", value: a },
        { label: "2026-07", text: "€2", value, range: { lower, upper }, target: c },
      ];
      const [bar = "", ahead = ""] = draw(rows, width);
      for (const line of [bar, ahead]) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(bar.includes("█")).toBe(a > 0);
      expect(ahead).toContain("●");
    }),
  );
});

test("colour changes nothing but colour", () => {
  const rows = [{ label: "July", text: "60", value: 60, range: { lower: 40, upper: 100 }, target: 80 }];
  const block = { kind: "chart", rows, legend: LEGEND } as const;
  const coloured = drawChart(block, 60, paintWith(true)).map(stripVTControlCharacters);
  expect(coloured).toEqual(draw(rows, 60));
});
