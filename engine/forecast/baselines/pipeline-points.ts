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
  deals: PipelineDeals,
  day: Day,
  periods: readonly Period[],
  amountOf: (deal: number) => number,
): PipelinePoints {
  const { spells, stride } = deals;
  const { closed, open } = dealsOn(deals, day);
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

/** The deals that stand for all, whatever the day. */
export interface PipelineDeals {
  readonly spells: Spells;
  /** Every so many-th deal is one of them. */
  readonly stride: number;
  /** Rows of their visits. */
  readonly visits: Int32Array;
  /** Source and product of each. */
  readonly values: readonly (readonly string[])[];
}

/** Picks the deals that stand for all. */
export function pipelineDeals(spells: Spells): PipelineDeals {
  const { visits, deals } = spells;
  const stride = Math.max(1, Math.ceil(deals.count / MOST_DEALS));
  const rows: number[] = [];
  for (let i = 0; i < visits.count; i += 1) if ((visits.deal[i] ?? 0) % stride === 0) rows.push(i);
  const values = Array.from({ length: Math.ceil(deals.count / stride) }, (_, place) =>
    (["source", "product"] as const).map((field) => String(deals.traits[field][place * stride] ?? 0)),
  );
  return { spells, stride, visits: Int32Array.from(rows), values };
}

/** Deals as they stood on the day: closed ones with their furthest stage, open ones with their current one. */
function dealsOn(
  { spells, stride, visits: rows, values }: PipelineDeals,
  day: Day,
): { closed: Deal[]; open: Deal[] } {
  const { visits } = spells;
  const count = values.length;
  const furthest = new Int32Array(count).fill(-1);
  const current = new Int32Array(count).fill(-1);
  const start = new Int32Array(count).fill(NEVER);
  const end = new Int32Array(count).fill(NEVER);
  const exit = new Int16Array(count).fill(STILL_HERE);
  for (const i of rows) {
    const entered = visits.entered[i] ?? 0;
    const left = visits.left[i] ?? 0;
    if (entered > day) continue;
    const place = (visits.deal[i] ?? 0) / stride;
    const stage = visits.stage[i] ?? 0;
    furthest[place] = Math.max(furthest[place] ?? 0, stage);
    start[place] = Math.min(start[place] ?? NEVER, entered);
    current[place] = stage;
    end[place] = left <= day ? left : NEVER;
    exit[place] = left <= day ? (visits.exit[i] ?? STILL_HERE) : STILL_HERE;
  }
  const closed: Deal[] = [];
  const open: Deal[] = [];
  for (let place = 0; place < count; place += 1) {
    if (start[place] === NEVER) continue;
    const isOpen = end[place] === NEVER;
    (isOpen ? open : closed).push({
      index: place * stride,
      start: start[place] ?? 0,
      closed: end[place] ?? NEVER,
      won: exit[place] === WON,
      stage: (isOpen ? current[place] : furthest[place]) ?? 0,
      values: values[place] ?? [],
    });
  }
  return { closed, open };
}
