import { describe, expect, it } from "vitest";
import { emptyDocument } from "../sheets-simulator/document.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

const DEALS = `
Deal ID | Deal name | Stage | Amount | Create date | Status | Close date
D1 | One | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Proposal | 2000 | 03/04/2026 | Won | 2026-05-01
`;

describe("set up", () => {
  it("gives a team that starts from nothing deals, history, settings and playbook", async () => {
    const simulator = await simulatorOf(emptyDocument("Europe/Berlin", "en_GB"));
    simulator.run("setUpSpreadsheet");
    const { document, screen } = simulator.world;
    expect(document.sheets.map(({ name }) => name)).toEqual([
      "Sheet1",
      "Pipecast Settings",
      "Pipecast Playbook",
      "Stage history",
      "Deals",
    ]);
    expect(screen.sidebar).not.toBeNull();
    const validation = simulator.person.sheet("Deals").rows[1]?.[5]?.validation;
    expect(validation).toMatchObject({ kind: "VALUE_IN_LIST", values: expect.arrayContaining(["Proposal"]) });
    expect(simulator.person.sheet("Deals").rules).toHaveLength(1);
  });

  it("gives a sheet that Pipecast reads, once a deal is typed", async () => {
    const simulator = await simulatorOf(emptyDocument("Europe/Berlin", "en_GB"));
    simulator.run("setUpSpreadsheet");
    const row = "D1|First|Acme|Ada|a@example.com|Proposal|900|2026-06-01||Open|||||".split("|");
    simulator.person.paste("Deals", "A2", [row]);
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts.slice(1)).toEqual([]);
    expect(simulator.person.values("Pipecast Overview")[1]?.[0]).toMatch(/1 deal: 0 won, 0 lost, 1 open/);
  });

  it("adds only settings and playbook where there are deals, and nothing twice", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const before = imageOf(simulator, "Deals");
    simulator.run("setUpSpreadsheet");
    simulator.run("setUpSpreadsheet");
    const names = simulator.world.document.sheets.map(({ name }) => name);
    expect(names).toEqual(["Deals", "Pipecast Settings", "Pipecast Playbook"]);
    expect(imageOf(simulator, "Deals")).toBe(before);
  });

  it("does nothing where the person says no", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    simulator.world.screen.answers.push("CANCEL");
    simulator.run("setUpSpreadsheet");
    expect(simulator.world.document.sheets).toHaveLength(1);
  });
});

describe("settings", () => {
  const BLANK = {
    "Deals sheet": "",
    "History sheet": "",
    Stages: "",
    Currency: "",
    "Date order": "",
    Level: "",
    Target: "",
    Horizon: "",
    Reminders: "",
  };

  it("are kept in their sheet and used by the next refresh", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const answer = simulator.fromSidebar("saveSettings", { ...BLANK, Level: "0.9", Currency: "chf" });
    expect(answer).toMatchObject({
      ok: true,
      value: { analysis: { level: 0.9 }, settings: { Level: "0.9" } },
    });
    const rows = simulator.person.values("Pipecast Settings");
    expect(rows.find(([name]) => name === "Level")?.[1]).toBe("0.9");
  });

  it("may be written by hand, and keep what the sidebar does not know", async () => {
    const settings = "Setting | Value\nLevel | 0.7\nColumn: name | Deal name\nRate: usd | 0.92";
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS, "Pipecast Settings": settings }));
    const answer = simulator.fromSidebar("loadSidebar");
    expect(answer).toMatchObject({ ok: true, value: { analysis: { level: 0.7 } } });
  });

  it.each([
    ["Level", "most", /Level.*a number/],
    ["Date order", "year first", /day first or month first/],
    ["Level", "5", /Give a number from/],
    ["Deals sheet", "Nowhere", /Nowhere/],
  ])("say what is wrong: %s = %s", async (name, value, message) => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const answer = simulator.fromSidebar("saveSettings", { ...BLANK, [name]: value }) as Record<
      string,
      unknown
    >;
    const shown = answer.ok ? (answer.value as { message: string }).message : answer.message;
    expect(shown).toMatch(message);
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
