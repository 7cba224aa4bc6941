import { describe, expect, test } from "vitest";
import type { StageName } from "../../../engine/intake/records.ts";
import { type Moves, stageOrder } from "../../../engine/pipeline/stage-order.ts";

function stage(name: string, ranks: Partial<StageName> = {}): StageName {
  return { name, kind: "open", ladderRank: null, givenRank: null, spellings: [name], ...ranks };
}

function moves(text: string): Moves {
  const map = new Map<string, Map<string, number>>();
  for (const part of text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean)) {
    const [from = "", to = "", count = "0"] = part.split(" ");
    map.set(from, (map.get(from) ?? new Map()).set(to, Number(count)));
  }
  return map;
}

const names = (order: ReturnType<typeof stageOrder>): string[] => order.stages.map(({ name }) => name);

describe("the order of stages", () => {
  test("as given, whatever the histories say", () => {
    const order = stageOrder([stage("B", { givenRank: 1 }), stage("A", { givenRank: 0 })], moves("B A 90"));
    expect(names(order)).toEqual(["A", "B"]);
    expect(order).toMatchObject({ basis: "settings", forwardShare: 0, moves: 90 });
  });

  test("else by the ladder of well-known words", () => {
    const order = stageOrder(
      [stage("Proposal", { ladderRank: 5 }), stage("Lead", { ladderRank: 1 })],
      moves(""),
    );
    expect(names(order)).toEqual(["Lead", "Proposal"]);
    expect(order).toMatchObject({ basis: "ladder", forwardShare: null });
  });

  test("but where the moves between two of them clearly say otherwise: 6 of 7, and not 4 of 4", () => {
    const usual = [
      stage("New", { ladderRank: 1 }),
      stage("Qualified", { ladderRank: 4 }),
      stage("Contact", { ladderRank: 5 }),
      stage("Proposal", { ladderRank: 9 }),
    ];
    const clear = stageOrder(
      usual,
      moves("New Contact 9, Contact Qualified 6, Qualified Contact 1, Qualified Proposal 5"),
    );
    expect(names(clear)).toEqual(["New", "Contact", "Qualified", "Proposal"]);
    expect(clear.basis).toBe("inferred");
    const thin = stageOrder(usual, moves("New Contact 9, Contact Qualified 4"));
    expect(names(thin)).toEqual(["New", "Qualified", "Contact", "Proposal"]);
    expect(thin.basis).toBe("ladder");
  });

  test("else so that most moves go forward: 18 of the 20 moves, 90 %", () => {
    const order = stageOrder([stage("Z"), stage("Y"), stage("X")], moves("X Y 10, Y Z 8, Z X 2"));
    expect(names(order)).toEqual(["X", "Y", "Z"]);
    expect(order).toMatchObject({ basis: "inferred", forwardShare: 0.9 });
  });

  test("an unknown stage finds its place between known ones", () => {
    const known = [stage("Lead", { ladderRank: 1 }), stage("Proposal", { ladderRank: 5 }), stage("Teardown")];
    expect(names(stageOrder(known, moves("Lead Teardown 9, Teardown Proposal 7")))).toEqual([
      "Lead",
      "Teardown",
      "Proposal",
    ]);
  });

  test("six stages in the worst order are put right", () => {
    const reversed = ["F", "E", "D", "C", "B", "A"].map((name) => stage(name));
    const order = stageOrder(reversed, moves("A B 5, B C 5, C D 5, D E 5, E F 5"));
    expect(names(order)).toEqual(["A", "B", "C", "D", "E", "F"]);
  });

  test("stages named like an object's own keys are stages", () => {
    const order = stageOrder([stage("constructor"), stage("__proto__")], moves("__proto__ constructor 3"));
    expect(names(order)).toEqual(["__proto__", "constructor"]);
  });

  test("won and lost are no open stages", () => {
    expect(names(stageOrder([stage("A"), stage("Won", { kind: "won" })], moves("A Won 4")))).toEqual(["A"]);
  });
});
