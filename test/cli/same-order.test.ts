import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runOn } from "./run-main.ts";

const FILES = { "deals.xlsx": readFileSync("samples/pipeline.xlsx") };
const DAY = ["--as-of", "2026-06-30"];

interface Listed {
  readonly name: string;
  readonly flags: readonly string[];
}

test("the terminal's review and follow-ups begin with the deals that the report puts first", async () => {
  const report = await runOn(FILES, ["report", "deals.xlsx", ...DAY, "--json"]);
  const { openDeals } = JSON.parse(report.out) as { readonly openDeals: readonly Listed[] };
  const [first, second] = openDeals.filter(({ flags }) => flags.length > 0).map(({ name }) => name);
  const review = await runOn(FILES, ["review", "deals.xlsx", ...DAY]);
  const agenda = review.out.slice(review.out.indexOf("What next")).replace(/\s+/g, " ");
  expect(agenda.indexOf(`${first} (`)).toBeGreaterThan(0);
  expect(agenda.indexOf(`${second} (`)).toBeGreaterThan(agenda.indexOf(`${first} (`));
  const followUps = await runOn(FILES, ["followups", "deals.xlsx", ...DAY, "--dry-run"]);
  expect(followUps.out.replace(/\s+/g, " ")).toMatch(new RegExp(`look at today[^:]*? - ${first},`));
});
