import type { Line } from "./summary.ts";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The accuracy record as a page. */
export function accuracyPage(lines: readonly Line[]): string {
  return `# How good the forecast is, on pipelines whose truth is known

Made by \`npm run bench:forecast\`; do not edit by hand.

Each scenario is a simulated sales process: five stages, stays that depend on age, losses at every stage, owners and
sources that matter, amounts that scatter, cycles of two to six months. Every history is 33 months long; at thirteen
month-ends of its second half Pipecast forecasts the next three months and their sum (the quarter), knowing only what
lies before. The seeds of this table were not used while the method was made.

- **Ratio**: Pipecast's CRPS over that of the best of seven naive methods (the best in hindsight, in this scenario),
  with an 80 % bootstrap interval over histories. Below 1 is better than every naive method.
- **Limit**: the same ratio for the true process itself, which knows every parameter and draws only what is still
  open. Nothing can do better but by luck.
- **Gap closed**: how much of the way from the best naive method to the limit Pipecast goes.
- **Covered**: share of outcomes within the 80 % interval; **limit covered**: within the true process's own. Where few deals
  make a month, amounts come in lumps and an honest 80 % interval holds more than 80 %. **Bias**: forecast over outcome.

${table(lines, "month")}

${table(lines, "quarter")}

## What this does not show

- Real teams change in ways no scenario here does: a new product, a new price, a merger, a territory split.
- The amounts of these deals are known from the first day and never change, as are owners. The record that Pipecast
  shows of itself in a report is harsher: it takes no amount of a deal that was open at the cutoff as known, because a
  sheet shows only the last one. On the scenario *small* that costs about 6 % of CRPS; where amounts are edited at the
  win (by ±30 %), using them would have flattered the record by 4 to 6 %.
- Each forecast here is of 1,000 draws. The record in a report makes do with 160 a month-end, which costs its CRPS less
  than one in a hundred.
- Every move is recorded on its day. Stages filled in at the end of the month make stays look longer or shorter.
- In the scenarios *win-rate drop* and *slower cycle* the change is three months old at the first forecast. Nobody,
  the limit aside, can see a change before it shows.
- How strong a pull to the quarter's end may be. With one that signs 70 % of the wins due within forty days in the
  quarter's last week, and a last stage of only six days, Pipecast closes 68 % of the gap by month and 62 % by quarter
  (ratios .81 and .92): such deals are pulled the moment they arrive, which factors by week cannot tell.
- The limit knows the true process, but not the future; in *clusters*, *whales* and *tiny* even it is far off at times.
- "Best naive method" is chosen with hindsight, which favours it.
`;
}

function table(lines: readonly Line[], by: "month" | "quarter"): string {
  const own = lines.filter((line) => line.by === by);
  const rows = own.map((line) =>
    [
      "",
      line.world,
      String(line.forecasts),
      line.best,
      `${line.ratio.toFixed(2)} (${line.ratioLower.toFixed(2)}–${line.ratioUpper.toFixed(2)})`,
      line.limitRatio.toFixed(2),
      percent(line.gapClosed),
      percent(line.wape),
      `${line.bias >= 0 ? "+" : "−"}${percent(Math.abs(line.bias))}`,
      percent(line.coverage),
      percent(line.limitCoverage),
      "",
    ]
      .join(" | ")
      .trim(),
  );
  const mean = own.reduce((sum, { gapClosed }) => sum + gapClosed, 0) / Math.max(1, own.length);
  return `## By ${by}

| scenario | forecasts | best naive method | ratio | limit | gap closed | WAPE | bias | covered | limit covered |
|---|--:|---|--:|--:|--:|--:|--:|--:|--:|
${rows.join("\n")}

Mean gap closed: ${percent(mean)}.`;
}
