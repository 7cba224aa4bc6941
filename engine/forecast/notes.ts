import type { Day } from "../basics/day.ts";
import type { BacktestRun } from "./backtest.ts";
import type { Choice } from "./choose.ts";
import type { ForecastBasis } from "./forecast-basis.ts";
import type { DealOutlook } from "./outlook.ts";
import type { Spells } from "./spells.ts";
import type { ForecastNote, ForecastPeriod } from "./types.ts";

const LARGE_SHARE = 0.2;
/** A deal with less of a chance is hardly in the range at all. */
const LEAST_CHANCE = 0.1;
const WHALE_SHARE = 0.25;
const YEAR_DAYS = 365;

/** The open deal that is much of the upside, and the past win that was much of a year. */
export function sizeOfDealsNotes(
  { timelines, spells, deals, asOfDay }: ForecastBasis,
  own: readonly ForecastPeriod[],
): ForecastNote[] {
  const idOf = (deal: number): string => timelines.deals[deal]?.facts.id ?? "";
  const amountOf = (deal: number): number => timelines.deals[deal]?.facts.amount ?? 0;
  const upside = own.reduce((sum, period) => sum + period.upper - period.wonSoFar, 0);
  const notes: ForecastNote[] = [];
  const largest = largestLikely(deals, amountOf);
  const share = largest === null ? 0 : Math.min(1, amountOf(largest) / upside);
  if (largest !== null && upside > 0 && share > LARGE_SHARE)
    notes.push({ code: "large-deal", numbers: { share, amount: amountOf(largest) }, text: idOf(largest) });
  const { total, count, winner } = lastYear(spells, asOfDay);
  const amount = spells.deals.amount[winner] ?? 0;
  const isAboveMean = amount * count > total;
  if (total > 0 && isAboveMean && amount / total > WHALE_SHARE)
    notes.push({
      code: "past-whale",
      numbers: { share: amount / total, amount },
      text: idOf(spells.deals.source[winner] ?? 0),
    });
  return notes;
}

/** The largest of the open deals that may well be won; none where all are alike, as where each counts one. */
function largestLikely(deals: readonly DealOutlook[], amountOf: (deal: number) => number): number | null {
  let [largest, smallest]: [number | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const { deal, winProbability, expectedAmount } of deals) {
    smallest = Math.min(smallest, amountOf(deal));
    if (expectedAmount === null || winProbability < LEAST_CHANCE) continue;
    if (largest === null || amountOf(deal) > amountOf(largest)) largest = deal;
  }
  const areAlike = deals.length > 1 && largest !== null && amountOf(largest) === smallest;
  return areAlike ? null : largest;
}

/** What was won within a year, by how many deals with an amount, and the largest of them. */
function lastYear(
  { wins, deals }: Spells,
  day: Day,
): { readonly total: number; readonly count: number; readonly winner: number } {
  let [total, count, largest, winner] = [0, 0, 0, 0];
  for (let i = 0; i < wins.count; i += 1) {
    const won = wins.day[i] ?? 0;
    const deal = wins.deal[i] ?? 0;
    const amount = deals.amount[deal] ?? 0;
    if (won > day || won <= day - YEAR_DAYS || !(amount > 0)) continue;
    total += amount;
    count += 1;
    if (amount > largest) [largest, winner] = [amount, deal];
  }
  return { total, count, winner };
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
