import { describe, expect, test } from "vitest";
import { type Figure, missing } from "../../../engine/basics/figure.ts";
import type {
  BacktestRecord,
  Forecast,
  ForecastNoteCode,
  ForecastPeriod,
} from "../../../engine/forecast/types.ts";
import { forecastFigures } from "../../../engine/report/forecast-figures.ts";
import {
  periodSentence,
  shortOutlook,
  targetSentence,
} from "../../../engine/report/wording/forecast-headlines.ts";
import { forecastNoteText } from "../../../engine/report/wording/forecast-notes.ts";
import { choiceSentence, honestySentences, recordSentence } from "../../../engine/report/wording/record.ts";
import { scenarioSentences } from "../../../engine/report/wording/scenarios.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";
import { FORECAST, MONTHS, RECORD } from "../../helpers/forecast-fixture.ts";

const IN_EUROS = { currency: "EUR", isCounted: false };
const SETTING = { currency: "EUR", level: 0.8 };

/** Each code with the numbers that its comment in engine/forecast/types.ts names, and what must be said of them. */
const NOTES: Readonly<
  Record<ForecastNoteCode, readonly [Record<string, number>, string, readonly string[]]>
> = {
  "all-open": [{ open: 9 }, "", ["No deal has closed yet", "9 open deals"]],
  "no-wins": [{ lost: 14, upper: 0.092 }, "", ["No wins yet", "14 closed deals", "9 %", "80 % range"]],
  thin: [
    { closed: 21, won: 6 },
    "",
    ["Not enough history: 21 closed deals, 6 won.", "rests mainly on defaults"],
  ],
  early: [{ won: 12 }, "", ["Early estimate", "12 deals were won"]],
  "new-stage": [{ visits: 4 }, "Trial", ["Stage Trial is new: 4 visits."]],
  "shared-customers": [{ deals: 7, customers: 3 }, "", ["7 open deals belong to 3 customers"]],
  "large-deal": [{ share: 0.31, amount: 68_200 }, "D-7", ["Deal D-7 (€68,200) is 31 % of the upside"]],
  reopened: [{ deals: 2 }, "", ["2 deals were reopened", "stays counted"]],
  counted: [{}, "", ["numbers of won deals"]],
  "no-history": [{}, "", ["Stage history is missing: less precise. Switch on recording"]],
  "amounts-at-win": [{ wonShare: 1, lostShare: 0.02 }, "", ["100 % of won deals", "2 % of lost ones"]],
  "closing-ratio": [
    { ratio: 0.804, deals: 180 },
    "",
    ["180 won deals", "close at about 80 %", "Open deals are taken to do so too"],
  ],
  "open-without-amount": [{ deals: 1 }, "", ["1 open deal carries no amount"]],
  "past-whale": [
    { share: 0.4, amount: 500_000 },
    "D-9",
    ["Deal D-9 (€500,000) alone is 40 % of what was won"],
  ],
  record: [
    { cutoffs: 18, wape: 0.19, baselineWape: 0.31 },
    "trailing-mean-6",
    ["In 18 past months", "19 %", "the mean of the last 6 months, by 31 %"],
  ],
  "short-record": [{ cutoffs: 3 }, "", ["3 past month-ends"]],
  "baseline-better": [
    { crps: 900, baselineCrps: 800, p: 0.4 },
    "damped-trend",
    ["a trend that levels off came closer", "may be chance"],
  ],
  "baseline-chosen": [
    { crps: 900, baselineCrps: 500, p: 0.02 },
    "damped-trend",
    ["more than chance", "made with it"],
  ],
  "spread-adjusted": [{ factor: 1.25 }, "", ["too narrow", "25 % wider"]],
};

describe("every note on a forecast", () => {
  test.each(Object.keys(NOTES) as ForecastNoteCode[])("%s says its numbers in full sentences", (code) => {
    const [numbers, text, said] = NOTES[code];
    const words = forecastNoteText(text === "" ? { code, numbers } : { code, numbers, text }, SETTING);
    for (const part of said) expect(words).toContain(part);
    expect(words).toMatch(/^[A-Z\d].*\.$/);
    expect(words).not.toMatch(/undefined|NaN|!\s| {2}| [,.]/);
  });

  test("a narrowed range is said to be narrower", () => {
    expect(forecastNoteText({ code: "spread-adjusted", numbers: { factor: 0.9 } }, SETTING)).toContain(
      "10 % narrower",
    );
  });

  test("a stage's name is cut to an excerpt without line breaks", () => {
    const note = { code: "new-stage", numbers: { visits: 1 }, text: `A\n${"b".repeat(99)}` } as const;
    expect(forecastNoteText(note, SETTING)).toMatch(/^Stage A b{37}… is new: 1 visit\./);
  });
});

function withRecord(changes: Partial<BacktestRecord>, more: Partial<Forecast> = {}): Forecast {
  return { ...FORECAST, ...more, backtest: { ...RECORD, ...changes } };
}

