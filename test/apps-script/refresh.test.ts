import { describe, expect, it } from "vitest";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { CODE, imageOf, sampleBook, simulatorOf, typedDocument } from "./book.ts";

const DEALS = `
Deal ID | Deal | Owner | Stage | Amount | Created | Status | Closed date
D1 | One | Ada | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Ada | Closed Won | 2000 | 2026-01-06 | Won | 2026-03-01
D3 | Three | Bo | Closed Lost | 500 | 2026-02-01 | Lost | 2026-03-05
D4 | Four | Bo | Qualification | 700 | 2026-05-01 | Open |
`;

/** As many deals as asked for, half of them closed. */
function manyDeals(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const month = String((i % 5) + 1).padStart(2, "0");
    const closed = i % 2 === 0 ? "Won | 2026-06-02" : "Open | ";
    return `D${i} | Deal ${i} | Ada | Proposal | ${100 + i} | 2026-${month}-05 | ${closed}`;
  });
  return ["Deal ID | Deal | Owner | Stage | Amount | Created | Status | Closed date", ...rows].join("\n");
}

function filledRows(simulator: SheetsSimulator, name: string): number {
  return simulator.person.values(name).filter((row) => row.some((value) => value !== "")).length;
}

async function refreshedTwice(simulator: SheetsSimulator) {
  const runs = [simulator.run("refreshForecast"), simulator.run("refreshForecast")] as const;
  expect(simulator.world.screen.alerts).toEqual([]);
  return runs;
}

describe("refresh", () => {
  it("writes the report sheets and leaves the person's own untouched", async () => {
    const simulator = await sampleBook();
    const before = ["Deals", "Stage history"].map((name) => imageOf(simulator, name));
    expect(simulator.run("refreshForecast").error).toBeNull();
    expect(["Deals", "Stage history"].map((name) => imageOf(simulator, name))).toEqual(before);
    expect(simulator.world.document.sheets.map(({ name }) => name)).toContain("Pipecast Overview");
    expect(simulator.world.screen.toasts).toEqual(["Pipecast has refreshed the report."]);
    expect(simulator.world.document.activeSheetId).toBe(0);
  });

  it("keeps ids, names of cells and a person's restyling when it is run again", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    simulator.run("refreshForecast");
    const sheet = simulator.person.sheet("Pipecast Overview");
    const names = JSON.stringify(simulator.world.document.names);
    sheet.widths.set(0, 333);
    simulator.person.type("Deals", "E2", "1500");
    expect(simulator.run("refreshForecast").error).toBeNull();
    expect(simulator.person.sheet("Pipecast Overview").id).toBe(sheet.id);
    expect(sheet.widths.get(0)).toBe(333);
    expect(JSON.stringify(simulator.world.document.names)).toBe(names);
    expect(names).toContain("pipecast_win_rate");
  });

  it("follows a report sheet that was renamed, and makes one anew that was deleted", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    simulator.run("refreshForecast");
    const { document } = simulator.world;
    const overview = simulator.person.sheet("Pipecast Overview");
    overview.name = "Our numbers";
    document.sheets = document.sheets.filter(({ name }) => name !== "Pipecast Stages");
    expect(simulator.run("refreshForecast").error).toBeNull();
    const names = document.sheets.map(({ name }) => name);
    expect(names).toContain("Our numbers");
    expect(names).not.toContain("Pipecast Overview");
    expect(names).toContain("Pipecast Stages");
  });

  it("does not write to a sheet of its name that somebody else made, and says so", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS, "Pipecast Overview": "my | notes" }));
    const before = imageOf(simulator, "Pipecast Overview");
    simulator.run("refreshForecast");
    expect(imageOf(simulator, "Pipecast Overview")).toBe(before);
    expect(simulator.world.screen.alerts[0]?.text).toMatch(/already a sheet named "Pipecast Overview"/);
  });

  it("leaves no old row behind when there is less to tell", async () => {
    const faulty = DEALS.replace("2026-03-05", "31/02/2026").replace("2026-05-01", "soon");
    const simulator = await simulatorOf(typedDocument({ Deals: faulty }));
    simulator.run("refreshForecast");
    expect(JSON.stringify(simulator.person.values("Pipecast Problems"))).toContain("31/02/2026");
    simulator.person.type("Deals", "H4", "2026-03-05");
    simulator.run("refreshForecast");
    expect(JSON.stringify(simulator.person.values("Pipecast Problems"))).not.toContain("31/02/2026");
  });

  it("links problems to their cells and terms to the glossary", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS.replace("2026-03-05", "31/02/2026") }));
    simulator.run("refreshForecast");
    const links = (name: string) =>
      simulator.person.sheet(name).rows.flatMap((row) => (row ?? []).flatMap((cell) => cell?.link ?? []));
    expect(links("Pipecast Problems")).toContain("#gid=0&range=H4");
    const glossary = simulator.person.sheet("Pipecast Glossary").id;
    expect(links("Pipecast Overview")[0]).toMatch(new RegExp(`^#gid=${glossary}&range=[A-Z]+\\d+$`));
  });

  it("says in plain words that there is nothing to read", async () => {
    const simulator = await simulatorOf(typedDocument({ Sheet1: "hello | world" }));
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts[0]?.text).toMatch(/No sheet has a header row that names deals/);
    expect(simulator.world.document.sheets).toHaveLength(1);
  });
});

