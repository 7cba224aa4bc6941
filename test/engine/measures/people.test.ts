import { describe, expect, test } from "vitest";
import { differences } from "../../../engine/measures/differences.ts";
import { segments } from "../../../engine/measures/segments.ts";
import { sizeBands } from "../../../engine/measures/size-bands.ts";
import { knownSegments } from "../../../engine/report/known-segments.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import { type Facts, pipelineWith } from "../../helpers/pipeline-with.ts";

const STAGES = ["A", "B", "C"];

/** 400 deals of five owners through three stages; `chance` of going on is the owner's at the stage. */
function team(seed: number, chance: (owner: number, stage: number) => number) {
  const random = randomSource(seed);
  const facts: Record<string, Facts[string]> = {};
  const lines = Array.from({ length: 400 }, (_, id) => {
    const owner = random.below(5);
    facts[id] = { owner: `Owner ${owner}` };
    const lostAt = STAGES.findIndex((_, stage) => random.uniform() >= chance(owner, stage));
    const visits = STAGES.slice(0, lostAt < 0 ? 3 : lostAt + 1).map((stage, i) => `${stage} ${i * 5}`);
    return `${id} | ${lostAt < 0 ? "won" : "lost"} - 20 | 0 | ${visits.join(", ")} | 100`;
  });
  return pipelineWith(lines.join("\n"), 100, facts);
}

describe("who differs, and where", () => {
  test("an owner who loses twice as many at one stage is named there, in at least 18 of 20 teams", () => {
    const found = Array.from({ length: 20 }, (_, seed) =>
      differences(team(seed, (owner, stage) => (owner === 2 && stage === 1 ? 0.4 : 0.75))).filter(
        ({ value, stage, kind }) => value === "Owner 2" && stage === 1 && kind === "below",
      ),
    );
    expect(found.filter((named) => named.length === 1).length).toBeGreaterThanOrEqual(18);
    expect(found.flat().every(({ example }) => example !== "Owner 2")).toBe(true);
  });

  test("equal owners: in at most 4 of 20 teams is anybody named, as a tenth of false findings allows", () => {
    const named = Array.from({ length: 20 }, (_, seed) => differences(team(seed + 100, () => 0.7)));
    expect(named.filter((found) => found.length > 0).length).toBeLessThanOrEqual(4);
  });

  test("a win rate over all stages: 2 of 20 against 30 of 40, and who has the highest rate", () => {
    const owners = [...Array(20).fill("Ada"), ...Array(20).fill("Ben"), ...Array(20).fill("Cleo")];
    const isWon = (id: number): boolean => (id < 20 ? id < 2 : id < 40 ? id < 32 : id < 58);
    const lines = owners.map((_, id) => `${id} | ${isWon(id) ? "won" : "lost"} - 9 | 0 |`);
    const facts = Object.fromEntries(owners.map((owner, id) => [id, { owner }]));
    expect(differences(pipelineWith(lines.join("\n"), 20, facts))[0]).toMatchObject({
      value: "Ada",
      stage: null,
      kind: "below",
      advanced: 2,
      decided: 20,
      otherAdvanced: 30,
      otherDecided: 40,
      example: "Cleo",
    });
  });

  test("deals without an owner blame nobody, and few deals name nobody", () => {
    const lines = Array.from({ length: 30 }, (_, id) => `${id} | ${id < 4 ? "lost" : "won"} - 9 | 0 | A 0`);
    const facts = Object.fromEntries(lines.map((_, id) => [id, { owner: id < 4 ? "Ada" : "" }]));
    expect(differences(pipelineWith(lines.join("\n"), 20, facts, ["A"]))).toEqual([]);
  });
});

describe("who has only young deals", () => {
  // Ada: 20 deals from day 0, half won on day 60, half lost on day 10. Ben begins on day 80: 10 lost by day 90, 10 open.
  const lines = Array.from({ length: 40 }, (_, id) => {
    if (id < 20) return `${id} | ${id < 10 ? "won - 60" : "lost - 10"} | 0 | A 0`;
    return `${id} | ${id < 30 ? "lost - 90" : "open A"} | 80 | A 80`;
  });
  const facts = Object.fromEntries(lines.map((_, id) => [id, { owner: id < 20 ? "Ada" : "Ben" }]));
  const at = (day: number) => pipelineWith(lines.join("\n"), day, facts, ["A"]);

  test("0 of 10 against 10 of 20 names nobody: wins take 60 days, and Ben's deals are 20 days old", () => {
    expect(differences(at(100))).toEqual([]);
    const [, ben] = knownSegments(segments(at(100), 0.8), "owner");
    expect(ben).toMatchObject({
      value: "Ben",
      lost: 10,
      seenWinRate: 0,
      winRate: { missing: "none-decided" },
    });
  });

  test("once his deals are 60 days old, the same losses do", () => {
    const found = differences(at(140)).find(({ value, stage }) => value === "Ben" && stage === null);
    expect(found).toMatchObject({ kind: "below", advanced: 0, decided: 10 });
  });
});

