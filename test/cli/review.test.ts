import { expect, test } from "vitest";
import { runOn } from "./run-main.ts";

const DEALS = `Deal ID,Deal name,Owner,Stage,Amount,Created,Closed,Entered Proposal
D1,New office,Ada,Proposal,12000,2026-05-01,,2026-05-04
D2,Second site,Ben,Won,8000,2026-05-01,2026-06-20,2026-05-20
D3,Spring order,Ada,Proposal,5000,2026-06-18,,2026-06-25
D4,Old times,Ben,Lost,700,2026-03-01,2026-04-01,2026-03-09
`;
const FILES = { "deals.csv": DEALS };

test("review tells what came, closed and is left since a day, within 80 columns, and writes nothing", async () => {
  const { code, out, err, left } = await runOn(FILES, ["review", "deals.csv", "--since", "2026-06-15"]);
  expect({ code, err, left }).toEqual({ code: 0, err: "", left: ["deals.csv"] });
  expect(out).toContain("Pipeline review, 15 June 2026 to 30 June 2026");
  expect(out).toMatch(/Opening\s+2\s+20,000/);
  expect(out).toMatch(/\+ New\s+1\s+5,000/);
  expect(out).toMatch(/− Won\s+1\s+−8,000/);
  expect(out).toMatch(/Closing\s+2\s+17,000/);
  expect(out).toContain("There are no snapshots");
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("review --json and report --review-since agree on the review", async () => {
  const day = "2026-06-15";
  const review = await runOn(FILES, ["review", "deals.csv", "--since", day, "--json"]);
  const report = await runOn(FILES, ["report", "deals.csv", "--review-since", day, "--json"]);
  expect(JSON.parse(review.out).review).toMatchObject({ since: day, until: "2026-06-30" });
  expect(report.out).toBe(review.out);
});

test("without a day the review looks back a week; a day that is not before the as-of day is wrong usage", async () => {
  const week = await runOn(FILES, ["review", "deals.csv", "--json"]);
  expect(JSON.parse(week.out).review.since).toBe("2026-06-23");
  const wrong = await runOn(FILES, ["review", "deals.csv", "--since", "2026-06-30"]);
  expect(wrong).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--since") });
});
