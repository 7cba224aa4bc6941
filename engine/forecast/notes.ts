import type { Day } from "../basics/day.ts";
import type { Timelines } from "../pipeline/timelines.ts";
import type { BacktestRun } from "./backtest.ts";
import type { Choice } from "./choose.ts";
import type { Scene } from "./simulate.ts";
import type { Spells } from "./spells.ts";
import type { ForecastNote, ForecastPeriod } from "./types.ts";

const LARGE_SHARE = 0.2;
const WHALE_SHARE = 0.25;
const YEAR_DAYS = 365;

/** One open deal that is much of the upside, or one past win that was much of a year. */
export function sizeOfDealsNotes(
  timelines: Timelines,
  scene: Scene,
  spells: Spells,
  own: readonly ForecastPeriod[],
  day: Day,
): ForecastNote[] {
  const notes: ForecastNote[] = [];
  const idOf = (deal: number): string => timelines.deals[spells.deals.source[deal] ?? 0]?.facts.id ?? "";
  const upside = own.reduce((sum, period) => sum + period.upper - period.wonSoFar, 0);
  scene.openAmounts.forEach((expected, i) => {
    const share = expected / upside;
    const deal = scene.open.deal[i] ?? 0;
    const amount = spells.deals.amount[deal] ?? expected;
    if (upside > 0 && share > LARGE_SHARE)
      notes.push({ code: "large-deal", numbers: { share, amount }, text: idOf(deal) });
  });
  let [total, largest, winner] = [0, 0, 0];
  for (let i = 0; i < spells.wins.count; i += 1) {
    const won = spells.wins.day[i] ?? 0;
    const amount = spells.deals.amount[spells.wins.deal[i] ?? 0] ?? 0;
    if (won > day || won <= day - YEAR_DAYS || !(amount > 0)) continue;
    total += amount;
    if (amount > largest) [largest, winner] = [amount, spells.wins.deal[i] ?? 0];
  }
  if (total > 0 && largest / total > WHALE_SHARE)
    notes.push({
      code: "past-whale",
      numbers: { share: largest / total, amount: largest },
      text: idOf(winner),
    });
  return notes;
}

const SHORT_RECORD = 6;
const ADJUSTED_FROM = 0.05;

/** The record in numbers, beside the best naive method's, and what follows from it. */
export function recordNotes(run: BacktestRun, choice: Choice, spread: number): ForecastNote[] {
  const notes: ForecastNote[] = [];
  const [ours, best] = choice.methods;
  const cutoffs = run.cutoffDays.length;
  if (ours && best && ours.wape !== null && best.wape !== null) {
    const numbers = { cutoffs, wape: ours.wape, baselineWape: best.wape };
    notes.push({ code: "record", numbers, text: best.method });
    if (best.crps < ours.crps) {
      const code = choice.chosen === "pipecast" ? "baseline-better" : "baseline-chosen";
      const detail = {
        crps: ours.crps,
        baselineCrps: best.crps,
        ...(choice.p === null ? {} : { p: choice.p }),
      };
      notes.push({ code, numbers: detail, text: best.method });
    }
  }
  if (cutoffs < SHORT_RECORD) notes.push({ code: "short-record", numbers: { cutoffs } });
  if (Math.abs(spread - 1) > ADJUSTED_FROM)
    notes.push({ code: "spread-adjusted", numbers: { factor: spread } });
  return notes;
}