test("owners and sources are adjusted together, since they are looked at together", () => {
  // Ada wins 0 of 5, Ben 15 of 20: Fisher p = C(10,5)/C(25,5) = 252/53130 = 0.00474 for each of the two.
  // One stage, so that its conversions are the win rates: 4 looks of 0.00474 at owners, 4 of p = 1 at sources.
  const lines = Array.from(
    { length: 25 },
    (_, id) => `${id} | ${id >= 5 && id < 20 ? "won" : "lost"} - 9 | 0 | A 0`,
  );
  const named = (source: (id: number) => string) => {
    const facts = Object.fromEntries(
      lines.map((_, id) => [id, { owner: id < 5 ? "Ada" : "Ben", source: source(id) }]),
    );
    return differences(pipelineWith(lines.join("\n"), 40, facts, ["A"])).filter(({ who }) => who === "owner");
  };
  const p = 252 / 53130;
  // Without sources the four largest are the four: p · 4/4. With them the four are the smallest of eight: p · 8/4.
  for (const { adjustedP } of named(() => "")) expect(adjustedP).toBeCloseTo(p, 12);
  for (const { adjustedP } of named((id) => (id % 5 < 2 ? "Fair" : "Web")))
    expect(adjustedP).toBeCloseTo(2 * p, 12);
});

describe("segments", () => {
  const text = `
    1 | won - 20  | 0 | A 0 | 100
    2 | won - 40  | 0 | A 0 | 300
    3 | lost - 9  | 0 | A 0, B 4 | 50
    4 | open A    | 0 | A 0 | 70
    5 | lost - 9  | 0 | A 0 | 10
    6 | won - 10  | 0 | A 0`;
  const facts: Facts = {
    1: { source: "__proto__" },
    2: { source: "__proto__" },
    3: { source: "__proto__" },
    4: { source: "Fair" },
    5: { source: "Fair" },
  };
  const found = knownSegments(segments(pipelineWith(text, 60, facts), 0.8), "source");

  test("most deals first; counts, money, cycle and rate by hand; any word is a legal source", () => {
    expect(found).toMatchObject([
      {
        value: "__proto__",
        deals: 3,
        won: 2,
        lost: 1,
        open: 0,
        wonAmount: 400,
        seenWinRate: 2 / 3,
        cycleDays: 30,
      },
      { value: "Fair", deals: 2, won: 0, lost: 1, open: 1, openAmount: 70, seenWinRate: 0 },
      { value: "", deals: 1, won: 1, lost: 0, wonAmount: 0, cycleDays: 10 },
    ]);
  });

  test("rates lie between the segment's own and the team's 3 of 5; a stage nobody decided has none", () => {
    const [first, fair] = found.map(({ winRate }) => ("missing" in winRate ? Number.NaN : winRate.estimate));
    expect(first).toBeGreaterThan(0.5);
    expect(first).toBeLessThan(2 / 3);
    expect(fair).toBeGreaterThan(0.1);
    expect(found[1]?.conversions[1]).toEqual({ missing: "none-decided", n: 0 });
  });

  test("where nobody knows in which stage deals got lost, no owner's conversion is 100 %", () => {
    const lines = "1 | won - 9 | 0 |\n2 | lost - 9 | 0 |\n3 | won - 9 | 0 |\n4 | lost - 9 | 0 |";
    const owners = { 1: { owner: "Ada" }, 2: { owner: "Ada" }, 3: { owner: "Ben" }, 4: { owner: "Ben" } };
    const pipeline = pipelineWith(lines, 200, owners, ["A"]);
    const unknown = { missing: "lost-stages-unknown", n: 2 };
    expect(knownSegments(segments(pipeline, 0.8), "owner").map(({ conversions }) => conversions)).toEqual([
      [unknown],
      [unknown],
    ]);
  });

  test("one owner is nothing to compare", () => {
    expect(segments(pipelineWith(text, 60, {}), 0.8).get("owner")).toEqual({ missing: "one-group", n: 6 });
  });

  test("sizes 1 to 100 are cut at the quartiles and the P90", () => {
    const deals = Array.from({ length: 100 }, (_, i) => `${i} | won - 9 | 0 | A 0 | ${i + 1}`);
    // Type 7 of 1 … 100 at p: 1 + 99p.
    expect(sizeBands(pipelineWith(deals.join("\n"), 20, {}).deals)).toEqual([
      { lower: null, upper: 25.75 },
      { lower: 25.75, upper: 50.5 },
      { lower: 50.5, upper: 75.25 },
      { lower: 75.25, upper: expect.closeTo(90.1, 9) },
      { lower: expect.closeTo(90.1, 9), upper: null },
    ]);
  });
});
