import { describe, expect, test } from "vitest";
import { buildTimelines } from "../../../engine/pipeline/build-timelines.ts";
import { pipelineOf, recordsOf } from "../../helpers/records-of.ts";

/** Columns date A and B; nothing dates C, in which deal 1 stands by the list. */
const DEALS = `
  1 | open C | 10 | A 10, B 14
  2 | open B | 10 | A 10, B 14
  3 | open A | 10 | A 10, B 14`;
const STAGES = ["A", "B", "C"];

describe("stage-date columns that do not cover every stage", () => {
  const stagesOn = (day: number): readonly string[] =>
    pipelineOf(DEALS, day, STAGES, "stage-dates").deals.map(
      ({ id, stage, furthest }) => `${id} ${stage} ${furthest}`,
    );

  test("the list says where a deal stands, where no column dates that stage and it comes later", () => {
    // Deal 3: the list says A, which has a column, and its dates say B.
    expect(stagesOn(20)).toEqual(["1 2 2", "2 1 1", "3 1 1"]);
  });

  test("not before the last dated stage was entered: the list is of today", () => {
    expect(stagesOn(12)).toEqual(["1 0 0", "2 0 0", "3 0 0"]);
  });

  test("stage-differs-from-history: says which of the two counts", () => {
    const { problems } = buildTimelines(recordsOf(DEALS, STAGES, "stage-dates"), 1000);
    expect(problems.map(({ code, where, details }) => `${code} ${where.cell} ${details?.counts}`)).toEqual([
      "stage-differs-from-history B2 the row",
      "stage-differs-from-history B4 the history",
    ]);
  });

  test("a history sheet could have told every stage: it counts", () => {
    const deals = pipelineOf(DEALS, 20, STAGES, "history").deals;
    expect(deals.map(({ id, stage }) => `${id} ${stage}`)).toEqual(["1 1", "2 1", "3 1"]);
  });
});
