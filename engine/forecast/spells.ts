import type { Day } from "../basics/day.ts";
import { AFTER, type DealTimeline, LOST, type Timelines, WON } from "../pipeline/timelines.ts";
import { dealColumns } from "./deal-columns.ts";

/** Later than any day: a visit that has not ended, a deal that has not closed. */
export const NEVER = 2 ** 30;

/** Nothing has ended the visit yet. */
export const STILL_HERE = -9;

/** What a sheet tells of a deal besides its stages; the traits a forecast may learn from. */
export const TRAIT_FIELDS = ["source", "product", "owner"] as const;
/** One of the texts of a row that a forecast may learn from. */
export type TraitField = (typeof TRAIT_FIELDS)[number];

/**
 * All visits and deals over all time as columns, in an order that does not depend on the sheet's rows. Nothing is
 * cut here; every reader stops at its own day. Stage `stageCount − 1` is not a stage of the user: it is the whole
 * life of a deal whose stages nobody recorded, from created to closed.
 */
export interface Spells {
  readonly stageCount: number;
  readonly visits: VisitColumns;
  readonly arrivals: ArrivalColumns;
  readonly wins: WinColumns;
  readonly deals: DealColumns;
}

/** One row a stay in a stage. */
export interface VisitColumns {
  readonly count: number;
  readonly deal: Int32Array;
  readonly stage: Uint8Array;
  readonly entered: Int32Array;
  /** `NEVER` while it lasts. */
  readonly left: Int32Array;
  /** Stage index, `WON`, `LOST` or `STILL_HERE`. */
  readonly exit: Int16Array;
}

/** One row a spell: a deal's start, or its return from lost. */
export interface ArrivalColumns {
  readonly count: number;
  readonly deal: Int32Array;
  readonly stage: Uint8Array;
  readonly day: Int32Array;
}

/** One row a win. */
export interface WinColumns {
  readonly count: number;
  readonly deal: Int32Array;
  readonly day: Int32Array;
}

/** One row a deal. */
export interface DealColumns {
  readonly count: number;
  /** Index into `Timelines.deals`. */
  readonly source: Int32Array;
  /** NaN where none is known. */
  readonly amount: Float64Array;
  /** Mean logarithm of the amounts that snapshots noted before it closed; NaN where none did. */
  readonly listed: Float64Array;
  /** First closing day that holds, or `NEVER`. */
  readonly closed: Int32Array;
  /** 1 won, 0 lost or not closed. */
  readonly won: Uint8Array;
  /** Code of the deal's customer, or −1 where none is named. */
  readonly account: Int32Array;
  readonly traits: Readonly<Record<TraitField, Int32Array>>;
  readonly traitNames: Readonly<Record<TraitField, readonly string[]>>;
}

/** Columns while they are being filled: longer than the rows they hold. */
type Filling<Columns> = { -readonly [Name in keyof Columns]: Columns[Name] };

interface Rows {
  readonly visits: Filling<VisitColumns>;
  readonly arrivals: Filling<ArrivalColumns>;
  readonly wins: Filling<WinColumns>;
  readonly closed: Int32Array;
  readonly won: Uint8Array;
}

function emptyRows(deals: number, most: number): Rows {
  const days = (): Int32Array => new Int32Array(most);
  return {
    visits: {
      count: 0,
      deal: days(),
      stage: new Uint8Array(most),
      entered: days(),
      left: days(),
      exit: new Int16Array(most),
    },
    arrivals: { count: 0, deal: days(), stage: new Uint8Array(most), day: days() },
    wins: { count: 0, deal: days(), day: days() },
    closed: new Int32Array(deals).fill(NEVER),
    won: new Uint8Array(deals),
  };
}

/** Lays timelines out as columns. O(deals log deals + changes). */
export function spellsOf(timelines: Timelines): Spells {
  const order = canonicalOrder(timelines);
  const most = timelines.deals.reduce((sum, { targets }) => sum + targets.length + 1, 0);
  const rows = emptyRows(order.length, most);
  const wholeLife = timelines.stages.length;
  order.forEach((index, deal) => {
    const timeline = timelines.deals[index];
    if (timeline) addDeal(rows, timeline, deal, wholeLife);
  });
  const { visits, arrivals, wins, closed, won } = rows;
  return {
    stageCount: wholeLife + 1,
    visits: {
      count: visits.count,
      deal: visits.deal.slice(0, visits.count),
      stage: visits.stage.slice(0, visits.count),
      entered: visits.entered.slice(0, visits.count),
      left: visits.left.slice(0, visits.count),
      exit: visits.exit.slice(0, visits.count),
    },
    arrivals: {
      count: arrivals.count,
      deal: arrivals.deal.slice(0, arrivals.count),
      stage: arrivals.stage.slice(0, arrivals.count),
      day: arrivals.day.slice(0, arrivals.count),
    },
    wins: { count: wins.count, deal: wins.deal.slice(0, wins.count), day: wins.day.slice(0, wins.count) },
    deals: dealColumns(timelines.deals, order, { closed, won }),
  };
}

