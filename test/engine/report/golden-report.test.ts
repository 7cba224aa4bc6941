import { expect, test } from "vitest";
import { buildReport } from "../../../engine/report/build-report.ts";
import { backtestText } from "../../../engine/report/text/backtest.ts";
import { checkText } from "../../../engine/report/text/check.ts";
import { forecastText } from "../../../engine/report/text/forecast.ts";
import { summaryText } from "../../../engine/report/text/summary.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";
import { blocksText, sheetText } from "../../helpers/report-text.ts";

// What people see, as text to review: run `npx vitest run -u test/engine/report` after a wanted change, and read the diff.

const REPORT = buildReport(FIXTURE, { sourceName: "deals of ours.xlsx", version: "0.1.0" });

test.each(REPORT.sheets.map((sheet) => [sheet.name, sheet] as const))("%s", async (name, sheet) => {
  const file = `golden/${name.toLowerCase().replace(/ /g, "-")}.txt`;
  await expect(sheetText(sheet)).toMatchFileSnapshot(file);
});

test("the summary on the terminal", async () => {
  await expect(blocksText(summaryText(FIXTURE))).toMatchFileSnapshot("golden/summary.txt");
});

test("the check page on the terminal", async () => {
  await expect(blocksText(checkText(FIXTURE))).toMatchFileSnapshot("golden/check.txt");
});

test("the forecast and its record on the terminal", async () => {
  await expect(blocksText(forecastText(FIXTURE))).toMatchFileSnapshot("golden/forecast.txt");
  await expect(blocksText(backtestText(FIXTURE))).toMatchFileSnapshot("golden/backtest.txt");
});
