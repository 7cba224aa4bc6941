import { describe, expect, test } from "vitest";
import { runOn } from "./run-main.ts";
import { SMALL_CSV } from "./small-files.ts";

const FILES = { "deals.csv": SMALL_CSV };

describe("wrong usage ends with exit code 2, plain lines on standard error, nothing written", () => {
  test.each([
    ["an unknown command", ["forecats", "deals.csv"], /unknown command 'forecats'/i],
    ["an unknown option", ["check", "deals.csv", "--colour"], /unknown option '--colour'/i],
    ["no file", ["report"], /missing required argument 'file'/i],
    ["two files", ["check", "deals.csv", "more.csv"], /too many arguments/i],
    ["an option without its value", ["check", "deals.csv", "--as-of"], /argument missing/i],
    [
      "day-first and month-first",
      ["check", "deals.csv", "--day-first", "--month-first"],
      /cannot be used with/,
    ],
    [
      "a day that is not one",
      ["check", "deals.csv", "--as-of", "2026-02-30"],
      /--as-of: "2026-02-30" is not usable/,
    ],
    ["a day in another form", ["check", "deals.csv", "--as-of", "30/06/2026"], /YYYY-MM-DD/],
    [
      "a unit that is none",
      ["forecast", "deals.csv", "--by", "week"],
      /Allowed choices are month, quarter\.\n/,
    ],
    [
      "a review from after the as-of day",
      ["report", "deals.csv", "--review-since", "2030-01-01"],
      /--review-since: "2030-01-01"/,
    ],
    ["a level above 1", ["check", "deals.csv", "--level", "80"], /--level: "80"/],
    ["a level that is no number", ["check", "deals.csv", "--level", "high"], /--level: "high"/],
    ["a seed with decimals", ["check", "deals.csv", "--seed", "1.5"], /--seed: "1.5"/],
    ["a rate without a currency", ["check", "deals.csv", "--rate", "0.92"], /--rate: "0.92"/],
    ["a rate of nothing", ["check", "deals.csv", "--rate", "USD=0"], /--rate: "USD=0"/],
    ["a currency that is none", ["check", "deals.csv", "--currency", "euro"], /--currency: "euro"/],
    ["a mapping without a header", ["check", "deals.csv", "--map", "amount="], /--map: "amount="/],
    ["a mapping without =", ["check", "deals.csv", "--map", "amount"], /--map: "amount"/],
    ["a blank among the stages", ["check", "deals.csv", "--stages", "A,,B"], /--stages/],
    ["a stage named twice", ["check", "deals.csv", "--stages", "A, B, A"], /"A" stands twice/],
    ["a report that is no .xlsx", ["report", "deals.csv", "-o", "out.csv"], /ends in \.xlsx/],
    ["standard input without -o", ["report", "-"], /-o OUT\.xlsx/],
  ])("%s", async (_what, argv, words) => {
    const { code, out, err, left } = await runOn(FILES, argv, { stdin: SMALL_CSV });
    expect({ code, out, left }).toEqual({ code: 2, out: "", left: ["deals.csv"] });
    expect(err).toMatch(words);
    expect(err).toMatch(/^[^\n]+\n([^\n]+\n)?$/);
    expect(err).not.toContain("..");
  });

  test("no command at all shows the help, on standard error", async () => {
    const { code, out, err } = await runOn({}, []);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/Usage: pipecast/);
  });
});

test("asked for, help and version are results", async () => {
  const help = await runOn({}, ["--help"]);
  expect(help).toMatchObject({ code: 0, err: "" });
  expect(help.out).toMatch(/report[\s\S]+check/);
  const ofReport = await runOn({}, ["report", "--help"]);
  expect(ofReport).toMatchObject({ code: 0, err: "" });
  for (const option of ["--as-of", "--map", "--output", "--force", "--json"])
    expect(ofReport.out).toContain(option);
  const version = await runOn({}, ["--version"]);
  expect(version).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
});
