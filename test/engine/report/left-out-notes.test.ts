import { expect, test } from "vitest";
import type { Problem, ProblemCode } from "../../../engine/basics/problem.ts";
import { leftOutNotes } from "../../../engine/report/sheets/notes.ts";
import { worthSentence } from "../../../engine/report/wording/worth.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

function problem(code: ProblemCode, value: string, details: Problem["details"]): Problem {
  const where = { sheet: "Deals", cell: "C5" };
  return { code, severity: "warning", where, value, excludes: "nothing", ...(details ? { details } : {}) };
}

function notesWith(...problems: readonly Problem[]): string {
  return leftOutNotes({ ...FIXTURE, problems }).join(" ");
}

test("stages that may be wins are named beside the figures that depend on them", () => {
  const notes = notesWith(problem("stage-kind-unclear", "Handed over", { kind: "open", count: 20 }));
  expect(notes).toContain("whether a deal in Handed over (taken as open) is open, won or lost");
  expect(notesWith()).not.toContain("not clear");
});

test("amounts without a rate are counted beside the money they are not in", () => {
  const dollars = problem("currency-without-rate", "500", { currency: "USD", reportCurrency: "EUR" });
  expect(notesWith(dollars, dollars)).toContain(
    "2 amounts in a currency without a rate: in no figure of money",
  );
});

test("what would bring nothing is not called a worth", () => {
  const perQuarter = { lower: -14_000, estimate: -920, upper: 12_000, level: 0.8, n: 40 };
  const counterfactual = { kind: "fewer-lost", by: "quarter", nowShare: 0.36, thenShare: 0.34 } as const;
  expect(worthSentence("Quote", { perQuarter, counterfactual }, "EUR", false)).toMatch(
    /^No gain is to be expected if Quote lost 34 % of its deals, .*\(−€14,000 to €12,000 a quarter\)\.$/,
  );
});

test("a guessed order of stages is called one, and days that snapshots tell are said to be theirs", () => {
  const stageOrder = { ...FIXTURE.stageOrder, basis: "appearance" } as const;
  const pipeline = { ...FIXTURE.pipeline, shape: "snapshots" } as const;
  const notes = leftOutNotes({ ...FIXTURE, stageOrder, pipeline }).join(" ");
  expect(notes).toContain("the order of the stages, which is a guess: list the open stages");
  expect(notes).toContain("those of the first snapshot that shows them");
  expect(notesWith()).not.toMatch(/guess|snapshot/);
});
