import { describe, expect, it } from "vitest";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

const SHEETS = {
  Deals: `
Deal ID | Deal | Stage | Amount | Created | Status | Closed
D1 | One | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Closed Won | 2000 | 2026-01-06 | Won | 2026-03-01
D3 | Three | Closed Lost | 500 | 2026-02-01 | Lost | 31/02/2026
`,
  Notes: "anything | else",
};
const REPORTS = ["Overview", "Stages", "Problems", "Glossary"].map((name) => `Pipecast ${name}`);

function reportImages(simulator: SheetsSimulator): string[] {
  return REPORTS.map((name) => imageOf(simulator, name).replace(/#gid=\d+/g, "#gid"));
}

async function uncut() {
  const simulator = await simulatorOf(typedDocument(SHEETS));
  const first = simulator.run("refreshForecast");
  const images = reportImages(simulator);
  expect(simulator.world.screen.alerts).toEqual([]);
  expect(images.join("")).toContain("Pipeline overview");
  const again = simulator.run("refreshForecast");
  return { images, firstCalls: first.calls.length, againCalls: again.calls.length };
}

describe.each(["kill", "throw"] as const)("a refresh cut off at any call (%s)", (mode) => {
  it("leaves the person's sheets untouched, and the next one repairs the report", async () => {
    const { images, firstCalls } = await uncut();
    for (let atCall = 1; atCall <= firstCalls; atCall++) {
      const simulator = await simulatorOf(typedDocument(SHEETS));
      const before = ["Deals", "Notes"].map((name) => imageOf(simulator, name));
      simulator.run("refreshForecast", [], { fault: { atCall, mode } });
      expect(["Deals", "Notes"].map((name) => imageOf(simulator, name))).toEqual(before);
      expect(simulator.run("refreshForecast").error).toBeNull();
      expect(reportImages(simulator), `cut at call ${atCall}`).toEqual(images);
      expect(simulator.world.document.sheets).toHaveLength(2 + REPORTS.length);
    }
  });

  it("does so over a report that was there already", async () => {
    const { images, againCalls } = await uncut();
    for (let atCall = 1; atCall <= againCalls; atCall++) {
      const simulator = await simulatorOf(typedDocument(SHEETS));
      simulator.run("refreshForecast");
      simulator.run("refreshForecast", [], { fault: { atCall, mode } });
      expect(simulator.run("refreshForecast").error).toBeNull();
      expect(reportImages(simulator), `cut at call ${atCall}`).toEqual(images);
    }
  });
});

describe("two at once", () => {
  it("the second waits, then says that the first is at work", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    const answers: unknown[] = [];
    const meanwhile = { atCall: 60, run: () => answers.push(simulator.fromSidebar("refreshFromSidebar")) };
    expect(simulator.run("refreshForecast", [], { meanwhile }).error).toBeNull();
    expect(answers).toEqual([{ ok: false, message: expect.stringMatching(/already at work/) }]);
  });
});
