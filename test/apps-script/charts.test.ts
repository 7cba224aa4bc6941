import { describe, expect, it, vi } from "vitest";
import { a1Of } from "../sheets-simulator/a1.ts";
import { EmbeddedChart } from "../sheets-simulator/services/chart.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { sampleBook } from "./book.ts";

const SHEET = "Pipecast Stages";

async function refreshed(): Promise<SheetsSimulator> {
  const simulator = await sampleBook();
  simulator.run("refreshForecast");
  expect(simulator.world.screen.alerts).toEqual([]);
  return simulator;
}

function chartsOf(simulator: SheetsSimulator) {
  return simulator.person.sheet(SHEET).charts;
}

describe("charts in Google Sheets", () => {
  it("are native, drawn from the sheet's own cells, and titled with what they say", async () => {
    const simulator = await refreshed();
    const [funnel, time] = chartsOf(simulator);
    expect(funnel).toMatchObject({
      type: "BAR",
      options: { title: expect.stringMatching(/deals got as far as/) },
    });
    expect(time).toMatchObject({
      type: "COLUMN",
      options: { title: expect.stringMatching(/Proposal holds deals/) },
    });
    const values = simulator.person.values(SHEET);
    const [names, reached] = funnel?.ranges ?? [];
    expect(names && values[names.row]?.[names.column]).toBe("Prospecting");
    expect(reached && values[reached.row - 1]?.[reached.column]).toBe("Reached");
  });

  it("are not drawn twice, and are left alone where nothing changed", async () => {
    const simulator = await refreshed();
    const before = JSON.stringify(chartsOf(simulator));
    const { calls } = simulator.run("refreshForecast");
    expect(JSON.stringify(chartsOf(simulator))).toBe(before);
    expect(calls).not.toContain("Sheet.getCharts");
  });

  it("take new figures and title, and keep their id and what a person changed of their looks", async () => {
    const simulator = await refreshed();
    const sheet = simulator.person.sheet(SHEET);
    const ids = sheet.charts.map(({ id }) => id);
    sheet.charts = sheet.charts.map((chart) => ({
      ...chart,
      options: { ...chart.options, backgroundColor: "pink" },
    }));
    const deals = simulator.person.sheet("Deals");
    for (let row = 60; row < deals.rows.length; row++) deals.rows[row] = [];
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts).toEqual([]);
    expect(sheet.charts.map(({ id }) => id)).toEqual(ids);
    expect(sheet.charts.map(({ options }) => options.backgroundColor)).toEqual(ids.map(() => "pink"));
  });

  it("move along where rows come in above them, and not where a person moved them", async () => {
    const simulator = await refreshed();
    const deals = simulator.person.sheet("Pipecast Deals");
    const rowOf = () => deals.charts[0]?.position.row ?? 0;
    const before = rowOf();
    const last = simulator.person.sheet("Deals").rows.length;
    const added = (id: string) => [id, id, "", "", "Ana", "", "", "", "Proposal", "1000", "2026-06-01"];
    simulator.person.paste("Deals", `A${last + 1}`, [added("D-9001"), added("D-9002")]);
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts).toEqual([]);
    expect(rowOf()).toBe(before + 2);
    deals.charts = deals.charts.map((chart) => ({ ...chart, position: { row: 3, column: 14 } }));
    simulator.person.type("Deals", `J${last + 1}`, "77777");
    simulator.run("refreshForecast");
    expect(rowOf()).toBe(3);
  });

  it("are known again where Sheets tells other ranges than they were given", async () => {
    const ranges = vi.spyOn(EmbeddedChart.prototype, "getRanges").mockReturnValue([]);
    const simulator = await refreshed();
    ranges.mockRestore();
    const sheet = simulator.person.sheet(SHEET);
    const areaCounts = () => sheet.charts.map(({ ranges: areas }) => areas.length);
    const before = areaCounts();
    sheet.charts = sheet.charts.map((chart) => ({ ...chart, ranges: chart.ranges.slice(0, 1) }));
    const deals = simulator.person.sheet("Deals");
    for (let row = 60; row < deals.rows.length; row++) deals.rows[row] = [];
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts).toEqual([]);
    expect(areaCounts()).toEqual(before);
  });

  it("leave a person's own chart on the sheet alone", async () => {
    const simulator = await refreshed();
    const sheet = simulator.person.sheet(SHEET);
    const area = { row: 4, column: 1, rowCount: 3, columnCount: 2, sheetId: sheet.id };
    const own = {
      id: 77,
      type: "PIE",
      ranges: [area],
      options: { title: "mine" },
      position: { row: 40, column: 1 },
      headers: 1,
    };
    sheet.charts.push(own);
    simulator.person.type("Deals", "I2", "Closing");
    simulator.run("refreshForecast");
    expect(sheet.charts.find(({ id }) => id === 77)).toEqual(own);
    expect(sheet.charts.map(({ ranges }) => ranges.map(a1Of).join()).sort()).toHaveLength(3);
  });
});
