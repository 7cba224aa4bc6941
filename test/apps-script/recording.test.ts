import { describe, expect, it } from "vitest";
import type { PipelineView } from "../../apps-script/pipeline-view.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

const DEALS = `
Deal ID | Deal name | Stage | Amount | Create date | Status | Close date
D1 | One | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Qualification | 2000 | 2026-01-06 | Open |
D3 | Three | Closed Lost | 500 | 2026-02-01 | Lost | 2026-04-01
D4 | Four | Qualification | 700 | 2026-05-01 | Open |
`;

async function recording(): Promise<SheetsSimulator> {
  const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
  simulator.run("toggleRecording");
  expect(simulator.world.screen.alerts.at(-1)?.text).toBe("Pipecast now records stage changes.");
  return simulator;
}

/** Deal, from, to and by whom, without the header and the day. */
function noted(simulator: SheetsSimulator): string[] {
  return simulator.person
    .values("Stage history")
    .slice(1)
    .map(([id, , from, to, , by]) => `${id}: ${from} > ${to} (${by})`);
}

const AT_START = [
  "D1:  > Proposal (refresh)",
  "D2:  > Qualification (refresh)",
  "D4:  > Qualification (refresh)",
];

describe("recording stage changes", () => {
  it("starts with where every open deal stands, and touches no sheet of the person's", async () => {
    const document = typedDocument({ Deals: DEALS });
    const simulator = await simulatorOf(document);
    const before = imageOf(simulator, "Deals");
    simulator.run("toggleRecording");
    expect(noted(simulator)).toEqual(AT_START);
    expect(imageOf(simulator, "Deals")).toBe(before);
  });

  it("notes a typed change with the day and time of the spreadsheet's clock", async () => {
    const simulator = await recording();
    simulator.person.type("Deals", "C2", "Negotiation");
    expect(noted(simulator)).toEqual([...AT_START, "D1: Proposal > Negotiation (edit)"]);
    const at = Number(simulator.person.values("Stage history").at(-1)?.[4]);
    expect(simulator.world.clock.nowMs - at).toBeLessThan(1000);
    expect(simulator.world.clock.nowMs - at).toBeGreaterThanOrEqual(0);
  });

  it("notes each deal of a paste over many rows, and only those that changed", async () => {
    const simulator = await recording();
    simulator.person.paste("Deals", "C2", [
      ["Negotiation"],
      ["Qualification"],
      ["Closed Lost"],
      ["Proposal"],
    ]);
    expect(noted(simulator).slice(AT_START.length)).toEqual([
      "D1: Proposal > Negotiation (edit)",
      "D4: Qualification > Proposal (edit)",
    ]);
  });

  it("notes nothing for a sort, an inserted row, or an edit of another column or sheet", async () => {
    const simulator = await recording();
    const before = noted(simulator);
    simulator.person.sort("Deals", "A2:G5", 1);
    simulator.person.insertRows("Deals", 3, 2);
    simulator.person.type("Deals", "D2", "1234");
    simulator.person.type("Stage history", "C2", "by hand");
    simulator.run("refreshForecast");
    expect(noted(simulator).map((line) => line.replace("by hand", ""))).toEqual(before);
  });

  it("goes by the header: a column inserted before the stage does not mislead it", async () => {
    const simulator = await recording();
    for (const row of simulator.person.sheet("Deals").rows) row?.splice(1, 0, undefined);
    simulator.person.type("Deals", "D2", "Negotiation");
    expect(noted(simulator).at(-1)).toBe("D1: Proposal > Negotiation (edit)");
  });

  it("catches up at a refresh what no event told: an undo, a row pasted elsewhere", async () => {
    const simulator = await recording();
    simulator.person.type("Deals", "C2", "Negotiation");
    simulator.person.undo("Deals", "C2", "Proposal");
    simulator.run("refreshForecast");
    expect(noted(simulator).at(-1)).toBe("D1: Negotiation > Proposal (refresh)");
    const count = noted(simulator).length;
    simulator.run("refreshForecast");
    expect(noted(simulator)).toHaveLength(count);
  });

  it("notes an edit made during a refresh once, at the next refresh, and never the way back", async () => {
    const simulator = await recording();
    const { calls } = simulator.run("refreshForecast");
    const atCall = calls.indexOf("Range.setValues") + 1;
    const run = () => simulator.person.type("Deals", "C2", "Negotiation");
    simulator.run("refreshForecast", [], { meanwhile: { atCall, run } });
    expect(noted(simulator)).toEqual(AT_START);
    simulator.run("refreshForecast");
    expect(noted(simulator)).toEqual([...AT_START, "D1: Proposal > Negotiation (refresh)"]);
  });

  it("notes an id that stands twice by its first row, not to and fro at every refresh", async () => {
    const simulator = await recording();
    simulator.person.paste("Deals", "A6", [["D1", "One again", "Negotiation", "1", "2026-01-05", "Open"]]);
    const before = noted(simulator);
    simulator.run("refreshForecast");
    simulator.run("refreshForecast");
    expect(noted(simulator).slice(before.length)).toEqual(["D1: Negotiation > Proposal (refresh)"]);
  });

  it("goes on after a refresh where the header was renamed or the history sheet deleted", async () => {
    const simulator = await recording();
    simulator.person.type("Deals", "C1", "Deal stage");
    simulator.run("refreshForecast");
    simulator.person.type("Deals", "C2", "Negotiation");
    expect(noted(simulator).at(-1)).toBe("D1: Proposal > Negotiation (edit)");
    const { document } = simulator.world;
    document.sheets = document.sheets.filter(({ name }) => name !== "Stage history");
    expect(simulator.run("refreshForecast").error).toBeNull();
    expect(simulator.world.screen.alerts).toHaveLength(1);
    simulator.person.type("Deals", "C2", "Proposal");
    expect(noted(simulator).at(-1)).toBe("D1: Negotiation > Proposal (edit)");
  });

  it("keeps hostile ids and stages as text", async () => {
    const simulator = await recording();
    simulator.person.type("Deals", "A2", "'=1+1");
    simulator.person.type("Deals", "C2", "'=HYPERLINK(1)");
    const row = simulator.person.sheet("Stage history").rows.at(-1);
    expect(row?.map((cell) => cell?.formula ?? "").join("")).toBe("");
    expect(noted(simulator).at(-1)).toBe("=1+1: Proposal > =HYPERLINK(1) (edit)");
  });

  it("keeps a weekly snapshot of the open deals, not one a refresh", async () => {
    const simulator = await recording();
    simulator.run("refreshForecast");
    simulator.run("refreshForecast");
    const snapshots = () => simulator.person.values("Deal snapshots").slice(1);
    expect(snapshots().map(([id]) => id)).toEqual(["D1", "D2", "D4"]);
    simulator.world.clock.nowMs += 7 * 86_400_000;
    simulator.run("refreshForecast");
    expect(snapshots()).toHaveLength(6);
    expect(snapshots()[3]).toEqual(["D1", new Date("2026-07-06T22:00:00Z"), "Proposal", 1000, ""]);
  });

  it("reads its snapshots, hidden as they are: the review tells what grew and what was put off", async () => {
    const due = `
Deal ID | Deal name | Stage | Amount | Create date | Status | Expected close
D1 | One | Proposal | 1000 | 2026-01-05 | Open | 2026-07-10
D2 | Two | Qualification | 2000 | 2026-01-06 | Open | 2026-07-20
`;
    const simulator = await simulatorOf(typedDocument({ Deals: due }));
    const aWeekLater = (): void => {
      simulator.world.clock.nowMs += 7 * 86_400_000;
      simulator.run("refreshForecast");
    };
    simulator.run("toggleRecording");
    simulator.run("refreshForecast");
    aWeekLater();
    simulator.person.type("Deals", "D2", "5000");
    simulator.person.type("Deals", "G3", "2026-12-20");
    aWeekLater();
    const steps = simulator.person.values("Pipecast Review").map((row) => row.slice(0, 3).join(" | "));
    expect(steps).toContain("Opening | 2 | 3000");
    expect(steps).toContain("+ Grown | 1 | 4000");
    expect(steps).toContain("− Pushed out | 1 | -2000");
  });

  it("writes a history that Pipecast itself reads: times in stage follow from it", async () => {
    const simulator = await recording();
    simulator.world.clock.nowMs += 10 * 86_400_000;
    simulator.person.type("Deals", "C2", "Negotiation");
    simulator.world.clock.nowMs += 5 * 86_400_000;
    const answer = simulator.fromSidebar("refreshFromSidebar") as { value: { analysis: PipelineView } };
    const { source, stages } = answer.value.analysis;
    expect(source).toEqual({ deals: "Deals", history: "Stage history", shape: "history" });
    expect(stages.find(({ stage }) => stage === "Proposal")?.timeInStage).toMatchObject({
      n: 1,
      medianDays: 10,
    });
  });

  it("stops when it is switched off, and keeps what was noted", async () => {
    const simulator = await recording();
    simulator.run("toggleRecording");
    simulator.person.type("Deals", "C2", "Negotiation");
    simulator.run("refreshForecast");
    expect(noted(simulator)).toEqual(AT_START);
  });

  it("does not write into a history sheet that the team keeps itself", async () => {
    const own = "Deal ID | Stage | Changed on\nD1 | Qualification | 2026-01-05\nD1 | Proposal | 2026-02-01";
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS, "Stage history": own }));
    const before = imageOf(simulator, "Stage history");
    simulator.run("toggleRecording");
    simulator.person.type("Deals", "C2", "Negotiation");
    expect(imageOf(simulator, "Stage history")).toBe(before);
    expect(simulator.person.values("Stage history (recorded)").at(-1)?.[3]).toBe("Negotiation");
  });

  it("never stops a person from typing, even where the history sheet is gone", async () => {
    const simulator = await recording();
    const { document } = simulator.world;
    document.sheets = document.sheets.filter(({ name }) => name !== "Stage history");
    expect(simulator.person.type("Deals", "C2", "Negotiation").error).toBeNull();
  });
});
