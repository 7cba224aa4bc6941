import { Command } from "commander";
import { expect, test } from "vitest";
import { addReadOptions } from "../../cli/add-read-options.ts";
import { engineOptions, type ReadValues } from "../../cli/options.ts";
import { dayOfDate, type Options } from "../../engine/index.ts";
import { TODAY } from "./run-main.ts";

function optionsOf(...argv: readonly string[]): Options {
  const command = addReadOptions(new Command()).parse([...argv], { from: "user" });
  return engineOptions(command.opts<ReadValues>(), TODAY);
}

test("without options: as of today, all else left to the engine", () => {
  expect(optionsOf()).toEqual({ asOfDay: TODAY, todayDay: TODAY });
});

test("every option reaches the engine", () => {
  const options = optionsOf(
    ..."--as-of 2026-03-31 --level .9 --seed 7 --deals Leads --history Log --pipeline Sales".split(" "),
    ..."--currency eur --rate USD=0.92 --rate gbp=1.17 --day-first".split(" "),
    ...[
      "--stages",
      "Qualification, Proposal ,Negotiation",
      "--map",
      "amount=Deal value = net",
      "--map",
      "stage=Step",
    ],
  );
  expect(options).toEqual({
    asOfDay: dayOfDate(2026, 3, 31),
    todayDay: TODAY,
    level: 0.9,
    seed: 7,
    dealsSheet: "Leads",
    historySheet: "Log",
    pipeline: "Sales",
    currency: "EUR",
    rates: { USD: 0.92, GBP: 1.17 },
    dateOrder: "day-first",
    stages: ["Qualification", "Proposal", "Negotiation"],
    columns: { amount: "Deal value = net", stage: "Step" },
  });
});

test("a stage name with a comma stands in quotation marks", () => {
  expect(optionsOf("--stages", 'Lead, "Demo, remote", Offer').stages).toEqual([
    "Lead",
    "Demo, remote",
    "Offer",
  ]);
});

test("month-first", () => {
  expect(optionsOf("--month-first").dateOrder).toBe("month-first");
});

test("headers and stages with the names of JavaScript's own things are names like any other", () => {
  const { columns, stages } = optionsOf(
    "--map",
    "stage=__proto__",
    "--map",
    "__proto__=constructor",
    "--stages",
    "__proto__",
  );
  expect(Object.entries(columns ?? {})).toEqual([
    ["stage", "__proto__"],
    ["__proto__", "constructor"],
  ]);
  expect(stages).toEqual(["__proto__"]);
});