describe("the record", () => {
  test("in one sentence, beside a plain average and the best simple method", () => {
    expect(recordSentence(FORECAST)).toBe(
      "In 3 past months our figure was off by 19 % of the average month; a plain average was off by 31 %, " +
        "the best simple method (a trend that levels off) by 26 %.",
    );
  });

  test("the plain average is named once where it is the best simple method", () => {
    const methods = RECORD.methods.filter(({ method }) => method !== "damped-trend");
    expect(recordSentence(withRecord({ methods, bestBaseline: "trailing-mean-6" }))).toBe(
      "In 3 past months our figure was off by 19 % of the average month; a plain average was off by 31 %.",
    );
  });

  test("without one, why there is none", () => {
    const backtest: Figure<BacktestRecord> = missing("too-few", 0);
    expect(recordSentence({ ...FORECAST, backtest })).toBe(
      "There is no record of past forecasts yet: no case, too few to tell.",
    );
  });

  test("says how often ranges held and which way forecasts erred", () => {
    // 0.75 × 8 = 6
    expect(honestySentences(FORECAST)).toEqual([
      "6 of 8 outcomes lay within our 80 % range (75 %).",
      "On the whole our forecasts were 4 % too high.",
    ]);
  });
});

describe("the choice of method", () => {
  test.each([
    [0.04, "it came closer than every simple method, by more than chance (p = 0.04)"],
    [0.004, "by more than chance (p = below 0.01)"],
    [0.4, "though that may be chance (p = 0.40)"],
    [null, "though that may be chance."],
  ])("ours is ahead with p = %s", (p, words) => {
    expect(choiceSentence(withRecord({ p }))).toContain(words);
  });

  test("a simple method that is credibly better is used, and said so", () => {
    const chosen = withRecord({ chosen: "damped-trend", p: 0.02 }, { method: "damped-trend" });
    expect(choiceSentence(chosen)).toMatch(
      /^The forecast is made with a trend that levels off: figure and range judged together, it came closer/,
    );
  });

  test("a simple method that is a little better is named", () => {
    const methods = RECORD.methods.map((one) => (one.method === "pipecast" ? { ...one, crps: 30_000 } : one));
    expect(choiceSentence(withRecord({ methods, p: 0.5 }))).toContain("came a little closer");
  });
});

/** July, of which nothing is over; the test changes what it is about. */
function july(changes: Partial<ForecastPeriod> = {}): ForecastPeriod {
  const [first] = MONTHS;
  if (!first) throw new Error("The fixture has no months.");
  return { ...first, ...changes };
}

describe("a period", () => {
  test("to come: amount, range, origin", () => {
    expect(periodSentence(july({ fromOpen: 50_000, fromNew: 24_000 }), FORECAST, IN_EUROS)).toBe(
      "July 2026 should bring €74,000, 8 times in 10 between €45,000 and €110,000; " +
        "€50,000 of it from deals open now, €24,000 from deals yet to come.",
    );
  });

  test("under way: what is won so far is named", () => {
    const running = { ...FORECAST, asOfDay: FORECAST.asOfDay + 10 };
    expect(periodSentence(july({ wonSoFar: 12_000 }), running, IN_EUROS)).toContain(
      "July 2026 should end at €74,000",
    );
    expect(periodSentence(july({ wonSoFar: 12_000 }), running, IN_EUROS)).toContain(
      "€12,000 won by 10 July.",
    );
  });

  test("says of counted deals that they are counted", () => {
    const counted = { currency: null, isCounted: true };
    expect(periodSentence(july({ mean: 4.35, lower: 1, upper: 8 }), FORECAST, counted)).toContain(
      "July 2026 should bring 4.35 won deals, 8 times in 10 between 1.00 and 8.00",
    );
    const named = { ...FIXTURE, ...counted };
    expect(shortOutlook(named)[0]).toMatch(/^Forecast of won deals: /);
    expect(forecastFigures(named)[0]?.label).toMatch(/^Forecast of wins, /);
  });

  test("an average above the range is explained", () => {
    expect(
      periodSentence(july({ mean: 400, lower: 0, upper: 0, fromOpen: 400, fromNew: 0 }), FORECAST, IN_EUROS),
    ).toContain("should bring €400, 8 times in 10 between €0 and €0, the rest far above it;");
  });

  test.each([
    [90_000, 0.24, "24 %; the forecast is €16,000 short of it."],
    [60_000, 0.999, "over 99 %; the forecast is €14,000 above it."],
    [74_100, 0.5, "50 %; the forecast is right at it."],
  ])("a target of %s", (target, chanceOfTarget, words) => {
    expect(targetSentence(july({ target, chanceOfTarget }), "EUR")[0]).toContain(words);
  });

  test("without a target nothing is said of one", () => {
    expect(targetSentence(july({ target: null, chanceOfTarget: null }), "EUR")).toEqual([]);
  });
});

test("scenarios tell their difference over all periods", () => {
  // 3 × 2,000 of 227,000 = 2.6 %; a tenth of 227,000 = 22,700
  expect(scenarioSentences(FIXTURE, FORECAST)).toEqual([
    "If the largest open deal (=New office, €68,200) is lost: €6,000 (3 %) less over 3 months.",
    "If deals move and close as in the last half year: €22,700 (10 %) less over 3 months.",
  ]);
});
