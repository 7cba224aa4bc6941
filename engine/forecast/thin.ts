import type { Day } from "../basics/day.ts";
import { isKnown } from "../basics/figure.ts";
import type { Timelines } from "../pipeline/timelines.ts";
import { jeffreysInterval } from "../stats/jeffreys.ts";
import { expectedRatio } from "./closing-ratio.ts";
import type { AmountEvidence } from "./listed-amounts.ts";
import type { OpenDeals } from "./open-deals.ts";
import type { Scene } from "./simulate.ts";
import { NEVER, type Spells } from "./spells.ts";
import type { ForecastNote } from "./types.ts";

/** How much history there is on a day. */
export interface HistorySize {
  readonly started: number;
  readonly closed: number;
  readonly won: number;
  readonly reopened: number;
}

const THIN_WINS = 10;
const THIN_CLOSED = 30;
const EARLY_WINS = 30;

/** Counts of deals as known on a day. */
export function historySize({ arrivals, deals, visits }: Spells, day: Day): HistorySize {
  const spells = new Uint8Array(deals.count);
  let [started, closed, won, reopened] = [0, 0, 0, 0];
  for (let i = 0; i < arrivals.count; i += 1) {
    if ((arrivals.day[i] ?? 0) > day) continue;
    const deal = arrivals.deal[i] ?? 0;
    if (spells[deal] === 0) started += 1;
    else reopened += 1;
    spells[deal] = 1;
  }
  const open = new Uint8Array(deals.count);
  for (let i = 0; i < visits.count; i += 1) {
    const isOpen = (visits.entered[i] ?? 0) <= day && (visits.left[i] ?? 0) > day;
    if (isOpen) open[visits.deal[i] ?? 0] = 1;
  }
  for (let deal = 0; deal < deals.count; deal += 1) {
    if ((deals.closed[deal] ?? NEVER) > day || open[deal] === 1) continue;
    closed += 1;
    won += deals.won[deal] ?? 0;
  }
  return { started, closed, won, reopened };
}

/** Whether there is too little history for traits: ten wins and thirty closed deals are the least. */
export function isThin({ closed, won }: HistorySize): boolean {
  return won < THIN_WINS || closed < THIN_CLOSED;
}

/** What has to be said of thin history. Source: method.md 8. */
export function sizeNotes(size: HistorySize, level: number): ForecastNote[] {
  const { closed, won, reopened, started } = size;
  const notes: ForecastNote[] = [];
  if (closed === 0 && started > 0) notes.push({ code: "all-open", numbers: { open: started } });
  else if (won === 0 && closed > 0) {
    const bound = jeffreysInterval(0, closed, level);
    notes.push({ code: "no-wins", numbers: { lost: closed, upper: isKnown(bound) ? bound.upper : 1 } });
  } else if (isThin(size)) notes.push({ code: "thin", numbers: { closed, won } });
  else if (won < EARLY_WINS) notes.push({ code: "early", numbers: { won } });
  if (reopened > 0) notes.push({ code: "reopened", numbers: { deals: reopened } });
  return notes;
}

const NEW_STAGE_VISITS = 10;

/** Stages that few deals have visited yet, while others have been. */
export function newStageNotes({ stages }: Timelines, { visits }: Spells, day: Day): ForecastNote[] {
  const counts = stages.map(() => 0);
  for (let i = 0; i < visits.count; i += 1) {
    const stage = visits.stage[i] ?? 0;
    if ((visits.entered[i] ?? 0) <= day && stage < counts.length) counts[stage] = (counts[stage] ?? 0) + 1;
  }
  const most = Math.max(0, ...counts);
  if (most < 5 * NEW_STAGE_VISITS) return most === 0 ? [{ code: "no-history", numbers: {} }] : [];
  return stages.flatMap(({ name }, i) => {
    const count = counts[i] ?? 0;
    return count < NEW_STAGE_VISITS
      ? [{ code: "new-stage" as const, numbers: { visits: count }, text: name }]
      : [];
  });
}

/** Open deals that have a customer in common: they may stand or fall together. */
export function customerNotes(
  timelines: Timelines,
  spells: Spells,
  open: OpenDeals,
  likeness: number,
): ForecastNote[] {
  const counts = new Map<string, number>();
  for (const deal of open.deal) {
    const account = timelines.deals[spells.deals.source[deal] ?? 0]?.facts.account ?? "";
    if (account !== "") counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  const shared = [...counts.values()].filter((count) => count > 1);
  if (shared.length === 0) return [];
  const deals = shared.reduce((sum, count) => sum + count, 0);
  return [{ code: "shared-customers", numbers: { deals, customers: shared.length, likeness } }];
}

/** A difference of less is not worth a sentence. */
const RATIO_TOLD_FROM = 0.005;

/** What has to be said of amounts. */
export function amountNotes(evidence: AmountEvidence, { openAmounts, closing }: Scene): ForecastNote[] {
  const { listed, wonShare, lostShare } = evidence;
  if (!listed) return [{ code: "amounts-at-win", numbers: { wonShare, lostShare } }];
  const notes: ForecastNote[] = [];
  const ratio = expectedRatio(closing);
  if (Math.abs(ratio - 1) > RATIO_TOLD_FROM)
    notes.push({ code: "closing-ratio", numbers: { ratio, deals: closing.n } });
  const blank = openAmounts.reduce((count, amount) => count + (amount >= 0 ? 0 : 1), 0);
  if (blank > 0) notes.push({ code: "open-without-amount", numbers: { deals: blank } });
  return notes;
}
