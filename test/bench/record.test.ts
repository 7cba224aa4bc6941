import { expect, test } from "vitest";
import { withSection } from "./record-section.ts";
import { scaleImage } from "./scale/scale-chart.ts";
import { aggregatesOfSheet, differences } from "./side-by-side/aggregates.ts";

const LAST = "## The forecast alone\n\nfast";

test("a new section stands before the last one, and is renewed in its place", () => {
  const first = withSection(`# Benchmarks\n\nintro\n\n${LAST}\n`, "## Scale", "## Scale\n\none");
  expect(first).toBe(`# Benchmarks\n\nintro\n\n## Scale\n\none\n\n${LAST}\n`);
  const second = withSection(first, "## Side by side", "## Side by side\n\nx");
  expect(withSection(second, "## Scale", "## Scale\n\ntwo")).toBe(
    `# Benchmarks\n\nintro\n\n## Scale\n\ntwo\n\n## Side by side\n\nx\n\n${LAST}\n`,
  );
});

test("all before the first heading is renewed alone", () => {
  expect(withSection(`# Old\n\n${LAST}\n`, "", "# Benchmarks\n\nnew")).toBe(
    `# Benchmarks\n\nnew\n\n${LAST}\n`,
  );
});

test("a chart by powers of ten draws growth in proportion as a straight line", () => {
  const points = [1000, 10_000, 100_000].map((deals) => ({ deals, value: deals / 1000 }));
  const image = scaleImage(
    [{ title: "Time", lines: [{ name: "check", points }], valueText: (value) => `${value} s` }],
    "Time by deals",
  );
  const [, path = ""] = /<path d="([^"]+)"/.exec(image) ?? [];
  const places = path
    .slice(1)
    .split("L")
    .map((point) => point.split(",").map(Number));
  const slopes = places
    .slice(1)
    .map(([x = 0, y = 0], i) => (y - (places[i]?.[1] ?? 0)) / (x - (places[i]?.[0] ?? 0)));
  expect(slopes[0]).toBeCloseTo(slopes[1] ?? 0, 2);
});

test("contestants that differ in a figure are told apart", () => {
  const sheet = aggregatesOfSheet("Lead,10,0.5,7\n2026-01,100\n2026-02,0\n");
  expect(differences(sheet, sheet)).toEqual([]);
  expect(differences(sheet, { ...sheet, months: [{ month: "2026-01", amount: 90 }] })).toEqual([
    "2026-01: 100 and 90",
  ]);
});
