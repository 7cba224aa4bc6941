import { describe, expect, it } from "vitest";
import { isServiceCall } from "../sheets-simulator/meter.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

const SHEETS = {
  Deals: `
Deal ID | Deal | Stage | Amount | Created | Status | Closed date
D1 | One | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Closed Won | 2000 | 2026-01-06 | Won | 2026-03-01
D3 | Three | Closed Lost | 500 | 2026-02-01 | Lost | 31/02/2026
`,
  Notes: "anything | else",
};

function reportNames({ world }: SheetsSimulator): string[] {
  return world.document.sheets.map(({ name }) => name).filter((name) => name.startsWith("Pipecast "));
}

/** Each report sheet with all that stands in it. */
function reportImages(simulator: SheetsSimulator): string[] {
  return reportNames(simulator).map((name) => imageOf(simulator, name).replace(/#gid=\d+/g, "#gid"));
}

async function uncut() {
  const simulator = await simulatorOf(typedDocument(SHEETS));
  const first = simulator.run("refreshForecast");
  const images = reportImages(simulator);
  expect(simulator.world.screen.alerts).toEqual([]);
  expect(images.join("")).toContain("Pipeline overview");
  const again = simulator.run("refreshForecast");
  return { images, first: serviceCallNumbers(first.calls), again: serviceCallNumbers(again.calls) };
}

/** Calls that stay in memory change nothing: to be cut off there is to be cut off at the next service call. */
function serviceCallNumbers(calls: readonly string[]): number[] {
  return calls.flatMap((name, index) => (isServiceCall(name) ? [index + 1] : []));
}

/** A failure must not print both reports. */
function expectSame(simulator: SheetsSimulator, images: readonly string[], atCall: number): void {
  const differing = reportNames(simulator).filter(
    (_, index) => reportImages(simulator)[index] !== images[index],
  );
  expect({ atCall, differing, alerts: simulator.world.screen.alerts.slice(1) }).toEqual({
    atCall,
    differing: [],
    alerts: [],
  });
}

/** An error at every call; the end of the execution, which is the same but for `finally`, at some. */
const MODES = [
  { mode: "throw", every: 1 },
  { mode: "kill", every: 7 },
] as const;

describe.each(MODES)("a refresh cut off at any call ($mode)", ({ mode, every }) => {
  it("leaves the person's sheets untouched, and the next one repairs the report", async () => {
    const { images, first } = await uncut();
    for (const atCall of first.filter((_, index) => index % every === 0)) {
      const simulator = await simulatorOf(typedDocument(SHEETS));
      const before = ["Deals", "Notes"].map((name) => imageOf(simulator, name));
      simulator.run("refreshForecast", [], { fault: { atCall, mode } });
      expect(["Deals", "Notes"].map((name) => imageOf(simulator, name))).toEqual(before);
      expect(simulator.run("refreshForecast").error).toBeNull();
      expectSame(simulator, images, atCall);
      expect(simulator.world.document.sheets).toHaveLength(2 + images.length);
    }
  });

  it("does so over a report that was there already", async () => {
    const { images, again } = await uncut();
    for (const atCall of again.filter((_, index) => index % every === 0)) {
      const simulator = await simulatorOf(typedDocument(SHEETS));
      simulator.run("refreshForecast");
      simulator.run("refreshForecast", [], { fault: { atCall, mode } });
      expect(simulator.run("refreshForecast").error).toBeNull();
      expectSame(simulator, images, atCall);
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