/**
 * By start, then by id: sums come out the same to the last digit whatever the order of the rows. Starts and places
 * are sorted as one number each, which is quick; ids decide among the deals of a day only.
 */
function canonicalOrder({ deals }: Timelines): Int32Array {
  const first = deals.reduce((least, deal) => Math.min(least, startOf(deal)), NEVER);
  const count = deals.length;
  const keys = new Float64Array(count);
  deals.forEach((deal, index) => {
    keys[index] = (startOf(deal) - first) * count + index;
  });
  keys.sort();
  const order = new Int32Array(keys.map((key) => key % count));
  const dayAt = (place: number): number => ((keys[place] ?? 0) - (order[place] ?? 0)) / count;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && dayAt(to) === dayAt(from)) to += 1;
    sortById(order.subarray(from, to), deals);
    from = to;
  }
  return order;
}

function sortById(places: Int32Array, deals: readonly DealTimeline[]): void {
  const idAt = (index: number): string => deals[index]?.facts.id ?? "";
  const isSorted = places.every((index, i) => i === 0 || idAt(places[i - 1] ?? 0) <= idAt(index));
  if (isSorted) return;
  places.sort((a, b) => {
    const [one, other] = [idAt(a), idAt(b)];
    return one < other ? -1 : one > other ? 1 : a - b;
  });
}

function startOf({ facts, days }: DealTimeline): Day {
  return Math.min(facts.createdDay ?? NEVER, days[0] ?? NEVER);
}

/** Adds a deal's visits, spells, wins and the closing that holds. */
function addDeal(rows: Rows, timeline: DealTimeline, deal: number, wholeLife: number): void {
  const { days, targets, facts, undatedOutcome } = timeline;
  const start = startOf(timeline);
  const firstTarget = targets[0] ?? null;
  if (firstTarget === null || firstTarget < 0) {
    if (facts.createdDay !== null && undatedOutcome === null && start !== NEVER) {
      addArrival(rows, deal, wholeLife, start);
      addVisit(rows, deal, wholeLife, start, days[0] ?? NEVER, exitOf(firstTarget ?? STILL_HERE));
    }
  }
  for (let i = 0; i < targets.length; i += 1) {
    const target = targets[i] ?? WON;
    const day = days[i] ?? 0;
    const before = i > 0 ? (targets[i - 1] ?? WON) : null;
    if (target < 0) {
      if (target === AFTER && before !== null && before < 0 && before !== LOST) continue;
      rows.closed[deal] = day;
      rows.won[deal] = target === LOST ? 0 : 1;
      if (target !== LOST) addWin(rows, deal, day);
      continue;
    }
    const entered = before === null ? start : day;
    if (before === null || before < 0) addArrival(rows, deal, target, entered);
    rows.closed[deal] = NEVER;
    rows.won[deal] = 0;
    addVisit(rows, deal, target, entered, days[i + 1] ?? NEVER, exitOf(targets[i + 1] ?? STILL_HERE));
  }
}

function exitOf(target: number): number {
  return target === AFTER ? WON : target;
}

function addArrival({ arrivals }: Rows, deal: number, stage: number, day: Day): void {
  const at = arrivals.count;
  arrivals.deal[at] = deal;
  arrivals.stage[at] = stage;
  arrivals.day[at] = day;
  arrivals.count += 1;
}

function addVisit(
  { visits }: Rows,
  deal: number,
  stage: number,
  entered: Day,
  left: Day,
  exit: number,
): void {
  const at = visits.count;
  visits.deal[at] = deal;
  visits.stage[at] = stage;
  visits.entered[at] = entered;
  visits.left[at] = left;
  visits.exit[at] = exit;
  visits.count += 1;
}

function addWin({ wins }: Rows, deal: number, day: Day): void {
  wins.deal[wins.count] = deal;
  wins.day[wins.count] = day;
  wins.count += 1;
}
