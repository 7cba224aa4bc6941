import type { Day } from "../basics/day.ts";
import type { Classes } from "./classes.ts";
import type { ScoreGroups } from "./score-groups.ts";
import type { Spells } from "./spells.ts";

/** The deals open on a day, as columns: what is known of each at its end. */
export interface OpenDeals {
  readonly count: number;
  readonly deal: Int32Array;
  readonly stage: Uint8Array;
  /** Days in the stage. */
  readonly age: Int32Array;
  readonly classOf: Int32Array;
}

/** Deals whose visit has begun by the day and not ended by it. O(visits). */
export function openDealsOf({ visits }: Spells, classes: Classes, day: Day): OpenDeals {
  const rows = new Int32Array(visits.count);
  let count = 0;
  for (let i = 0; i < visits.count; i += 1) {
    if ((visits.entered[i] ?? 0) <= day && (visits.left[i] ?? 0) > day) rows[count++] = i;
  }
  const open = rows.subarray(0, count);
  const deal = open.map((i) => visits.deal[i] ?? 0);
  return {
    count,
    deal,
    stage: new Uint8Array(open.map((i) => visits.stage[i] ?? 0)),
    age: open.map((i) => day - (visits.entered[i] ?? 0)),
    classOf: deal.map((i) => classes.classOf[i] ?? 0),
  };
}

/** Open deals of the same stage, age and score, so that their chances are computed once. */
export interface OpenKinds {
  readonly count: number;
  /** Kind of each open deal. */
  readonly kindOf: Int32Array;
  readonly stage: Uint8Array;
  readonly age: Int32Array;
  /** Group of classes for the stay at hand, finely told apart; the first class of the kind for what follows. */
  readonly score: Int32Array;
  readonly classOf: Int32Array;
}

const FEW = 400;
const MANY = 5000;

/** Whether there are so few open deals that each may keep its own class and age. */
export function areFew(open: OpenDeals): boolean {
  return open.count <= FEW;
}

/** Kinds of open deals by stage, age and score; ages of old deals told apart more coarsely where deals are many. */
export function openKinds(open: OpenDeals, scores: ScoreGroups): OpenKinds {
  const coarse = open.count > MANY ? 0.15 : 0.06;
  const byKey = new Map<number, number>();
  const kindOf = new Int32Array(open.count);
  const first: number[] = [];
  for (let i = 0; i < open.count; i += 1) {
    const age = open.age[i] ?? 0;
    const band = areFew(open) ? age : Math.round(Math.log1p(age) / coarse);
    const score = scores.groupOf[open.classOf[i] ?? 0] ?? 0;
    const key = (band * 64 + (open.stage[i] ?? 0)) * scores.count + score;
    const known = byKey.get(key);
    kindOf[i] = known ?? byKey.size;
    if (known !== undefined) continue;
    byKey.set(key, byKey.size);
    first.push(i);
  }
  return {
    count: first.length,
    kindOf,
    stage: Uint8Array.from(first, (i) => open.stage[i] ?? 0),
    age: Int32Array.from(first, (i) => open.age[i] ?? 0),
    score: Int32Array.from(first, (i) => scores.groupOf[open.classOf[i] ?? 0] ?? 0),
    classOf: Int32Array.from(first, (i) => open.classOf[i] ?? 0),
  };
}
