import { expect, test } from "vitest";
import { missing } from "../../../engine/basics/figure.ts";
import { composeSheet, line } from "../../../engine/report/layout.ts";
import { stagesSheet } from "../../../engine/report/sheets/stages.ts";
import { funnelWords } from "../../../engine/report/wording/stage-charts.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

const META = { sourceName: "deals.xlsx", version: "0.1.0" };

test("the charts stand below the tables that they draw, over empty cells, beside each other", () => {
  const { charts = [], rows, tables } = stagesSheet(FIXTURE, META);
  const [funnel, time] = tables;
  expect(charts.map(({ kind }) => kind)).toEqual(["bars", "columns"]);
  for (const { place } of charts) {
    const covered = rows.slice(place.row, place.row + place.rowCount);
    expect(covered.every((row) => row.length === 0)).toBe(true);
    expect(covered.length).toBe(place.rowCount);
  }
  expect(charts[0]?.categories).toEqual({
    row: (funnel?.row ?? 0) + 1,
    column: 0,
    rowCount: 3,
    columnCount: 1,
  });
  expect(charts[1]?.categories.row).toBe((time?.row ?? 0) + 1);
  const [left, right] = charts.map(({ place }) => place);
  expect((left?.column ?? 0) + (left?.columnCount ?? 0)).toBeLessThanOrEqual(right?.column ?? 0);
});

test("a figure that no stage has is not drawn", () => {
  const noDays = missing("no-history", 0);
  const withoutTimes = FIXTURE.stages.map((stage) => ({ ...stage, timeInStage: noDays }));
  expect(stagesSheet({ ...FIXTURE, stages: withoutTimes }, META).charts?.map(({ kind }) => kind)).toEqual([
    "bars",
  ]);
  const noneReached = withoutTimes.map((stage) => ({ ...stage, reached: 0 }));
  expect(stagesSheet({ ...FIXTURE, stages: noneReached }, META).charts).toBeUndefined();
});

test("the funnel's title says how many got to its end", () => {
  // 118 of 240 = 49.17 %
  expect(funnelWords(FIXTURE.stages).title).toBe("118 of 240 deals got as far as Negotiation (49.2 %)");
  expect(funnelWords(FIXTURE.stages.slice(0, 1)).title).toBe("240 deals reached Qualification");
  expect(funnelWords([]).title).toBe("How far deals get");
});

test("the funnel's title claims no share where nobody knows how far lost deals got", () => {
  const conversion = missing("lost-stages-unknown", 64);
  const stages = FIXTURE.stages.map((stage) => ({ ...stage, conversion }));
  expect(funnelWords(stages).title).toBe(
    "How far won and open deals got; 64 lost deals left out, stage unknown",
  );
});

test("a chart of a table that does not stand above it is a fault of the plan", () => {
  const chart = {
    kind: "bars",
    title: "T",
    alt: "A",
    table: "Nowhere",
    categories: 0,
    series: [],
    column: 0,
    columnCount: 1,
  } as const;
  const blocks = [line("Hi", "title"), { kind: "charts", rowCount: 3, charts: [chart] } as const];
  expect(() => composeSheet({ name: "S", widths: [9], blocks, frozenBlocks: 1, frozenColumns: 0 })).toThrow(
    "No table Nowhere",
  );
});
