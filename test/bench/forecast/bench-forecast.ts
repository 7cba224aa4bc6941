import { writeFileSync } from "node:fs";
import { accuracyPage } from "./accuracy-page.ts";
import { type Judged, runSeed } from "./run-world.ts";
import { type Line, summarise } from "./summary.ts";
import { WORLDS } from "./worlds.ts";

/** Seeds from 1 on were used while the method was made; these were not. */
const FIRST_HELD_OUT = 9001;
const HELD_OUT = 12;

const [
  only = "all",
  count = String(HELD_OUT),
  first = String(FIRST_HELD_OUT),
  page = "docs/forecast-accuracy.md",
] = process.argv.slice(2);
const lines: Line[] = [];
for (const world of WORLDS) {
  if (only !== "all" && !world.name.startsWith(only)) continue;
  const judged: Judged[] = [];
  for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
    for (const one of runSeed(world, seed)) judged.push(one);
  }
  for (const by of ["month", "quarter"] as const) {
    const line = summarise(world.name, by, judged);
    lines.push(line);
    const { ratio, limitRatio, gapClosed, wape, bias, coverage } = line;
    console.log(
      `${world.name.padEnd(20)} ${by.padEnd(8)} vs ${line.best.padEnd(22)} ratio ${ratio.toFixed(3)} (${line.ratioLower.toFixed(3)}–${line.ratioUpper.toFixed(3)}) limit ${limitRatio.toFixed(3)} gap ${(gapClosed * 100).toFixed(0).padStart(4)} % wape ${(wape * 100).toFixed(0)} % bias ${(bias * 100).toFixed(1)} (limit ${(line.limitBias * 100).toFixed(1)}) % coverage ${(coverage * 100).toFixed(0)} % (limit ${(line.limitCoverage * 100).toFixed(0)} %)`,
    );
  }
}
if (only === "all" && page !== "-") writeFileSync(page, accuracyPage(lines));
