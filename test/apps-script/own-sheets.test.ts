import { describe, expect, it } from "vitest";
import { copyOfSheet } from "../sheets-simulator/document.ts";
import { ConditionalFormatRule } from "../sheets-simulator/services/rules.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

const DEALS = `
Deal ID | Deal | Stage | Amount | Created | Status | Closed date
D1 | One | Proposal | 1000 | 2026-06-05 | Open |
D2 | Two | Negotiation | 2000 | 2026-06-15 | Open | 31/02/2026
D3 | Three | Proposal | 500 | 2026-05-01 | Open |
`;

async function refreshed(): Promise<SheetsSimulator> {
  const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
  simulator.run("refreshForecast");
  return simulator;
}

function refreshAgain(simulator: SheetsSimulator): void {
  expect(simulator.run("refreshForecast").error).toBeNull();
  expect(simulator.world.screen.alerts).toEqual([]);
}

/** The lines of a sheet that hold something. */
function lines(simulator: SheetsSimulator, name: string): string[] {
  return simulator.person
    .values(name)
    .map((row) => row.filter((value) => value !== "").join(" | "))
    .filter((line) => line !== "");
}

/** Duplicates a sheet as a person does from its tab: all of it, under another name. */
function duplicate(simulator: SheetsSimulator, name: string): string {
  const { document } = simulator.world;
  const copy = copyOfSheet(simulator.person.sheet(name), document.nextId++, `Copy of ${name}`);
  document.sheets.push(copy);
  return copy.name;
}

function addDeal(simulator: SheetsSimulator): void {
  simulator.person.paste("Deals", "A5", [["D4", "Four", "Contact", "700", "2026-06-20", "Open"]]);
}

describe("sheets of the report", () => {
  it("are known in a copy of the whole spreadsheet, which remembers nothing else", async () => {
    const { world } = await refreshed();
    const copy = await simulatorOf(structuredClone({ ...world.document, sheets: plainSheets(world) }));
    const before = copy.world.document.sheets.map(({ id, name }) => `${id} ${name}`);
    refreshAgain(copy);
    expect(copy.world.document.sheets.map(({ id, name }) => `${id} ${name}`)).toEqual(before);
  });

  it("are not those that a person duplicated to keep", async () => {
    const simulator = await refreshed();
    const kept = duplicate(simulator, "Pipecast Overview");
    const before = imageOf(simulator, kept);
    addDeal(simulator);
    refreshAgain(simulator);
    expect(imageOf(simulator, kept)).toBe(before);
    expect(lines(simulator, "Pipecast Overview").join()).not.toBe(lines(simulator, kept).join());
  });

  it("show no line twice where a person put rows in, and find room where a person took rows away", async () => {
    const simulator = await refreshed();
    const wanted = lines(simulator, "Pipecast Problems");
    simulator.person.insertRows("Pipecast Problems", 4, 3);
    refreshAgain(simulator);
    expect(lines(simulator, "Pipecast Problems")).toEqual(wanted);
    const stages = lines(simulator, "Pipecast Stages");
    simulator.person.deleteRows("Pipecast Stages", 6, 990);
    refreshAgain(simulator);
    expect(lines(simulator, "Pipecast Stages")).toEqual(stages);
  });

  it("keep a person's own filter, also where a refresh was cut off", async () => {
    const simulator = await refreshed();
    const sheet = simulator.person.sheet("Pipecast Glossary");
    sheet.filter = { row: 3, column: 0, rowCount: 5, columnCount: 2 };
    addDeal(simulator);
    const atCall = simulator.run("refreshForecast").calls.length - 20;
    simulator.person.type("Deals", "C5", "Negotiation");
    simulator.run("refreshForecast", [], { fault: { atCall, mode: "kill" } });
    refreshAgain(simulator);
    expect(sheet.filter).toMatchObject({ rowCount: 5 });
  });

  it("keep what a person wrote further down, and a person's own colours by rule", async () => {
    const simulator = await refreshed();
    simulator.person.type("Pipecast Stages", "B300", "my note");
    const sheet = simulator.person.sheet("Pipecast Stages");
    const own = new ConditionalFormatRule("=TRUE", "pink", [], null);
    const bars = sheet.rules.length;
    sheet.rules.push(own);
    addDeal(simulator);
    refreshAgain(simulator);
    expect(lines(simulator, "Pipecast Stages").at(-1)).toBe("my note");
    expect(sheet.rules).toContain(own);
    expect(sheet.rules).toHaveLength(bars + 1);
  });
});

/** Rules and validations are services, which no copy carries. */
function plainSheets({ document }: SheetsSimulator["world"]) {
  return document.sheets.map((sheet) => ({ ...sheet, rules: [] }));
}
