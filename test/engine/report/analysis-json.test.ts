import { describe, expect, test } from "vitest";
import { missing } from "../../../engine/basics/figure.ts";
import { analysisJson } from "../../../engine/report/analysis-json.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

const JSON_OF_FIXTURE = JSON.parse(JSON.stringify(analysisJson(FIXTURE, "0.1.0")));

/** The keys of the contract, in its order. */
const KEYS = [
  "pipecast",
  "asOf",
  "seed",
  "currency",
  "level",
  "source",
  "columns",
  "deals",
  "stages",
  "winRate",
  "wonAmount",
  "averageWonAmount",
  "medianWonAmount",
  "cycle",
  "velocity",
  "bottlenecks",
  "forecast",
  "backtest",
  "openDeals",
  "review",
  "segments",
  "leakage",
  "lostReasons",
  "afterWin",
  "typedProbability",
  "advice",
  "targets",
  "problems",
  "notes",
];

const STAGE_KEYS = [
  "stage",
  "order",
  "reached",
  "visited",
  "skipped",
  "advanced",
  "lost",
  "open",
  "reentries",
  "conversion",
  "eventualConversion",
  "eventualWin",
  "timeInStage",
];

describe("the JSON document", () => {
  test("has every key of the contract", () => {
    expect(Object.keys(JSON_OF_FIXTURE)).toEqual(KEYS);
    expect(Object.keys(JSON_OF_FIXTURE.stages[0])).toEqual(STAGE_KEYS);
    expect(Object.keys(JSON_OF_FIXTURE.bottlenecks[0])).toEqual([
      "stage",
      "rank",
      "kind",
      "evidence",
      "valuePerQuarter",
      "why",
    ]);
  });

  test("gives days as dates, shares 0–1, columns by letter", () => {
    expect(JSON_OF_FIXTURE.asOf).toBe("2026-06-30");
    expect(JSON_OF_FIXTURE.winRate.byCount).toEqual({
      lower: 0.418,
      estimate: 0.4627,
      upper: 0.508,
      level: 0.8,
      n: 201,
    });
    expect(JSON_OF_FIXTURE.columns[4]).toMatchObject({
      field: "amount",
      header: "Value (EUR)",
      sheet: "Deals",
      column: "F",
    });
    expect(JSON_OF_FIXTURE.source).toEqual({ deals: "Deals", history: "Stage history", shape: "history" });
  });

  test("gives null for what cannot be computed, with the reason in the notes", () => {
    expect(JSON_OF_FIXTURE.stages[2].timeInStage.p90Days).toBeNull();
    expect(JSON_OF_FIXTURE.notes).toContain(
      "Negotiation, P90 time in stage: too many of the 118 visits are not over yet.",
    );
    expect(JSON_OF_FIXTURE.winRate.byAmount).toBeNull();
    expect(JSON_OF_FIXTURE.notes).toContain("Win rate by amount: 108 lost deals carry no amount.");
  });

  test("gives null with a note for each part that is not built", () => {
    for (const part of ["forecast", "backtest"]) {
      expect(JSON_OF_FIXTURE[part]).toBeNull();
      expect(JSON_OF_FIXTURE.notes).toContain(`${part}: this version does not compute it yet.`);
    }
  });

  test("words each problem with its place", () => {
    expect(JSON_OF_FIXTURE.problems[0]).toEqual({
      code: "date-unreadable",
      severity: "error",
      sheet: "Deals",
      cell: "D17",
      value: "31/02/2025",
      message: 'Deals!D17: "31/02/2025" is not a date. Correct it or leave it blank.',
      excludes: "value",
    });
  });

  test("has no bottlenecks where none can be computed", () => {
    const { bottlenecks, notes } = analysisJson(
      { ...FIXTURE, bottlenecks: missing("no-history", 0) },
      "0.1.0",
    );
    expect(bottlenecks).toBeNull();
    expect(notes.some((note) => note.startsWith("Bottlenecks: "))).toBe(true);
  });
});
