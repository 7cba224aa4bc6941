import { expect, test } from "vitest";
import { readTargets } from "../../../engine/intake/read-targets.ts";

function read(label: string): readonly unknown[] {
  const { targets, problems } = readTargets(new Map([[label, 5000]]), "Pipecast Settings");
  return [
    ...targets.map(({ period, owner }) => `${period.label} ${owner ?? "team"}`),
    ...problems.map(({ code }) => code),
  ];
}

test.each([
  ["2026-07", "2026-07 team"],
  ["2026-7", "2026-07 team"],
  ["07/2026", "2026-07 team"],
  ["2026-07-01", "2026-07 team"],
  ["July 2026", "2026-07 team"],
  ["Juli 2026, Ada", "2026-07 Ada"],
  ["2026-Q3", "2026-Q3 team"],
  ["Q3 2026", "2026-Q3 team"],
  ["2026-Q3 Ben", "2026-Q3 Ben"],
])("%s is a target of %s", (label, expected) => {
  expect(read(label)).toEqual([expected]);
});

test.each([
  ["month", "month"],
  ["a month", "month"],
  ["Every quarter", "quarter"],
])("%s is a target of every %s", (label, unit) => {
  const { targets, every, problems } = readTargets(new Map([[label, 5000]]), "Pipecast Settings");
  expect({ every: [...every], targets, problems }).toEqual({
    every: [[unit, 5000]],
    targets: [],
    problems: [],
  });
});

test.each(["2026", "soon", "2026-13", "Q5 2026", "Acme 2026"])(
  "%s names no period: a problem, not a guess",
  (label) => {
    expect(read(label)).toEqual(["setting-unreadable"]);
  },
);

test("a target of nothing is a problem", () => {
  const { targets, problems } = readTargets(new Map([["2026-07", 0]]), "Pipecast Settings");
  expect([targets.length, problems.length]).toEqual([0, 1]);
});
