import { describe, expect, test } from "vitest";
import { analyse } from "../../../engine/analyse.ts";
import { attention } from "../../../engine/measures/attention.ts";
import { leakage } from "../../../engine/measures/leakage.ts";
import type { Options } from "../../../engine/options.ts";
import { asOf } from "../../../engine/pipeline/as-of.ts";
import { buildTimelines } from "../../../engine/pipeline/build-timelines.ts";
import type { Deal } from "../../../engine/pipeline/pipeline.ts";
import { gridOf } from "../../helpers/grid-of.ts";
import { bookOf, type Facts, NO_SNAPSHOTS, pipelineWith } from "../../helpers/pipeline-with.ts";
import { day, pipelineOf, recordsOf } from "../../helpers/records-of.ts";

function only(text: string, asOfDay: number): Deal | undefined {
  return pipelineOf(text, asOfDay).deals[0];
}

describe("a closing without a day", () => {
  const won = "1 | won - | 10 | A 10, B 40";

  test("a deal that moved on day 40 was open on day 39, in the stage it stood in", () => {
    expect(only(won, 39)).toMatchObject({ outcome: "open", stage: 0 });
    expect(only(won, 40)).toMatchObject({ outcome: "won", closedDay: null });
  });

  test("so was one whose closing day is left out since it lies in the future", () => {
    const { timelines } = buildTimelines(recordsOf("1 | won - 99 | 10 | A 10, B 40"), 60);
    expect(asOf(timelines, 39).deals).toMatchObject([{ outcome: "open", stage: 0 }]);
    expect(asOf(timelines, 60).deals).toMatchObject([{ outcome: "won", closedDay: null }]);
  });
});

describe("follow-up", () => {
  test("a win outlives a loss in follow-up: won on day 30 for good", () => {
    const text = "1 | lost - | 10 | A 10, won 30, after 40, lost 50";
    expect(only(text, 60)).toMatchObject({ outcome: "won", closedDay: 30, reopenings: 0 });
  });

  test("from the day it is given up it is in follow-up no more, whether history or the row says so", () => {
    const told = "1 | lost - | 10 | A 10, won 30, after 40, lost 50";
    expect(only(told, 49)).toMatchObject({ inFollowUp: true, isGivenUp: false });
    expect(only(told, 50)).toMatchObject({ outcome: "won", inFollowUp: false, isGivenUp: true });
    const byRow = "1 | lost - 55 | 10 | A 10, won 30, after 40";
    expect(only(byRow, 54)).toMatchObject({ inFollowUp: true, isGivenUp: false });
    expect(only(byRow, 55)).toMatchObject({ outcome: "won", inFollowUp: false, isGivenUp: true });
  });

  test("taken up again it is in follow-up again", () => {
    const text = "1 | | 10 | A 10, won 30, after 40, lost 50, after 70";
    expect(only(text, 80)).toMatchObject({ outcome: "won", inFollowUp: true, isGivenUp: false });
  });

  test("follow-up wins no lost deal", () => {
    const text = "1 | lost - | 10 | A 10, lost 30, after 40";
    expect(only(text, 60)).toMatchObject({
      outcome: "lost",
      closedDay: 30,
      reopenings: 0,
      inFollowUp: false,
    });
  });

  test("back in an open stage it is open again, and may be lost", () => {
    const text = "1 | | 10 | A 10, won 30, after 40, B 50, lost 55";
    expect(only(text, 52)).toMatchObject({ outcome: "open", stage: 1 });
    expect(only(text, 60)).toMatchObject({ outcome: "lost", closedDay: 55 });
  });

  test("a row that says lost is told that its history says won", () => {
    const { problems } = buildTimelines(recordsOf("1 | lost - | 10 | A 10, won 30, after 40, lost 50"), 60);
    expect(problems).toMatchObject([
      { code: "outcome-differs-from-history", details: { outcome: "lost", historyOutcome: "won" } },
    ]);
  });
});

