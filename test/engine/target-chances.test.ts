import { expect, test } from "vitest";
import { analyse } from "../../engine/analyse.ts";
import { analysisJson } from "../../engine/report/analysis-json.ts";
import { writeUp } from "../../samples/paperwork.ts";
import { dealsGrid, historyGrid } from "../../samples/rows.ts";
import { sampleTeam } from "../../samples/team.ts";
import { gridOf } from "../helpers/grid-of.ts";

test("each target of the settings sheet carries its chance: the team's as the forecast shows it, an owner's its own", () => {
  const book = writeUp(sampleTeam);
  const settings = gridOf(
    "Pipecast Settings",
    `| Setting | Value |
     | Target 2026-Q3 | 200000 |
     | Target 2026-Q3, Ana | 60000 |
     | Target 2026-Q3, Nobody | 60000 |`,
  );
  const analysis = analyse([dealsGrid(book), historyGrid(book), settings], { asOfDay: book.asOfDay });
  const json = JSON.parse(JSON.stringify(analysisJson(analysis, "0.1.0")));
  const chances = json.targets.map(({ owner, chance }: { owner: string | null; chance: number | null }) => [
    owner,
    chance,
  ]);
  expect(chances.map(([owner]: [string | null]) => owner)).toEqual([null, "Ana", "Nobody"]);
  const [[, team], [, ana], [, nobody]] = chances;
  expect(team).toBe(json.forecast.other.periods[0].chanceOfTarget);
  expect(ana).toBeGreaterThan(0.05);
  expect(ana).toBeLessThan(0.95);
  expect(nobody).toBeNull();
  expect(json.notes).toContain("Target 2026-Q3, Nobody, chance: no case, too few to tell.");
  expect(json.targets[1].text).toMatch(/^The chance to reach it is \d+ %\./);
});
