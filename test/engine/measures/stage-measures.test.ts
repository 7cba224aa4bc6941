import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decidedByStage } from "../../../engine/measures/decided-by-stage.ts";
import { wonLeftOut } from "../../../engine/measures/eventual.ts";
import { stageCounts } from "../../../engine/measures/stage-counts.ts";
import { stageMeasures } from "../../../engine/measures/stage-measures.ts";
import { pipelineOf } from "../../helpers/records-of.ts";

/**
 * Six deals through A, B, C:
 *   1 won after A, B, C      2 won, skipped B     3 lost in A
 *   4 lost in B              5 open in B          6 open in A, back from B
 */
const SIX = `
  1 | won - 30  | 0 | A 0, B 4, C 10
  2 | won - 20  | 0 | A 0, C 8
  3 | lost - 6  | 0 | A 0
  4 | lost - 9  | 0 | A 0, B 5
  5 | open B    | 0 | A 0, B 7
  6 | open A    | 0 | A 0, B 2, A 12`;

describe("reached, visited, skipped, advanced, lost and open", () => {
  const [a, b, c] = stageCounts(pipelineOf(SIX, 40));

  test("A: all six reached it, none skipped it; 5 went further, 1 was lost, none counts as open here", () => {
    // Deal 6 stands in A again, but its furthest stage is B.
    expect(a).toEqual({ reached: 6, visited: 6, skipped: 0, advanced: 5, lost: 1, open: 0, reentries: 1 });
  });

  test("B: 1, 2, 4, 5, 6 reached it (2 without a visit); 2 went on, 1 was lost, 2 are undecided", () => {
    expect(b).toEqual({ reached: 5, visited: 4, skipped: 1, advanced: 2, lost: 1, open: 2, reentries: 0 });
  });

  test("C: only the won deals; in the last stage, going on means winning", () => {
    expect(c).toEqual({ reached: 2, visited: 2, skipped: 0, advanced: 2, lost: 0, open: 0, reentries: 0 });
  });

  test("lost deals whose stage is unknown reached no stage", () => {
    expect(stageCounts(pipelineOf("1 | lost - 9 | 0 |\n2 | won - 9 | 0 |", 40))[0]).toMatchObject({
      reached: 1,
      lost: 0,
    });
  });

  test("without history, positions count and visits are missing", () => {
    const text = "1 | won - 9 | 0 |\n2 | lost B 9 | 0 |\n3 | open A | 0 |";
    const [first, second] = stageCounts(pipelineOf(text, 40, ["A", "B"], "deals-only"));
    expect(first).toMatchObject({
      reached: 3,
      advanced: 2,
      lost: 0,
      open: 1,
      visited: { missing: "no-history", n: 3 },
    });
    expect(second).toMatchObject({ reached: 2, advanced: 1, lost: 1, open: 0 });
  });
});