describe("what today's row says is not known on a past day", () => {
  const AT = { quietAfterDays: 14 };
  const flags = (line: string, facts: Facts, today: number): string[] =>
    attention(pipelineWith(line, today, facts), NO_SNAPSHOTS, AT)
      .filter(({ deal }) => deal.id === "x")
      .flatMap((deal) => deal.flags.map(({ code }) => code));

  test("a deal won on day 50 has no next step today; what it had on day 30 nobody knows", () => {
    const line = "x | won - 50 | 10 | A 10\ny | open A | 10 | A 10";
    const facts = { y: { nextStep: "Call" } };
    expect(flags(line, facts, 30)).toEqual([]);
    expect(flags("x | open A | 10 | A 10\ny | open A | 10 | A 10", facts, 30)).toEqual(["no-next-step"]);
  });

  test("a deal that was worked on later may have been worked on before: no silence, no leak", () => {
    const line = "x | open A | 10 | A 10\ny | open A | 29 | A 29";
    const facts = { x: { lastActivityDay: 45 }, y: { lastActivityDay: 29 } };
    expect(flags(line, facts, 30)).toEqual([]);
    expect(leakage(pipelineWith(line, 30, facts), 14)).toMatchObject({ deals: 0 });
    // On day 60 the activity of day 45 is known, and 15 days old.
    expect(flags(line, facts, 60)).toEqual(["no-activity"]);
  });

  test("amount and expected close are those of the last snapshot by the day, once the row tells of a later one", () => {
    const records = recordsOf("1 | open A | 10 | A 10 | 900");
    const deals = records.deals.map((deal) => ({ ...deal, expectedCloseDay: 120 }));
    const book = bookOf("20 | 1 | 500 | 70\n40 | 1 | 700 | 90");
    const { timelines } = buildTimelines({ ...records, deals, snapshots: [...book.values()].flat() }, 60);
    expect(asOf(timelines, 30).deals).toMatchObject([{ amount: 500, expectedCloseDay: 70 }]);
    expect(asOf(timelines, 15).deals).toMatchObject([{ amount: 900, expectedCloseDay: 120 }]);
    expect(asOf(timelines, 50).deals).toMatchObject([{ amount: 900, expectedCloseDay: 120 }]);
  });
});

test("a closing that a weekly list shows later is dated by the day that the list names for it", () => {
  const lists = (closed: string) =>
    gridOf(
      "Lists",
      `| Deal ID | Snapshot date | Stage | Closed    |
       | 1       | 2026-01-05    | Lead  |           |
       | 2       | 2026-01-05    | Lead  |           |
       | 1       | 2026-01-12    | Lead  |           |
       | 2       | 2026-01-12    | Lead  |           |
       | 1       | 2026-01-19    | Won   | ${closed} |
       | 2       | 2026-01-19    | Lead  |           |`,
    );
  const closedOn = (closed: string): readonly (number | null)[] =>
    analyse([lists(closed)], { asOfDay: day("2026-02-01") }).pipeline.deals.map(({ closedDay }) => closedDay);
  expect(closedOn("2026-01-14")).toEqual([day("2026-01-14"), null]);
  expect(closedOn("")).toEqual([day("2026-01-19"), null]);
  expect(closedOn("2026-01-22")).toEqual([day("2026-01-19"), null]);
});

describe("a report as of a past day", () => {
  const deals = gridOf(
    "Deals",
    `| Deal ID | Deal name | Stage | Created    | Closed     | Outcome |
     | 1       | Lamps     | Won   | 2026-01-05 | 2026-05-20 | Won     |
     | 2       | Desks     | Lead  | 2026-01-07 |            | Open    |`,
  );
  const analysed = (options: Options) => {
    const { problems, counts } = analyse([deals], options);
    return { future: problems.filter(({ code }) => code === "day-in-future").length, counts };
  };

  test("no day is called a future one unless the host says which day it is", () => {
    const past = { asOfDay: day("2026-03-01") };
    expect(analysed(past)).toMatchObject({ future: 0, counts: { open: 2, won: 0 } });
    expect(analysed({ ...past, todayDay: day("2026-03-01") }).future).toBe(1);
  });
});
