import type { OrderSource, StageName } from "../intake/records.ts";
import type { Stage } from "./pipeline.ts";

/** The open stages in order, what decided it, and how well the histories agree. */
export interface StageOrder {
  readonly stages: readonly Stage[];
  readonly basis: OrderSource | "ladder" | "inferred" | "appearance";
  /** Share of the moves between different open stages that go forward; null where there are none. */
  readonly forwardShare: number | null;
  readonly moves: number;
}

const GIVEN_WEIGHT = 1e12;
const LADDER_WEIGHT = 1e9;
/** Moves between two stages that outweigh the usual order of their names: so many, and so many for one the usual way. */
const FEWEST_AGAINST = 5;
const TIMES_AGAINST = 3;

/** How often deals moved from one stage name to another. */
export type Moves = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Puts the open stages in order: as given, else by the ladder of well-known words unless the moves between two of
 * them clearly say otherwise, else so that most moves go forward (ties keep the order of appearance). The order is a property of the workbook, like a
 * setting: moves after an as-of day count for it too.
 * @param from what gave the order, where the names carry one.
 * @param moves between stages of any kind; those that touch no open stage are ignored.
 */
export function stageOrder(
  names: readonly StageName[],
  moves: Moves,
  from: OrderSource = "settings",
): StageOrder {
  const open = names.filter((name) => name.kind === "open");
  const counts = moveCounts(open, moves);
  const order = bestOrder(open, counts);
  const forward = sumPairs(order, (a, b, forwards) => (forwards ? at(counts, a, b) : 0));
  const total = sumPairs(order, (a, b) => at(counts, a, b));
  return {
    stages: order.map((index, position) => ({ name: open[index]?.name ?? "", order: position + 1 })),
    basis: basisOf(open, counts, total, from),
    forwardShare: total > 0 ? forward / total : null,
    moves: total,
  };
}

type Counts = readonly Float64Array[];

function at(counts: Counts, from: number, to: number): number {
  return counts[from]?.[to] ?? 0;
}

function moveCounts(open: readonly StageName[], moves: Moves): Counts {
  return open.map((from) => Float64Array.from(open, (to) => moves.get(from.name)?.get(to.name) ?? 0));
}

/** Which of two stages comes first by the ladder, 1 for a; 0 where it does not tell. */
function ladderOrder(open: readonly StageName[], a: number, b: number): number {
  return rankDifference(open[a]?.ladderRank, open[b]?.ladderRank);
}

/** The same, and 0 where the moves clearly say otherwise. */
function usualOrder(open: readonly StageName[], counts: Counts, a: number, b: number): number {
  const order = ladderOrder(open, a, b);
  const [along, against] =
    order > 0 ? [at(counts, a, b), at(counts, b, a)] : [at(counts, b, a), at(counts, a, b)];
  return against >= FEWEST_AGAINST && against >= TIMES_AGAINST * along ? 0 : order;
}

/** How much is gained by putting a before b. */
function preference(open: readonly StageName[], counts: Counts, a: number, b: number): number {
  const given = rankDifference(open[a]?.givenRank, open[b]?.givenRank);
  const ladder = usualOrder(open, counts, a, b);
  return given * GIVEN_WEIGHT + ladder * LADDER_WEIGHT + at(counts, a, b) - at(counts, b, a);
}

function rankDifference(a: number | null | undefined, b: number | null | undefined): number {
  return a === null || b === null || a === undefined || b === undefined ? 0 : Math.sign(b - a);
}

/** A greedy start, then insertion until no stage gains by moving: exact where the preferences hold no cycle. */
function bestOrder(open: readonly StageName[], counts: Counts): number[] {
  const preferences = open.map((_, a) => open.map((_, b) => preference(open, counts, a, b)));
  let order = greedyOrder(preferences);
  for (let pass = 0; pass < open.length; pass++) {
    const before = order.join();
    for (let stage = 0; stage < open.length; stage++) order = withBestPlace(order, stage, preferences);
    if (order.join() === before) break;
  }
  return order;
}

/** Takes, again and again, the stage that fewest of the others come before (Eades, Lin & Smyth 1993). */
function greedyOrder(preferences: readonly number[][]): number[] {
  const left = preferences.map((_, stage) => stage);
  const order: number[] = [];
  while (left.length > 0) {
    const before = (stage: number): number =>
      left.reduce((sum, other) => sum + Math.max(0, preferences[other]?.[stage] ?? 0), 0);
    const after = (stage: number): number =>
      left.reduce((sum, other) => sum + (preferences[stage]?.[other] ?? 0), 0);
    const next = left.reduce((best, stage) => {
      const difference = before(stage) - before(best);
      return difference < 0 || (difference === 0 && after(stage) > after(best)) ? stage : best;
    });
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

function withBestPlace(order: readonly number[], stage: number, preferences: readonly number[][]): number[] {
  const others = order.filter((other) => other !== stage);
  const start = order.indexOf(stage);
  const gainOf = (other: number): number => preferences[other]?.[stage] ?? 0;
  let gain = 0;
  let best = { place: start, gain: Number.NEGATIVE_INFINITY };
  for (let place = 0; place <= others.length; place++) {
    if (place > 0) gain += 2 * gainOf(others[place - 1] ?? -1);
    const closer = Math.abs(place - start) < Math.abs(best.place - start);
    if (gain > best.gain || (gain === best.gain && closer)) best = { place, gain };
  }
  return [...others.slice(0, best.place), stage, ...others.slice(best.place)];
}

function sumPairs(
  order: readonly number[],
  value: (a: number, b: number, forwards: boolean) => number,
): number {
  let sum = 0;
  order.forEach((a, i) => {
    order.forEach((b, j) => {
      if (i !== j) sum += value(a, b, i < j);
    });
  });
  return sum;
}

function basisOf(
  open: readonly StageName[],
  counts: Counts,
  moves: number,
  from: OrderSource,
): StageOrder["basis"] {
  if (open.length === 0) return "appearance";
  if (open.every((name) => name.givenRank !== null)) return from;
  const isUsual = open.every((_, a) =>
    open.every((_, b) => usualOrder(open, counts, a, b) === ladderOrder(open, a, b)),
  );
  if (isUsual && open.every((name) => name.ladderRank !== null || name.givenRank !== null)) return "ladder";
  return moves > 0 ? "inferred" : "appearance";
}
