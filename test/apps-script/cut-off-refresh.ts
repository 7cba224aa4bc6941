import { expect } from "vitest";
import { isServiceCall } from "../sheets-simulator/meter.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

export const SHEETS = {
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
  return { images, first: first.calls, again: again.calls };
}

/** Which calls of a run to cut off at: their numbers, from 1. */
export type Choice = (calls: readonly string[]) => readonly number[];

/** Calls that stay in memory change nothing: to be cut off there is to be cut off at the next service call. */
export function everyServiceCall(calls: readonly string[]): number[] {
  return calls.flatMap((name, index) => (isServiceCall(name) ? [index + 1] : []));
}

/** The last call of each kind, every so-manieth of them: the last is where the most is half done. */
export function lastOfEachKind(every: number): Choice {
  return (calls) =>
    everyServiceCall(calls)
      .filter((number) => calls.lastIndexOf(calls[number - 1] ?? "") === number - 1)
      .filter((_, index) => index % every === 0);
}

/** A failure must not print both reports. */
function expectSame(simulator: SheetsSimulator, images: readonly string[], atCall: number): void {
  const drawn = reportImages(simulator);
  const differing = reportNames(simulator).filter((_, index) => drawn[index] !== images[index]);
  expect({ atCall, differing, alerts: simulator.world.screen.alerts.slice(1) }).toEqual({
    atCall,
    differing: [],
    alerts: [],
  });
}

type Mode = "throw" | "kill";

/** Cuts off the first refresh at each chosen call: the person's sheets stay, and the next refresh mends the report. */
export async function expectFirstMended(mode: Mode, choose: Choice): Promise<void> {
  const { images, first } = await uncut();
  for (const atCall of choose(first)) {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    const before = ["Deals", "Notes"].map((name) => imageOf(simulator, name));
    simulator.run("refreshForecast", [], { fault: { atCall, mode } });
    expect(["Deals", "Notes"].map((name) => imageOf(simulator, name))).toEqual(before);
    expect(simulator.run("refreshForecast").error).toBeNull();
    expectSame(simulator, images, atCall);
    expect(simulator.world.document.sheets).toHaveLength(2 + images.length);
  }
}

/** The same over a report that is there already. */
export async function expectLaterMended(mode: Mode, choose: Choice): Promise<void> {
  const { images, again } = await uncut();
  const simulator = await simulatorOf(typedDocument(SHEETS));
  simulator.run("refreshForecast");
  for (const atCall of choose(again)) {
    simulator.run("refreshForecast", [], { fault: { atCall, mode } });
    simulator.world.screen.alerts.length = 1;
    expect(simulator.run("refreshForecast").error).toBeNull();
    expectSame(simulator, images, atCall);
  }
}
