import { describe, expect, it } from "vitest";
import { lettersOf } from "../sheets-simulator/a1.ts";
import { emptyDocument } from "../sheets-simulator/document.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

const DEALS = `
Deal ID | Deal name | Stage | Amount | Create date | Status | Close date
D1 | One | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Proposal | 2000 | 03/04/2026 | Won | 2026-05-01
`;

describe("set up", () => {
  it("gives a team that starts from nothing the whole starter workbook, with drop-downs and colours", async () => {
    const simulator = await simulatorOf(emptyDocument("Europe/Berlin", "en_GB"));
    simulator.run("setUpSpreadsheet");
    const { document, screen } = simulator.world;
    const names = document.sheets.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["Deals", "Stage history", "Pipecast Settings", "Pipecast Playbook"]),
    );
    expect(screen.alerts.slice(1)).toEqual([]);
    expect(screen.sidebar).not.toBeNull();
    const deals = simulator.person.sheet("Deals");
    const stage = deals.rows[0]?.findIndex((cell) => cell?.value === "Stage") ?? -1;
    expect(deals.rows[300]?.[stage]?.validation).toMatchObject({ kind: "VALUE_IN_RANGE" });
    expect(deals.rules).toHaveLength(1);
    expect(deals.frozenRows).toBe(1);
  });

  it("gives sheets that Pipecast reads and records changes in", async () => {
    const simulator = await simulatorOf(emptyDocument("Europe/Berlin", "en_GB"));
    simulator.run("setUpSpreadsheet");
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts.slice(1)).toEqual([]);
    expect(simulator.person.values("Pipecast Overview")[1]?.[0]).toMatch(/10 deals/);
    simulator.run("toggleRecording");
    const [headers = [], first = []] = simulator.person.values("Deals");
    const column = headers.indexOf("Stage");
    const filled = () => simulator.person.values("Stage history").filter(([id]) => id !== "");
    const before = filled().length;
    simulator.person.type("Deals", `${lettersOf(column)}2`, "Negotiation");
    expect(filled()).toHaveLength(before + 1);
    expect(filled().at(-1)?.slice(0, 2)).toEqual([first[0], "Negotiation"]);
  });

  it("colours a header over all the columns that it stands for", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    simulator.run("setUpSpreadsheet");
    const header = simulator.person.sheet("Pipecast Settings").rows[3] ?? [];
    expect(header.slice(0, 6).map((cell) => cell?.look.background ?? null)).toEqual([
      ...Array(5).fill("#0072b2"),
      null,
    ]);
  });

  it("adds only settings, templates and playbook where there are deals, and nothing twice", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const before = imageOf(simulator, "Deals");
    simulator.run("setUpSpreadsheet");
    simulator.run("setUpSpreadsheet");
    const names = simulator.world.document.sheets.map(({ name }) => name);
    expect(names).toEqual(["Deals", "Pipecast Settings", "Pipecast Templates", "Pipecast Playbook"]);
    expect(imageOf(simulator, "Deals")).toBe(before);
    expect(JSON.stringify(simulator.person.values("Pipecast Settings"))).not.toContain("Prospecting");
  });

  it("does nothing where the person says no", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    simulator.world.screen.answers.push("CANCEL");
    simulator.run("setUpSpreadsheet");
    expect(simulator.world.document.sheets).toHaveLength(1);
  });
});

describe("settings", () => {
  it("are kept in their sheet and used at once", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const answer = simulator.fromSidebar("saveSettings", {
      Currency: "chf",
      "Reminders every (days)": "14",
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { analysis: { currency: "CHF" }, settings: { Currency: "chf", "Reminders every (days)": "14" } },
    });
    const rows = simulator.person.values("Pipecast Settings");
    expect(rows.find(([name]) => name === "Currency")?.[1]).toBe("chf");
  });

  it("may be written by hand; saving touches only what was changed in the sidebar", async () => {
    const settings = "Setting | Value\nCurrency | SEK\nColumn: name | Deal name\nRate: usd | 0.92";
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS, "Pipecast Settings": settings }));
    expect(simulator.fromSidebar("loadSidebar")).toMatchObject({ value: { analysis: { currency: "SEK" } } });
    const before = simulator.person.values("Pipecast Settings");
    simulator.fromSidebar("saveSettings", { Currency: "SEK", "Deals sheet": "Deals" });
    const after = simulator.person.values("Pipecast Settings");
    expect(after.filter(([name]) => name !== "Deals sheet")).toEqual(before);
    expect(after[2]).toEqual(["Deals sheet", "Deals"]);
  });

  it.each([
    ["Level", "most"],
    ["Date order", "year first"],
  ])("are a problem with its cell where they cannot be read: %s = %s", async (name, value) => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const answer = simulator.fromSidebar("saveSettings", { [name]: value });
    const problem = { code: "setting-unreadable", sheet: "Pipecast Settings", value };
    expect(answer).toMatchObject({
      value: { analysis: { problems: expect.arrayContaining([expect.objectContaining(problem)]) } },
    });
  });

  it("name a sheet that is not there: said in words", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const answer = simulator.fromSidebar("saveSettings", { "Deals sheet": "Nowhere" });
    expect(JSON.stringify(answer)).toMatch(/Nowhere/);
  });
});

describe("a click", () => {
  it("selects the cell of a problem, and says when its sheet is gone", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    expect(simulator.fromSidebar("selectPlace", "Deals", "E3")).toEqual({ ok: true, value: null });
    expect(simulator.world.document.selection).toMatchObject({ sheetId: 0, area: { row: 2, column: 4 } });
    expect(simulator.fromSidebar("selectPlace", "Gone", "A1")).toMatchObject({ ok: false });
  });
});
