import { describe, expect, test } from "vitest";
import { missing } from "../../../engine/basics/figure.ts";
import { analysisJson } from "../../../engine/report/analysis-json.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";
import { FORECAST } from "../../helpers/forecast-fixture.ts";

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
  "typedReliability",
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
      "counterfactual",
      "why",
      "worth",
    ]);
    expect(JSON_OF_FIXTURE.bottlenecks[0].valuePerQuarter.estimate).toBe(24_100);
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

  test("gives the forecast by period, with targets and the other unit beside it", () => {
    expect(JSON_OF_FIXTURE.forecast).toMatchObject({ method: "pipecast", by: "month", beside: null });
    expect(JSON_OF_FIXTURE.forecast.periods).toHaveLength(3);
    expect(JSON_OF_FIXTURE.forecast.periods[0]).toEqual({
      period: "2026-07",
      start: "2026-07-01",
      end: "2026-07-31",
      mean: 74_000,
      median: 73_000,
      lower: 45_000,
      upper: 110_000,
      fromOpen: 73_500,
      fromNew: 500,
      wonSoFar: 0,
      target: 90_000,
      chanceOfTarget: 0.24,
    });
    expect(JSON_OF_FIXTURE.forecast.other).toMatchObject({
      by: "quarter",
      periods: [{ period: "2026-Q3" }],
      backtest: null,
    });
    expect(JSON_OF_FIXTURE.forecast.scenarios[0]).toMatchObject({ kind: "largest-lost", deal: "D-7" });
  });

  test("gives the record of every method over past cutoffs", () => {
    const { backtest } = JSON_OF_FIXTURE;
    expect(backtest).toMatchObject({ cutoffs: 3, horizonPeriods: 3, chosen: "pipecast" });
    expect(backtest.methods[0]).toMatchObject({
      method: "pipecast",
      wape: 0.19,
      bias: 0.04,
      crps: 14_900,
      coverage: 0.75,
    });
    // 3 + 3 + 2 outcomes are known, for each of two methods
    expect(backtest.forecasts).toHaveLength(16);
  });

  test("gives null for a forecast that cannot be made, with the reason", () => {
    const nothing = missing("none-won", 12);
    const forecast = { ...FORECAST, periods: nothing, backtest: nothing };
    const json = analysisJson({ ...FIXTURE, forecast, otherForecast: null }, "0.1.0");
    expect(json).toMatchObject({ forecast: null, backtest: null });
    expect(json.notes).toContain("forecast: no deal has been won yet.");
    expect(json.notes).toContain("backtest: no deal has been won yet.");
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
