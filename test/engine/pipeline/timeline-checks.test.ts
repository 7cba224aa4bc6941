import { describe, expect, test } from "vitest";
import type { Problem } from "../../../engine/basics/problem.ts";
import type { DealRecord, Records } from "../../../engine/intake/records.ts";
import { buildTimelines } from "../../../engine/pipeline/build-timelines.ts";
import { day, recordsOf } from "../../helpers/records-of.ts";

const TODAY = 1000;

function problemsOf(records: Records): readonly Problem[] {
  return buildTimelines(records, TODAY).problems;
}

function found(text: string): string[] {
  return problemsOf(recordsOf(text)).map(({ code, where }) => `${code} ${where.sheet}!${where.cell}`);
}

function withDeal(text: string, changed: Partial<DealRecord>): Records {
  const records = recordsOf(text);
  return { ...records, deals: records.deals.map((deal) => ({ ...deal, ...changed })) };
}

describe("each fault of a timeline is found at its cell", () => {
  test("a clean deal has none", () => {
    expect(found("1 | won - 30 | 10 | A 10, B 14, C 20, won 30")).toEqual([]);
  });

  test("visit-overlap: left B's predecessor after B began", () => {
    expect(found("1 | open B | 10 | A 10 left 16, B 14")).toEqual(["visit-overlap History!C1"]);
  });

  test("visit-gap: two days between leaving A and entering B", () => {
    expect(found("1 | open B | 10 | A 10 left 12, B 14")).toEqual(["visit-gap History!C1"]);
  });

  test("stage-jump: from A to C over B", () => {
    expect(found("1 | open C | 10 | A 10, C 14")).toEqual(["stage-jump History!C2"]);
  });

  test("day-in-future: a change tomorrow is left out", () => {
    const built = buildTimelines(recordsOf(`1 | open A | 10 | A 10, B ${TODAY + 1}`), TODAY);
    expect(built.problems).toMatchObject([{ code: "day-in-future", severity: "error", excludes: "value" }]);
    expect(built.timelines.deals[0]?.targets).toEqual([0]);
  });

  test("day-in-future: a deal that starts tomorrow is excluded and counted", () => {
    const built = buildTimelines(recordsOf(`1 | open A | ${TODAY + 1} |`), TODAY);
    expect(built.problems).toMatchObject([
      { code: "day-in-future", excludes: "deal", where: { cell: "C2" } },
    ]);
    expect(built.timelines).toMatchObject({ deals: [], excludedCount: 1 });
  });

  test("day-in-future: a last activity tomorrow is left out", () => {
    const built = buildTimelines(withDeal("1 | open A | 10 |", { lastActivityDay: TODAY + 1 }), TODAY);
    expect(built.problems).toMatchObject([{ code: "day-in-future", details: { field: "last-activity" } }]);
    expect(built.timelines.deals[0]?.facts.lastActivityDay).toBeNull();
  });

  test("stage-before-created: entered A two days before it was created", () => {
    expect(found("1 | open A | 12 | A 10")).toEqual(["stage-before-created History!C1"]);
  });

  test("closed-before-opened: the closing day is left out, the deal stays won", () => {
    const built = buildTimelines(recordsOf("1 | won - 5 | 10 |"), TODAY);
    expect(built.problems[0]).toMatchObject({
      code: "closed-before-opened",
      where: { cell: "D2" },
      excludes: "value",
    });
    expect(built.timelines.deals[0]).toMatchObject({ undatedOutcome: "won", days: [] });
  });

  test("stage-after-closed: the deal moved on after its closing day", () => {
    expect(found("1 | lost - 12 | 10 | A 10, B 14")).toEqual(["stage-after-closed Deals!D2"]);
  });

  test("close-date-default: the end of the month of creation is a default nobody set", () => {
    const created = day("2026-04-07") - day("2024-01-01");
    const records = withDeal(`1 | open A | ${created} |`, {
      createdDay: day("1972-04-07"),
      expectedCloseDay: day("1972-04-30"),
    });
    const built = buildTimelines(records, TODAY);
    expect(built.problems).toMatchObject([
      { code: "close-date-default", severity: "note", where: { cell: "F2" } },
    ]);
    expect(built.timelines.deals[0]?.facts.expectedCloseDay).toBeNull();
  });

  test("bulk-edit: 6 of 26 changes on one day are more than a fifth", () => {
    const spread = Array.from({ length: 20 }, (_, i) => `${i} | open A | ${i} | A ${i}`);
    const bulk = Array.from({ length: 6 }, (_, i) => `${i + 50} | open A | 500 | A 500`);
    expect(found([...spread, ...bulk].join("\n"))).toEqual(["bulk-edit History!C2001"]);
    expect(found([...spread, ...bulk.slice(1)].join("\n"))).toEqual([]);
  });

  test("won-without-amount: a won deal of nothing has its amount left out", () => {
    const built = buildTimelines(recordsOf("1 | won - 30 | 10 | | 0"), TODAY);
    expect(built.problems).toMatchObject([{ code: "won-without-amount", where: { cell: "E2" } }]);
    expect(built.timelines.deals[0]?.facts.amount).toBeNull();
  });

  test("open-with-closed-day: the day is left out, the deal stays open", () => {
    const built = buildTimelines(recordsOf("1 | open A 30 | 10 |"), TODAY);
    expect(built.problems).toMatchObject([{ code: "open-with-closed-day", where: { cell: "D2" } }]);
    expect(built.timelines.deals[0]?.undatedOutcome).toBeNull();
  });

  test("closed-without-day: won, and nothing says when", () => {
    expect(found("1 | won - | 10 |")).toEqual(["closed-without-day Deals!D2"]);
  });

  test("closed-without-day: not where the closing day was left out for another reason", () => {
    expect(found("1 | won - 5 | 10 |")).toEqual(["closed-before-opened Deals!D2"]);
    expect(found(`1 | won - ${TODAY + 1} | 10 |`)).toEqual(["day-in-future Deals!D2"]);
    const where = { sheet: "Deals", cell: "D2" };
    const unreadable: Problem = {
      code: "date-unreadable",
      severity: "error",
      where,
      value: "soon",
      excludes: "value",
    };
    const records = { ...recordsOf("1 | won - | 10 |"), problems: [unreadable] };
    expect(problemsOf(records)).toEqual([]);
  });

  test("outcome-differs-from-history: the row says open, the history says won", () => {
    expect(found("1 | open A | 10 | A 10, B 12, C 14, won 20")).toEqual([
      "outcome-differs-from-history Deals!B2",
    ]);
  });

  test("stage-differs-from-history: the row says B, the history ends in A", () => {
    expect(found("1 | open B | 10 | A 10")).toEqual(["stage-differs-from-history Deals!B2"]);
  });
});
