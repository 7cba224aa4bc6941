import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf } from "../../../engine/pipeline/as-of.ts";
import { buildTimelines } from "../../../engine/pipeline/build-timelines.ts";
import type { Deal } from "../../../engine/pipeline/pipeline.ts";
import { pipelineOf, recordsOf } from "../../helpers/records-of.ts";

function only(text: string, asOfDay: number): Deal {
  const [deal] = pipelineOf(text, asOfDay).deals;
  if (!deal) throw new Error("no deal");
  return deal;
}

describe("a deal as known on a day", () => {
  test("an open deal's last visit still lasts", () => {
    const deal = only("1 | open B | 10 | A 10, B 14", 20);
    expect(deal.visits).toEqual([
      { stage: 0, enteredDay: 10, leftDay: 14 },
      { stage: 1, enteredDay: 14, leftDay: null },
    ]);
    expect(deal).toMatchObject({ outcome: "open", closedDay: null, stage: 1, furthest: 1, startDay: 10 });
  });

  test("the closing ends the last visit", () => {
    const deal = only("1 | won - 30 | 10 | A 10, B 14", 40);
    expect(deal).toMatchObject({ outcome: "won", closedDay: 30, stage: 1 });
    expect(deal.visits[1]).toEqual({ stage: 1, enteredDay: 14, leftDay: 30 });
  });

  test("before its closing day the deal is open, and its later stages do not exist", () => {
    expect(only("1 | won - 30 | 10 | A 10, B 14", 29)).toMatchObject({ outcome: "open", stage: 1 });
    expect(only("1 | won - 30 | 10 | A 10, B 14", 13)).toMatchObject({
      outcome: "open",
      stage: 0,
      furthest: 0,
    });
  });

  test("a deal that starts later is not there", () => {
    expect(
      pipelineOf("1 | open A | 10 | A 10\n2 | open A | 21 | A 21", 20).deals.map((deal) => deal.id),
    ).toEqual(["1"]);
  });

  test("the start is the earlier of created and first stage", () => {
    expect(only("1 | open A | 12 | A 10", 20).startDay).toBe(10);
    expect(only("1 | open A | 8 | A 10", 20).startDay).toBe(8);
  });

  test("equal neighbours are one visit, and changes are put in order", () => {
    expect(only("1 | open B | 10 | B 15, A 10, A 12", 20).visits).toEqual([
      { stage: 0, enteredDay: 10, leftDay: 15 },
      { stage: 1, enteredDay: 15, leftDay: null },
    ]);
  });

  test("a reopened deal is open, its loss stays in the timeline", () => {
    const deal = only("1 | open B | 10 | A 10, lost 15, B 20", 25);
    expect(deal).toMatchObject({ outcome: "open", reopenings: 1, closedDay: null, furthest: 1 });
    expect(deal.visits[0]).toEqual({ stage: 0, enteredDay: 10, leftDay: 15 });
  });

  test("follow-up is past the win: the deal was won when it closed, and is in follow-up since", () => {
    const deal = only("1 | won after 30 | 10 | A 10, won 30, after 40", 50);
    expect(deal).toMatchObject({ outcome: "won", closedDay: 30, inFollowUp: true });
    expect(only("1 | won after 30 | 10 | A 10, won 30, after 40", 35)).toMatchObject({
      inFollowUp: false,
      outcome: "won",
    });
  });

  test("without history the stage of the row counts, and there are no visits", () => {
    expect(only("1 | open B | 10 |", 20)).toMatchObject({ stage: 1, furthest: 1, visits: [] });
  });

  test("the stage of the row tells nothing about a day before the deal closed", () => {
    expect(only("1 | lost B 30 | 10 |", 29)).toMatchObject({ outcome: "open", stage: null });
    expect(only("1 | lost B 30 | 10 |", 30)).toMatchObject({ outcome: "lost", stage: 1 });
  });

  test("won without any closing day is won, with the day unknown", () => {
    expect(only("1 | won - | 10 |", 20)).toMatchObject({ outcome: "won", closedDay: null });
  });
});

describe("laws of the as-of view", () => {
  const dealLine = fc.record({
    start: fc.integer({ min: 0, max: 60 }),
    steps: fc.array(fc.tuple(fc.constantFrom("A", "B", "C", "lost"), fc.integer({ min: 0, max: 15 })), {
      maxLength: 6,
    }),
    won: fc.boolean(),
  });
  const book = fc.array(dealLine, { minLength: 1, maxLength: 12 }).map((lines) =>
    lines.map(({ start, steps, won }, id) => {
      let on = start;
      const path = steps.map(([stage, days]) => {
        on += days;
        return `${stage} ${on}`;
      });
      const end = won ? [...path, `won ${on + 3}`] : path;
      return `${id} | | ${start} | ${end.join(", ")}`;
    }),
  );

  test("what happens after the day changes nothing", () => {
    fc.assert(
      fc.property(book, fc.integer({ min: 0, max: 90 }), (lines, cut) => {
        const cutLines = lines.map((line) => {
          const parts = line.split("|");
          const kept = (parts[3] ?? "").split(",").filter((part) => Number(part.trim().split(" ")[1]) <= cut);
          return [...parts.slice(0, 3), kept.join(",")].join("|");
        });
        const whole = asOf(buildTimelines(recordsOf(lines.join("\n")), 1000).timelines, cut);
        const early = asOf(buildTimelines(recordsOf(cutLines.join("\n")), 1000).timelines, cut);
        // Only whether the row tells of a later day may be known.
        const known = whole.deals.map((deal) => ({ ...deal, rowIsLater: false }));
        expect({ ...whole, deals: known }).toEqual(early);
      }),
    );
  });

  test("an earlier day is the same whether or not a later one is known", () => {
    fc.assert(
      fc.property(
        book,
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 0, max: 40 }),
        (lines, cut, on) => {
          const { timelines } = buildTimelines(recordsOf(lines.join("\n")), 1000);
          expect(asOf(timelines, cut, asOf(timelines, cut + on))).toEqual(asOf(timelines, cut));
        },
      ),
    );
  });

  test("the order of rows changes nothing but where they stand", () => {
    fc.assert(
      fc.property(book, (lines) => {
        const withoutPlace = (rows: readonly string[]) =>
          pipelineOf(rows.join("\n"), 60).deals.map(({ where, ...deal }) => deal);
        expect(withoutPlace([...lines].reverse())).toEqual(withoutPlace(lines));
      }),
    );
  });

  test("visits of a deal follow one another without overlap", () => {
    fc.assert(
      fc.property(book, (lines) => {
        for (const { visits } of pipelineOf(lines.join("\n"), 60).deals) {
          visits.forEach((visit, i) => {
            const next = visits[i + 1];
            expect(visit.leftDay ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(visit.enteredDay);
            if (next) expect(visit.leftDay).toBeLessThanOrEqual(next.enteredDay);
          });
        }
      }),
    );
  });
});