describe("conversion and time of a stage", () => {
  const [a, b] = stageMeasures(pipelineOf(SIX, 40), 0.8);

  test("conversion is advanced over decided: B 2 of 3, the two open deals in neither number", () => {
    expect(b?.conversion).toMatchObject({ estimate: 2 / 3, n: 3, level: 0.8 });
  });

  test("eventual conversion of B by hand", () => {
    // Days from the first day at B or later to the first day at C or later (won: closing), loss or today (40):
    //   1: 4 → 10 = 6 on;  2: 8 → 8 = 0 on;  4: 5 → 9 = 4 lost;  5: 7 → 40 = 33 open;  6: 2 → 40 = 38 open
    // Aalen–Johansen: at 0, 1 of 5 goes on: 1/5. At 4, 1 of 4 is lost: survival 4/5 · 3/4 = 3/5.
    // At 6, 1 of 3 goes on: 1/5 + 3/5 · 1/3 = 2/5.
    expect(b?.eventualConversion).toMatchObject({ estimate: expect.closeTo(0.4, 12), n: 5 });
  });

  test("eventual win from A by hand", () => {
    // Days from the start to the win: 1: 30; 2: 20. Lost: 3 at 6, 4 at 9. Open at 40: 5 and 6.
    // At 6: 1 of 6 lost, survival 5/6; at 9: 1 of 5 lost, 4/6; at 20: 1 of 4 won, + 4/6 · 1/4 = 1/6, survival 3/6;
    // at 30: 1 of 3 won, + 3/6 · 1/3 = 1/6. Together 2/6.
    expect(a?.eventualWin).toMatchObject({ estimate: expect.closeTo(2 / 6, 12), n: 6 });
  });

  test("wins without history are left out where losses without it are: half of those with history win, not 3 in 4", () => {
    const seen = "1 | won - 20 | 0 | A 0\n2 | lost - 30 | 0 | A 0";
    const wins = "3 | won - 20 | 0 |\n4 | won - 20 | 0 |";
    const mixed = pipelineOf(`${seen}\n${wins}\n5 | lost - 20 | 0 |`, 60);
    expect(stageMeasures(mixed, 0.8)[0]?.eventualWin).toMatchObject({ estimate: 0.5, n: 2 });
    expect(wonLeftOut(mixed)).toBe(2);
    // Where every loss has its history, wins arrive on their closing day: 3 of 4.
    const whole = pipelineOf(`${seen}\n${wins}`, 60);
    expect(stageMeasures(whole, 0.8)[0]?.eventualWin).toMatchObject({
      estimate: expect.closeTo(0.75, 12),
      n: 4,
    });
    expect(wonLeftOut(whole)).toBe(0);
  });

  test("what eventual win from A leaves open: the curve ends on day 30 with 2 of 6 undecided", () => {
    // 5/6 · 4/5 · 3/4 · 2/3 = 2/6; going on from A ends at day 8: 3 lost at 6; 6 at 2, 1 at 4, 4 at 5, 5 at 7, 2 at 8.
    expect(a?.undecided).toEqual({ win: expect.closeTo(2 / 6, 12), conversion: expect.closeTo(0, 12) });
  });

  test("time in A by hand: a visit a deal, the second one of deal 6 still lasts", () => {
    // Stays: 4, 8, 6, 5, 7, 2 ended; 28 still lasts. Of 7: S(2)=6/7, S(4)=5/7, S(5)=4/7, S(6)=3/7 → the median is 6.
    // S(7)=2/7, S(8)=1/7 → P75 is 8 (1/7 < 1/4 ≤ 2/7); the curve stays at 1/7 > 1/10: no P90.
    expect(a?.timeInStage).toMatchObject({ n: 7, censored: 1, medianDays: 6, p75Days: 8 });
    expect(a?.timeInStage).toMatchObject({ p90Days: { missing: "curve-too-short", n: 7 } });
    // Area under the curve to 28: 2 + 2·6/7 + 1·5/7 + 1·4/7 + 1·3/7 + 1·2/7 + 20·1/7 = 2 + 46/7
    expect(a?.timeInStage).toMatchObject({ meanDays: expect.closeTo(2 + 46 / 7, 12) });
  });

  test("where no lost deal tells its stage, none lost here and a conversion of 100 % would be wrong: both are missing", () => {
    const [only] = stageMeasures(
      pipelineOf("1 | won - 9 | 0 |\n2 | lost - 9 | 0 |", 40, ["A"], "deals-only"),
      0.8,
    );
    expect(only?.conversion).toEqual({ missing: "lost-stages-unknown", n: 1 });
    expect(only?.lost).toEqual({ missing: "lost-stages-unknown", n: 1 });
  });

  test("without history, what needs visits is missing with its reason", () => {
    const [only] = stageMeasures(pipelineOf("1 | won - 9 | 0 |", 40, ["A"], "deals-only"), 0.8);
    expect(only).toMatchObject({
      eventualWin: { missing: "no-history" },
      timeInStage: { missing: "no-history" },
    });
  });
});

describe("laws", () => {
  const steps = fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), fc.integer({ min: 0, max: 9 })), {
    maxLength: 5,
  });
  const end = fc.constantFrom("won", "lost", "");
  const book = fc.array(fc.tuple(steps, end), { minLength: 1, maxLength: 15 }).map((deals) =>
    deals
      .map(([path, outcome], id) => {
        let on = 0;
        const parts = path.map(([stage, days]) => {
          on += days;
          return `${stage} ${on}`;
        });
        return `${id} | | 0 | ${[...parts, ...(outcome ? [`${outcome} ${on + 1}`] : [])].join(", ")}`;
      })
      .join("\n"),
  );

  test("reached = advanced + lost + open, and no later stage is reached by more", () => {
    fc.assert(
      fc.property(book, (text) => {
        const counts = stageCounts(pipelineOf(text, 60));
        counts.forEach((count, i) => {
          expect(count.advanced + count.lost + count.open).toBe(count.reached);
          expect(counts[i + 1]?.reached ?? 0).toBeLessThanOrEqual(count.reached);
          expect(counts[i + 1]?.reached ?? count.advanced).toBe(count.advanced);
        });
      }),
    );
  });

  test("the quick count of decided deals is the same count", () => {
    fc.assert(
      fc.property(book, (text) => {
        const pipeline = pipelineOf(text, 60);
        const counts = stageCounts(pipeline).map(({ advanced, lost }) => ({ advanced, lost }));
        expect(decidedByStage(pipeline.deals, pipeline.stages.length)).toEqual(counts);
      }),
    );
  });

  test("every share and its interval lie within 0 and 1, in order", () => {
    fc.assert(
      fc.property(book, (text) => {
        for (const stage of stageMeasures(pipelineOf(text, 60), 0.8)) {
          for (const figure of [stage.conversion, stage.eventualConversion, stage.eventualWin]) {
            if ("missing" in figure) continue;
            const ordered = [0, figure.lower, figure.estimate, figure.upper, 1];
            expect([...ordered].sort((x, y) => x - y)).toEqual(ordered);
          }
        }
      }),
    );
  });
});
