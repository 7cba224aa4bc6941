import { describe, expect, it } from "vitest";
import { sampleBook, simulatorOf, typedDocument } from "./book.ts";

describe("custom functions", () => {
  it("take arrays and give the table of the report sheet", async () => {
    const simulator = await sampleBook();
    simulator.run("refreshForecast");
    const deals = simulator.person.values("Deals");
    const history = simulator.person.values("Stage history");
    const { value } = simulator.run("PIPECAST_CONVERSION", [deals, history], { entry: "custom-function" });
    const table = value as unknown[][];
    const sheet = simulator.person.values("Pipecast Stages");
    const start = sheet.findIndex((row) => row[0] === "Stage");
    expect(table[0]?.[0]).toBe("Stage");
    const figures = (rows: unknown[][]) => rows.map((row) => row.slice(0, 7));
    expect(figures(table)).toEqual(figures(sheet.slice(start, start + table.length)));
  });

  it("forecast as many months as are asked for, with the figures of the report sheet", async () => {
    const simulator = await sampleBook();
    simulator.run("refreshForecast");
    const ranges = [simulator.person.values("Deals"), simulator.person.values("Stage history")];
    const { value } = simulator.run("PIPECAST_FORECAST", [...ranges, 2], { entry: "custom-function" });
    const table = value as unknown[][];
    expect(table).toHaveLength(3);
    const sheet = simulator.person.values("Pipecast Forecast");
    const start = sheet.findIndex((row) => row[0] === table[0]?.[0]);
    expect(table.map((row) => row[0])).toEqual(sheet.slice(start, start + 3).map((row) => row[0]));
  });

  it("give one readable cell where the range is no deal list", async () => {
    const simulator = await simulatorOf(typedDocument({ Sheet1: "a | b" }));
    const run = (name: string, ...values: unknown[]) =>
      simulator.run(name, values, { entry: "custom-function" }).value as unknown[][];
    for (const name of ["PIPECAST_CONVERSION", "PIPECAST_CYCLE", "PIPECAST_FORECAST"]) {
      const [[cell] = [], ...rest] = run(name, [["colour"], ["red"]], "");
      expect(rest).toEqual([]);
      expect(cell).toMatch(/^Pipecast: /);
    }
    expect(
      run(
        "PIPECAST_FORECAST",
        [
          ["Deal", "Stage"],
          ["A", "Won"],
        ],
        "",
        -1,
      )[0]?.[0],
    ).toMatch(/^Pipecast: The argument "periods"/);
    expect(run("PIPECAST_CYCLE", 5)[0]?.[0]).toMatch(/^Pipecast: /);
  });
});
