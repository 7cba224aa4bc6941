import { describe, expect, test } from "vitest";
import { isKnown } from "../../../engine/basics/figure.ts";
import { bottlenecks, quietKinds } from "../../../engine/measures/bottlenecks.ts";
import { cycleLength } from "../../../engine/measures/cycle-length.ts";
import { stageMeasures } from "../../../engine/measures/stage-measures.ts";
import type { Bottleneck } from "../../../engine/measures/types.ts";
import type { Pipeline } from "../../../engine/pipeline/pipeline.ts";
import { pipelineOf } from "../../helpers/records-of.ts";

function ranked(pipeline: Pipeline): readonly Bottleneck[] {
  const figure = bottlenecks(pipeline, stageMeasures(pipeline, 0.8), cycleLength(pipeline, "won"), 1);
  if (!isKnown(figure)) throw new Error(figure.missing);
  return figure;
}

const many = (count: number, line: (id: number) => string): string =>
  Array.from({ length: count }, (_, id) => line(id)).join("\n");

describe("the first ranking of bottlenecks", () => {
  test("B takes 30 of the 40 days of every won deal: slow, and beyond doubt", () => {
    const [first] = ranked(
      pipelineOf(
        many(40, (id) => `${id} | won - 40 | 0 | A 0, B 5, C 35`),
        90,
      ),
    );
    expect(first).toMatchObject({ stage: { name: "B" }, rank: 1, kind: "slow" });
    // Each visit of B lasts 30 days, one visit a won deal, over a cycle of 40 days.
    expect(first?.evidence).toMatchObject({ cycleShare: 0.75, certainty: expect.closeTo(1, 9) });
  });

  test("C loses 18 of 20 lost deals and holds nobody long: leaky", () => {
    const lost = many(18, (id) => `l${id} | lost - 16 | 0 | A 0, B 5, C 10`);
    const other = "m1 | lost - 6 | 0 | A 0, B 5\nm2 | lost - 4 | 0 | A 0";
    const won = many(20, (id) => `w${id} | won - 15 | 0 | A 0, B 5, C 10`);
    const [first] = ranked(pipelineOf([lost, other, won].join("\n"), 90));
    expect(first).toMatchObject({ stage: { name: "C" }, kind: "leaky", evidence: { lossShare: 0.9 } });
  });

  test("equal stages: none is worst with certainty", () => {
    const won = many(60, (id) => {
      const days = [3, 6, 9];
      const [a, b, c] = [days[id % 3] ?? 0, days[(id + 1) % 3] ?? 0, days[(id + 2) % 3] ?? 0];
      return `${id} | won - ${a + b + c} | 0 | A 0, B ${a}, C ${a + b}`;
    });
    const cases = ranked(pipelineOf(won, 90)).filter(({ kind }) => kind === "slow");
    expect(cases.length).toBeGreaterThan(1);
    for (const { evidence } of cases) expect(evidence.certainty).toBeLessThan(0.8);
  });

  test("the share is of won deals' own days: A 10 and B 30 of 40, whatever lost deals waited there", () => {
    const won = many(20, (id) => `w${id} | won - 40 | 0 | A 0, B 10`);
    const lost = many(20, (id) => `l${id} | lost - 110 | 0 | A 0, B 10`);
    const cases = ranked(pipelineOf(`${won}\n${lost}`, 200));
    expect(cases.find(({ kind }) => kind === "slow")).toMatchObject({
      stage: { name: "B" },
      evidence: { cycleShare: 0.75 },
    });
  });

  test("equal in every draw: A and B share the certainty, half each", () => {
    const cases = ranked(
      pipelineOf(
        many(20, (id) => `${id} | won - 20 | 0 | A 0, B 10`),
        90,
        ["A", "B"],
      ),
    );
    expect(cases).toMatchObject([
      { stage: { name: "A" }, kind: "slow", evidence: { certainty: 0.5, cycleShare: 0.5 } },
      { stage: { name: "B" }, kind: "slow", evidence: { certainty: 0.5, cycleShare: 0.5 } },
    ]);
  });

  test("nine won deals, ten lost and no open one: only the losses are judged, the others are named", () => {
    const won = many(9, (id) => `w${id} | won - 20 | 0 | A 0, B 15`);
    const lost = many(10, (id) => `l${id} | lost - 20 | 0 | A 0, B 15`);
    const pipeline = pipelineOf(`${won}\n${lost}`, 90);
    expect(ranked(pipeline).map(({ kind, stage }) => [kind, stage.name])).toEqual([["leaky", "B"]]);
    expect(quietKinds(pipeline)).toEqual([
      { kind: "slow", n: 9 },
      { kind: "crowded", n: 0 },
    ]);
  });

  test("one won deal says nothing for sure", () => {
    const pipeline = pipelineOf("1 | won - 20 | 0 | A 0, B 15", 90);
    expect(bottlenecks(pipeline, [], cycleLength(pipeline, "won"), 1)).toEqual({ missing: "too-few", n: 1 });
  });

  test("without history there is no ranking, and the reason is given", () => {
    const pipeline = pipelineOf("1 | won - 9 | 0 |", 60, ["A"], "deals-only");
    expect(bottlenecks(pipeline, [], cycleLength(pipeline, "won"), 1)).toEqual({
      missing: "no-history",
      n: 1,
    });
  });
});