describe("what a person can mend", () => {
  it("is said where the deal sheet is hidden: by its setting, not by an option", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS, Notes: "my | notes" }));
    simulator.person.sheet("Deals").hidden = true;
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts[0]?.text).toBe(
      'Sheet "Deals" holds deals, but is hidden; hidden sheets are read only when they are named. Unhide it, or name it as "Deals sheet" in the sheet Pipecast Settings (command line: --deals "Deals").',
    );
  });

  it("is said where a report sheet is protected, and done by the next refresh", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    simulator.run("refreshForecast");
    const sheet = simulator.person.sheet("Pipecast Stages");
    sheet.protections.push({ area: null, description: "", warningOnly: false, forbidden: true });
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts[0]?.text).toMatch(/^A sheet of the report is protected/);
    sheet.protections.length = 0;
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts).toHaveLength(1);
  });

  it("is said where the spreadsheet is full", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    simulator.person.sheet("Deals").maxRows = 384_000;
    simulator.run("refreshForecast");
    expect(simulator.world.screen.alerts[0]?.text).toMatch(/^This spreadsheet is full/);
  });
});

describe("text of people stays text", () => {
  it.each([
    "=IMPORTXML(1)",
    "+1+1",
    "-2+3",
    "@cmd",
    "'quoted",
    "<img src=x onerror=alert(1)>",
    "3/4",
    "0012",
    "1e3",
    "x".repeat(50_000),
  ])("%.40s", async (name) => {
    const document = typedDocument({ Deals: DEALS.replace("31/02/2026", "") });
    const simulator = await simulatorOf(document);
    // A stage is shown in every sheet of the report: here it carries the text.
    const sheet = simulator.person.sheet("Deals");
    for (const row of [1, 4]) {
      const cell = sheet.rows[row]?.[3];
      if (cell && sheet.rows[row]) sheet.rows[row][3] = { ...cell, value: name };
    }
    expect(simulator.run("refreshForecast").error).toBeNull();
    for (const written of simulator.world.document.sheets.filter((one) => /^Pipecast/.test(one.name)))
      for (const row of written.rows) for (const cell of row ?? []) expect(cell?.formula ?? "").toBe("");
    const labels = simulator.person.values("Pipecast Stages").map((row) => String(row[0]));
    expect(labels.some((label) => label !== "" && name.startsWith(label.replace(/…$/, "")))).toBe(true);
  });
});

describe("what it costs", () => {
  it("is the same number of service calls for 100 deals and for 50,000, and at most 60", async () => {
    const few = await refreshedTwice(await simulatorOf(typedDocument({ Deals: manyDeals(100) })));
    const many = await refreshedTwice(await simulatorOf(typedDocument({ Deals: manyDeals(50_000) })));
    const [first, later] = [few, many].map((runs) => runs.map(({ serviceCalls }) => serviceCalls.length));
    expect(later?.[1]).toBe(first?.[1]);
    expect(later?.[1]).toBeLessThanOrEqual(40);
    // The first refresh also makes, names and lays out the sheets, and makes room for more than 1,000 rows: 3 calls.
    expect(later?.[0]).toBe((first?.[0] ?? 0) + 3);
    expect(first?.[0]).toBeLessThanOrEqual(185);
  });

  it("is at most 60 service calls where charts have other figures, too", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: manyDeals(100) }));
    await refreshedTwice(simulator);
    simulator.person.type("Deals", "E2", "9900");
    const { serviceCalls } = simulator.run("refreshForecast");
    expect(serviceCalls.filter((call) => call === "Sheet.updateChart").length).toBeGreaterThan(2);
    expect(serviceCalls.length).toBeLessThanOrEqual(60);
  });

  it("is at most 90 service calls where most sheets have other rows, too", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: manyDeals(100) }));
    await refreshedTwice(simulator);
    const names = simulator.world.document.sheets.map(({ name }) => name);
    const heights = () => names.map((name) => filledRows(simulator, name));
    const before = heights();
    const added = (id: string) => [id, "", "Cy", "Contact", "900", "2026-06-20", "Open", "31/02/2026"];
    simulator.person.paste("Deals", "A102", [added("E1"), added("E2"), added("E1")]);
    const { serviceCalls } = simulator.run("refreshForecast");
    expect(heights().filter((height, index) => height !== before[index]).length).toBeGreaterThan(4);
    expect(serviceCalls.length).toBeLessThanOrEqual(90);
  });

  it("takes less than five seconds for 5,000 deals with 25,000 changes of stage", async () => {
    const stages = ["Prospecting", "Qualification", "Contact", "Proposal", "Negotiation"];
    const changes = Array.from({ length: 25_000 }, (_, i) => {
      const [deal, step] = [Math.floor(i / 5), i % 5];
      return `D${deal} | ${stages[step]} | 2026-0${step + 1}-${String((deal % 28) + 1).padStart(2, "0")}`;
    });
    const history = ["Deal ID | Stage | Changed on", ...changes].join("\n");
    const simulator = await simulatorOf(typedDocument({ Deals: manyDeals(5000), "Stage history": history }));
    // Time of this process alone: other tests share the machine.
    const started = process.cpuUsage();
    simulator.run("refreshForecast");
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(5000);
    expect(simulator.world.screen.alerts).toEqual([]);
    expect(simulator.person.values("Pipecast Overview")[1]?.[0]).toContain("5,000 deals");
  });

  it("is a script well under Google's limit of a megabyte", async () => {
    expect(Buffer.byteLength(await CODE)).toBeLessThan(460_000);
  });
});
