import type { Day } from "../basics/day.ts";
import { AFTER, type DealTimeline, LOST, type Timelines, WON } from "../pipeline/timelines.ts";

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
  /** First closing day that holds, or `NEVER`. */
  readonly closed: Int32Array;
  /** 1 won, 0 lost or not closed. */
  readonly won: Uint8Array;
  /** Code of the deal's customer, or −1 where none is named. */
  readonly account: Int32Array;
  readonly traits: Readonly<Record<TraitField, Int32Array>>;
  readonly traitNames: Readonly<Record<TraitField, readonly string[]>>;
}

/** Columns of whole numbers, filled row by row. */
interface Table {
  count: number;
  readonly columns: readonly Int32Array[];
}

interface Rows {
  readonly visits: Table;
  readonly arrivals: Table;
  readonly wins: Table;
  readonly closings: (readonly [Day, boolean] | null)[];
}

function emptyTable(width: number, mostRows: number): Table {
  return { count: 0, columns: Array.from({ length: width }, () => new Int32Array(mostRows)) };
}

/** The filled part of a column. */
function filled({ count, columns }: Table, column: number): Int32Array {
  return (columns[column] ?? new Int32Array(0)).slice(0, count);
}

/** Lays timelines out as columns. O(deals log deals + changes). */
export function spellsOf(timelines: Timelines): Spells {
  const order = canonicalOrder(timelines);
  const mostRows = timelines.deals.reduce((sum, { targets }) => sum + targets.length + 1, 0);
  const rows: Rows = {
    visits: emptyTable(5, mostRows),
    arrivals: emptyTable(3, mostRows),
    wins: emptyTable(2, mostRows),
    closings: [],
  };
  const wholeLife = timelines.stages.length;
  order.forEach((index, deal) => {
    const timeline = timelines.deals[index];
    rows.closings.push(timeline ? addDeal(rows, timeline, deal, wholeLife) : null);
  });
  const { visits, arrivals, wins } = rows;
  return {
    stageCount: wholeLife + 1,
    visits: {
      count: visits.count,
      deal: filled(visits, 0),
      stage: new Uint8Array(filled(visits, 1)),
      entered: filled(visits, 2),
      left: filled(visits, 3),
      exit: new Int16Array(filled(visits, 4)),
    },
    arrivals: {
      count: arrivals.count,
      deal: filled(arrivals, 0),
      stage: new Uint8Array(filled(arrivals, 1)),
      day: filled(arrivals, 2),
    },
    wins: { count: wins.count, deal: filled(wins, 0), day: filled(wins, 1) },
    deals: dealColumns(timelines, order, rows.closings),
  };
}

/** By start, then by id: sums come out the same to the last digit whatever the order of the rows. */
function canonicalOrder({ deals }: Timelines): Int32Array {
  const starts = deals.map(startOf);
  const order = Int32Array.from(deals, (_, index) => index);
  return order.sort((a, b) => {
    const gap = (starts[a] ?? 0) - (starts[b] ?? 0);
    if (gap !== 0) return gap;
    const [first, second] = [deals[a]?.facts.id ?? "", deals[b]?.facts.id ?? ""];
    return first < second ? -1 : first > second ? 1 : a - b;
  });
}

function startOf({ facts, days }: DealTimeline): Day {
  return Math.min(facts.createdDay ?? NEVER, days[0] ?? NEVER);
}

/** Adds a deal's visits, spells and win; returns its closing. */
function addDeal(
  rows: Rows,
  timeline: DealTimeline,
  deal: number,
  wholeLife: number,
): readonly [Day, boolean] | null {
  const { days, targets, facts, undatedOutcome } = timeline;
  const start = startOf(timeline);
  const firstTarget = targets[0] ?? null;
  if (firstTarget === null || firstTarget < 0) {
    if (facts.createdDay !== null && undatedOutcome === null && start !== NEVER) {
      addArrival(rows, deal, wholeLife, start);
      addVisit(rows, deal, wholeLife, start, days[0] ?? NEVER, exitOf(firstTarget ?? STILL_HERE));
    }
  }
  let closing: readonly [Day, boolean] | null = null;
  for (let i = 0; i < targets.length; i += 1) {
    const target = targets[i] ?? WON;
    const day = days[i] ?? 0;
    const before = i > 0 ? (targets[i - 1] ?? WON) : null;
    if (target < 0) {
      if (target === AFTER && before !== null && before < 0 && before !== LOST) continue;
      closing = [day, target !== LOST];
      if (target !== LOST) addRow(rows.wins, deal, day);
      continue;
    }
    const entered = before === null ? start : day;
    if (before === null || before < 0) addArrival(rows, deal, target, entered);
    closing = null;
    addVisit(rows, deal, target, entered, days[i + 1] ?? NEVER, exitOf(targets[i + 1] ?? STILL_HERE));
  }
  return closing;
}

function exitOf(target: number): number {
  return target === AFTER ? WON : target;
}

function addArrival(rows: Rows, deal: number, stage: number, day: Day): void {
  addRow(rows.arrivals, deal, stage, day);
}

function addVisit(rows: Rows, deal: number, stage: number, entered: Day, left: Day, exit: number): void {
  addRow(rows.visits, deal, stage, entered, left, exit);
}

function addRow(table: Table, ...row: readonly number[]): void {
  for (let i = 0; i < row.length; i += 1) {
    const column = table.columns[i];
    if (column) column[table.count] = row[i] ?? 0;
  }
  table.count += 1;
}

function dealColumns(
  timelines: Timelines,
  order: Int32Array,
  closings: readonly (readonly [Day, boolean] | null)[],
): DealColumns {
  const facts = Array.from(order, (index) => timelines.deals[index]?.facts);
  const coded = (field: TraitField) => codesOf(facts.map((row) => row?.[field] ?? ""));
  const [source, product, owner] = [coded("source"), coded("product"), coded("owner")];
  return {
    count: order.length,
    source: order,
    amount: Float64Array.from(facts, (row) => row?.amount ?? Number.NaN),
    closed: Int32Array.from(closings, (closing) => closing?.[0] ?? NEVER),
    won: Uint8Array.from(closings, (closing) => (closing?.[1] ? 1 : 0)),
    account: accountCodes(facts.map((row) => row?.account ?? "")),
    traits: { source: source.codes, product: product.codes, owner: owner.codes },
    traitNames: { source: source.names, product: product.names, owner: owner.names },
  };
}

function accountCodes(accounts: readonly string[]): Int32Array {
  const { codes } = codesOf(accounts);
  return codes.map((code, i) => (accounts[i] === "" ? -1 : code));
}

function codesOf(texts: readonly string[]): { codes: Int32Array; names: string[] } {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(texts.length);
  texts.forEach((text, i) => {
    const known = codeOf.get(text);
    const code = known ?? codeOf.size;
    if (known === undefined) codeOf.set(text, code);
    codes[i] = code;
  });
  return { codes, names: [...codeOf.keys()] };
}
