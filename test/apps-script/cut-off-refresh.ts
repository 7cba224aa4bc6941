import { expect } from "vitest";
import { a1Of } from "../sheets-simulator/a1.ts";
import { type CellState, extentOf } from "../sheets-simulator/document.ts";
import { isServiceCall } from "../sheets-simulator/meter.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { imageOf, simulatorOf, typedDocument } from "./book.ts";

const NOTES = "anything | else";
const PERSONS = ["Deals", "Notes"];

/** Open deals only: a refresh of them is quick, and makes every kind of call. */
export const SHEETS = {
  Deals: `
Deal ID | Deal | Stage | Amount | Created | Status | Closed date
D1 | One | Proposal | 1000 | 2026-06-05 | Open |
D2 | Two | Negotiation | 2000 | 2026-06-15 | Open | 31/02/2026
D3 | Three | Proposal | 500 | 2026-05-01 | Open |
`,
  Notes: NOTES,
};

/** With deals won and lost: forecast, accuracy and their charts too. */
export const CLOSED_SHEETS = {
  Deals: `
Deal ID | Deal | Stage | Amount | Created | Status | Closed date
D1 | One | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Closed Won | 2000 | 2026-01-06 | Won | 2026-03-01
D3 | Three | Closed Lost | 500 | 2026-02-01 | Lost | 31/02/2026
`,
  Notes: NOTES,
};

function reportNames({ world }: SheetsSimulator): string[] {
  return world.document.sheets.map(({ name }) => name).filter((name) => name.startsWith("Pipecast "));
}

/** A look that was set to what a new sheet has is seen as one that was never set. */
function seen(cell: CellState | undefined): unknown {
  const looks = Object.entries(cell?.look ?? {}).filter(
    ([, value]) => value !== null && value !== "OVERFLOW",
  );
  return cell && { ...cell, look: looks.sort() };
}

/** Each report sheet with all that can be seen in it; how cells look in which nothing stands does not matter. */
function reportImages(simulator: SheetsSimulator): string[] {
  return reportNames(simulator).map((name) => {
    const sheet = simulator.person.sheet(name);
    const { lastRow, lastColumn } = extentOf(sheet);
    const cells = sheet.rows
      .slice(0, lastRow)
      .map((row) => Array.from({ length: lastColumn }, (_, c) => seen(row?.[c])));
    const charts = sheet.charts.map(({ id: _, ranges, ...chart }) => ({
      ...chart,
      ranges: ranges.map(a1Of),
    }));
    const frame = [
      sheet.frozenRows,
      sheet.frozenColumns,
      [...sheet.widths],
      sheet.filter,
      sheet.rules.length,
    ];
    return JSON.stringify([cells, charts, frame]).replace(/#gid=\d+/g, "#gid");
  });
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
  const { alerts, sheets } = { ...simulator.world.screen, ...simulator.world.document };
  expect({ atCall, differing, alerts, sheets: sheets.length }).toEqual({
    atCall,
    differing: [],
    alerts: [],
    sheets: PERSONS.length + images.length,
  });
}

type Mode = "throw" | "kill";

/** Cuts off a refresh; the person's sheets stay as they were, and the next refresh makes the report whole. */
function expectMended(
  simulator: SheetsSimulator,
  mode: Mode,
  atCall: number,
  images: readonly string[],
): void {
  const before = PERSONS.map((name) => imageOf(simulator, name));
  simulator.run("refreshForecast", [], { fault: { atCall, mode } });
  expect(PERSONS.map((name) => imageOf(simulator, name))).toEqual(before);
  simulator.world.screen.alerts.length = 0;
  expect(simulator.run("refreshForecast").error).toBeNull();
  expectSame(simulator, images, atCall);
}

/** Cuts off the first refresh at each chosen call. */
export async function expectFirstMended(mode: Mode, choose: Choice, sheets = SHEETS): Promise<void> {
  const uncut = await simulatorOf(typedDocument(sheets));
  const { calls } = uncut.run("refreshForecast");
  const images = reportImages(uncut);
  expect(images.join("")).toContain("Pipeline overview");
  for (const atCall of choose(calls))
    expectMended(await simulatorOf(typedDocument(sheets)), mode, atCall, images);
}

/** A month later a deal has moved and another has come, or it is as it was before: the report grows and shrinks. */
function turn(simulator: SheetsSimulator, isLater: boolean): void {
  simulator.person.type("Deals", "C2", isLater ? "Negotiation" : "Proposal");
  const added = isLater ? ["D4", "Four", "Contact", "700", "2026-06-20", "Open"] : Array(6).fill("");
  simulator.person.paste("Deals", "A5", [added]);
}

/** The same over a report that is there already, and of data that changed. */
export async function expectLaterMended(mode: Mode, choose: Choice, sheets = SHEETS): Promise<void> {
  const uncut = await simulatorOf(typedDocument(sheets));
  uncut.run("refreshForecast");
  const runs = [true, false].map((isLater) => {
    turn(uncut, isLater);
    const { calls } = uncut.run("refreshForecast");
    return { isLater, calls, images: reportImages(uncut) };
  });
  const simulator = await simulatorOf(typedDocument(sheets));
  simulator.run("refreshForecast");
  for (const { isLater, calls, images } of runs)
    for (const atCall of choose(calls)) {
      turn(simulator, !isLater);
      simulator.run("refreshForecast");
      turn(simulator, isLater);
      expectMended(simulator, mode, atCall, images);
    }
}
