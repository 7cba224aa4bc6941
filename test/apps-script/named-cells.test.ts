import { describe, expect, it } from "vitest";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { simulatorOf, typedDocument } from "./book.ts";

const OVERVIEW = "Pipecast Overview";
const DEALS = `
Deal ID | Deal | Owner | Stage | Amount | Created | Status | Closed date
D1 | One | Ada | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Ada | Closed Won | 2000 | 2026-01-06 | Won | 2026-03-01
D3 | Three | Bo | Closed Lost | 500 | 2026-02-01 | Lost | 2026-03-05
`;

/** What stands left of a named cell. */
function labelOf({ world, person }: SheetsSimulator, name: string): unknown {
  const row = world.document.names.find((one) => one.name === name)?.area.row ?? -1;
  return person.values(OVERVIEW)[row]?.[0];
}

/** Refreshes, and tells how many cells were named anew. */
function namedBy(simulator: SheetsSimulator): number {
  const { serviceCalls, error } = simulator.run("refreshForecast");
  expect(error).toBeNull();
  expect(simulator.world.screen.alerts).toEqual([]);
  return serviceCalls.filter((call) => call === "Spreadsheet.setNamedRange").length;
}

describe("cells with names", () => {
  it("move along with what is said above them, and need not be named again", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    expect(namedBy(simulator)).toBeGreaterThan(15);
    const rowOf = () =>
      simulator.world.document.names.find(({ name }) => name === "pipecast_deals")?.area.row;
    const before = rowOf() ?? 0;
    simulator.person.type("Deals", "F2", "31/02/2026");
    expect(namedBy(simulator)).toBe(0);
    expect(rowOf()).toBeGreaterThan(before);
    expect(labelOf(simulator, "pipecast_deals")).toBe("Deals");
    expect(labelOf(simulator, "pipecast_velocity")).toBe("Velocity, a day");
    simulator.person.type("Deals", "F2", "2026-01-05");
    expect(namedBy(simulator)).toBe(0);
    expect(rowOf()).toBe(before);
    expect(labelOf(simulator, "pipecast_velocity")).toBe("Velocity, a day");
  });

  it("are named again on a new sheet where somebody deleted theirs", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const count = namedBy(simulator);
    const { document } = simulator.world;
    document.sheets = document.sheets.filter(({ name }) => name !== OVERVIEW);
    expect(namedBy(simulator)).toBe(count);
    expect(labelOf(simulator, "pipecast_deals")).toBe("Deals");
  });

  it("are named again where somebody took their names away", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    namedBy(simulator);
    const { document } = simulator.world;
    document.names = document.names.filter(({ name }) => name !== "pipecast_deals");
    expect(namedBy(simulator)).toBe(1);
    expect(labelOf(simulator, "pipecast_deals")).toBe("Deals");
  });
});
