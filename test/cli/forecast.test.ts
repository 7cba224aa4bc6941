import { describe, expect, test } from "vitest";
import { isoOfDay } from "../../engine/index.ts";
import { runOn, TODAY } from "./run-main.ts";
import { SMALL_CSV } from "./small-files.ts";

/** Three deals a month over two years: one lost, two won after 40 and 70 days, the latest still open. */
function steadyCsv(): string {
  const rows = ["Deal ID,Deal name,Stage,Status,Amount,Created,Closed"];
  for (let i = 0; i < 72; i += 1) {
    const created = TODAY - 730 + i * 10;
    const closed = created + (i % 3 === 0 ? 70 : 40);
    const status = i % 3 === 1 ? "Lost" : "Won";
    const end = closed > TODAY ? "Open," : `${status},`;
    const [outcome] = end.split(",");
    const closedText = closed > TODAY ? "" : isoOfDay(closed);
    rows.push(`D${i},Deal ${i},Proposal,${outcome},${4000 + 100 * i},${isoOfDay(created)},${closedText}`);
  }
  return rows.join("\n");
}

const FILES = { "deals.csv": SMALL_CSV, "steady.csv": steadyCsv() };

describe("pipecast forecast", () => {
  test("prints sentences, a chart and a table within 80 columns, and writes nothing", async () => {
    const { code, out, err, left } = await runOn(FILES, ["forecast", "steady.csv", "--target", "20000"]);
    expect({ code, err, left }).toEqual({ code: 0, err: "", left: ["deals.csv", "steady.csv"] });
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toMatch(/^Forecast as of 30 June 2026/);
    expect(out).toContain("The target of 20,000 for July 2026 is reached with a chance of");
    expect(out.replace(/\s+/g, " ")).toMatch(
      /In \d+ past months our figure was off by \d+ % of the average month/,
    );
    expect(out).toMatch(/2026-06 +[\d,.]+ +█+\n/);
    expect(out).toMatch(/2026-07 .*░*●/);
    expect(out).toMatch(
      /Period +Target +Expected +Gap +Chance\n[^\n]+\n +2026-07 +20,000 +[\d,]+ +[−\d,]+ +\d+ %/,
    );
    expect(out).toContain("█ won   ● expected   ░ 80 % range   │ target");
    expect(new Set(out.match(/^ {2}2026-(07|08|09|10|11|12) {2}/gm)).size).toBe(6);
  });

  test("--json prints the forecast by quarter for as many periods as asked for", async () => {
    const argv = ["forecast", "steady.csv", "--by", "quarter", "--periods", "1", "--json"];
    const { code, out } = await runOn(FILES, argv);
    const { forecast, backtest, openDeals } = JSON.parse(out);
    expect(code).toBe(0);
    expect(forecast).toMatchObject({ by: "quarter", other: null });
    expect(forecast.periods.map((one: { period: string }) => one.period)).toEqual(["2026-Q3"]);
    expect(Object.keys(backtest)).toEqual(
      expect.arrayContaining(["cutoffs", "horizonPeriods", "methods", "chosen"]),
    );
    expect(openDeals[0].winProbability).toBeGreaterThan(0);
    expect(openDeals[0].winProbability).toBeLessThan(1);
  });

  test("--horizon says how many months, in every command; --periods stands before it", async () => {
    const periods = async (...argv: string[]): Promise<number> => {
      const { out } = await runOn(FILES, [...argv, "--json", "--horizon", "4"]);
      return JSON.parse(out).forecast.periods.length;
    };
    expect(await periods("forecast", "steady.csv")).toBe(4);
    expect(await periods("report", "steady.csv")).toBe(4);
    expect(await periods("forecast", "steady.csv", "--periods", "2")).toBe(2);
    // four months reach into the second quarter
    expect(await periods("forecast", "steady.csv", "--by", "quarter")).toBe(2);
  });

  test("too little history still gives a range, and says how little it is", async () => {
    const { code, out } = await runOn(FILES, ["forecast", "deals.csv"]);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("Not enough history: 3 closed deals, 2 won.");
  });

  test("without a win there is no forecast, and the reason", async () => {
    const lost = SMALL_CSV.replaceAll("Won", "Lost");
    const { code, out } = await runOn({ "lost.csv": lost }, ["forecast", "lost.csv"]);
    expect(code).toBe(0);
    expect(out).toContain("There is no forecast: no deal has been won yet.");
    expect(out).not.toMatch(/NaN|undefined|€?0\.00/);
  });

  test.each([
    ["--periods", "0", /--periods: "0"/],
    ["--periods", "37", /from 1 to 36/],
    ["--target", "much", /--target: "much"/],
    ["--by", "week", /month, quarter/],
    ["--horizon", "1.5", /--horizon: "1.5"/],
  ])("%s %s is wrong usage", async (option, value, words) => {
    const { code, out, err } = await runOn(FILES, ["forecast", "deals.csv", option, value]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(words);
  });
});

describe("pipecast backtest", () => {
  test("sets past forecasts against what came, beside simple methods, within 80 columns", async () => {
    const { code, out, err } = await runOn(FILES, ["backtest", "steady.csv"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toMatch(/Method +Forecasts +Typical miss +Bias +In range +CRPS/);
    expect(out).toMatch(/Pipecast +\d+ +\d+ %/);
    expect(out).toMatch(/Mean of 6 months +\d+/);
    expect(out).toMatch(/2026-06 +[\d,]+ +[\d,]+–[\d,]+ +[\d,.]+ +(yes|no: above|no: below)/);
  });

  test("says why there is no record", async () => {
    const lost = SMALL_CSV.replaceAll("Won", "Lost");
    const { code, out } = await runOn({ "lost.csv": lost }, ["backtest", "lost.csv"]);
    expect(code).toBe(0);
    expect(out).toContain("There is no record of past forecasts yet: no deal has been won yet.");
  });
});
