import { describe, expect, test } from "vitest";
import { dayOfIso } from "../../../engine/basics/day.ts";
import { ageScale } from "../../../engine/forecast/age-scale.ts";
import { classesOf } from "../../../engine/forecast/classes.ts";
import { NEVER, spellsOf } from "../../../engine/forecast/spells.ts";
import { addWindow, emptyTally, layoutOf, phaseOfDay, type Tally } from "../../../engine/forecast/tally.ts";
import { LOST, WON } from "../../../engine/pipeline/timelines.ts";
import { timelinesOfDeals } from "./timelines-of.ts";

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

const timelines = timelinesOfDeals(
  ["First", "Second"],
  [
    // In First on days 100–110 (eleven days at risk), in Second on 110–115 (six), won.
    {
      changes: [
        [100, 0],
        [110, 1],
        [115, WON],
      ],
    },
    // In First on days 105–105: left on the day it came, lost. One day at risk.
    {
      changes: [
        [105, 0],
        [105, LOST],
      ],
    },
    // Still in First at the end.
    { changes: [[112, 0]] },
    // Back from Second to First: eight, four, and open.
    {
      changes: [
        [100, 0],
        [107, 1],
        [110, 0],
      ],
    },
    // Nobody wrote down its stages: one life from created to won, 21 days.
    { created: 100, changes: [[120, WON]] },
  ],
);
const spells = spellsOf(timelines);

function tallied(windows: readonly (readonly [number, number])[]): Tally {
  const classes = classesOf(spells, 130, { fields: [], amounts: false }, 1000);
  const tally = emptyTally(layoutOf(spells, classes, ageScale(spells, 130), 100, 130));
  for (const [from, to] of windows) addWindow(tally, spells, classes, from, to);
  return tally;
}

describe("the tally", () => {
  test("counts days at risk, open deals included, and events by cause", () => {
    const tally = tallied([[100, 130]]);
    // 11 + 6 + 1 + (112…130: 19) + 8 + 4 + (110…130: 21) + 21
    expect(total(tally.daysAtRisk)).toBe(91);
    // Progress: twice First → Second, Second → won, whole life → won; one loss; one move back.
    expect(tally.events.map(total)).toEqual([4, 1, 1]);
  });

  test("of parts adds up to that of the whole", () => {
    const whole = tallied([[100, 130]]);
    const parts = tallied([
      [100, 104],
      [105, 110],
      [111, 111],
      [112, 130],
    ]);
    expect(parts).toEqual(whole);
  });

  test("knows nothing of later days", () => {
    const tally = tallied([[100, 109]]);
    // First deal 100–109, second 1, fourth 8 + 3, whole life 10; the rest is not yet there.
    expect(total(tally.daysAtRisk)).toBe(10 + 1 + 8 + 3 + 10);
    expect(tally.events.map(total)).toEqual([1, 1, 0]);
  });
});

describe("spells", () => {
  test("a reopened deal begins anew, and its loss stays", () => {
    const reopened = spellsOf(
      timelinesOfDeals(
        ["A"],
        [
          {
            changes: [
              [10, 0],
              [20, LOST],
              [30, 0],
            ],
          },
        ],
      ),
    );
    expect(Array.from(reopened.arrivals.day)).toEqual([10, 30]);
    expect(Array.from(reopened.visits.left)).toEqual([20, NEVER]);
    expect(Array.from(reopened.deals.closed)).toEqual([NEVER]);
  });

  test("do not depend on the order of rows", () => {
    const deals = [
      { id: "b", changes: [[5, 0]] as const },
      {
        id: "a",
        changes: [
          [5, 0],
          [9, WON],
        ] as const,
      },
      { id: "c", changes: [[1, 0]] as const },
    ];
    const there = spellsOf(timelinesOfDeals(["A"], deals));
    const back = spellsOf(timelinesOfDeals(["A"], [...deals].reverse()));
    expect(back.visits).toEqual(there.visits);
    expect(back.wins).toEqual(there.wins);
  });
});

describe("the weeks of a quarter", () => {
  test.each([
    ["2026-06-30", 0],
    ["2026-06-24", 0],
    ["2026-06-23", 1],
    ["2026-04-01", 12],
    ["2026-12-31", 0],
    ["2026-10-01", 12],
  ])("%s is %d weeks from its end", (day, weeks) => {
    expect(phaseOfDay(dayOfIso(day) ?? 0)).toBe(weeks);
  });
});
