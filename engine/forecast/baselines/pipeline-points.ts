import type { Day } from "../../basics/day.ts";
import type { Period } from "../../basics/period.ts";
import { WON } from "../../pipeline/timelines.ts";
import { quantile } from "../../stats/quantile.ts";
import { NEVER, type Spells, STILL_HERE } from "../spells.ts";
import { countLeads, naiveBayesChance, type ScoredDeal } from "./odoo-naive-bayes.ts";

/** What a CRM would say: the open deals, each at its chance to win, in the period it is expected to close. */
export interface PipelinePoints {
  readonly weighted: number[];
  readonly naiveBayes: number[];
}

interface Deal extends ScoredDeal {
  readonly index: number;
  readonly start: Day;
  readonly closed: Day;
}

/**
 * The CRM's weighted pipeline, and a naive Bayes like Odoo's, by period. Chances come from deals closed by the day
 * (won over won and lost, of those that reached the stage). A deal is expected to close a mean won cycle after its
 * start, or in the first period where that has passed; one older than nine tenths of the won cycles is dropped. The
 * dates that people typed are not used: a sheet shows only their last version. New deals are none.
 */
export function pipelinePoints(
  spells: Spells,
  day: Day,
  periods: readonly Period[],
  amountOf: (deal: number) => number,
): PipelinePoints {
  const stride = Math.ceil(spells.deals.count / MOST_DEALS);
  const { closed, open } = dealsOn(spells, day, stride);
  const cycles = closed.filter(({ won }) => won).map((deal) => deal.closed - deal.start);
  const points: PipelinePoints = { weighted: periods.map(() => 0), naiveBayes: periods.map(() => 0) };
  if (cycles.length === 0) return points;
  const mean = cycles.reduce((sum, days) => sum + days, 0) / cycles.length;
  const oldest = quantile(cycles, 0.9);
  const counts = countLeads(closed, spells.stageCount);
  for (const deal of open) {
    if (day - deal.start > oldest) continue;
    const due = Math.max(deal.start + Math.round(mean), day + 1);
    const at = periods.findIndex(({ endDay }) => due <= endDay);
    if (at < 0) continue;
    const amount = stride * amountOf(deal.index);
    const stage = counts.stages[deal.stage];
    const chance = stage ? stage.won / (stage.won + stage.lost) : 0;
    points.weighted[at] = (points.weighted[at] ?? 0) + chance * amount;
    const bayes = naiveBayesChance(counts, deal.stage, deal.values);
    points.naiveBayes[at] = (points.naiveBayes[at] ?? 0) + bayes * amount;
  }
  return points;
}

/** Of larger pipelines every second, third … deal stands for its neighbours: a sum over so many hardly differs. */
const MOST_DEALS = 30_000;

/** Deals as they stood on the day: closed ones with their furthest stage, open ones with their current one. */
function dealsOn({ visits, deals }: Spells, day: Day, stride: number): { closed: Deal[]; open: Deal[] } {
  const furthest = new Int32Array(deals.count).fill(-1);
  const current = new Int32Array(deals.count).fill(-1);
  const start = new Int32Array(deals.count).fill(NEVER);
  const end = new Int32Array(deals.count).fill(NEVER);
  const exit = new Int16Array(deals.count).fill(STILL_HERE);
  for (let i = 0; i < visits.count; i += 1) {
    const [deal, entered, left] = [visits.deal[i] ?? 0, visits.entered[i] ?? 0, visits.left[i] ?? 0];
    if (entered > day || (stride > 1 && deal % stride !== 0)) continue;
    const stage = visits.stage[i] ?? 0;
    furthest[deal] = Math.max(furthest[deal] ?? 0, stage);
    start[deal] = Math.min(start[deal] ?? NEVER, entered);
    current[deal] = stage;
    end[deal] = left <= day ? left : NEVER;
    exit[deal] = left <= day ? (visits.exit[i] ?? STILL_HERE) : STILL_HERE;
  }
  const rows: number[] = [];
  for (let deal = 0; deal < deals.count; deal += stride) if (start[deal] !== NEVER) rows.push(deal);
  const toDeal = (deal: number): Deal => ({
    index: deal,
    start: start[deal] ?? 0,
    closed: end[deal] ?? NEVER,
    won: exit[deal] === WON,
    stage: (end[deal] === NEVER ? current[deal] : furthest[deal]) ?? 0,
    values: (["source", "product"] as const).map((field) => String(deals.traits[field][deal] ?? 0)),
  });
  return {
    closed: rows.filter((deal) => end[deal] !== NEVER).map(toDeal),
    open: rows.filter((deal) => end[deal] === NEVER).map(toDeal),
  };
}
