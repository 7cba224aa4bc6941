import type { Day } from "../basics/day.ts";
import type { Classes } from "./classes.ts";
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
  const rows: number[] = [];
  for (let i = 0; i < visits.count; i += 1) {
    if ((visits.entered[i] ?? 0) <= day && (visits.left[i] ?? 0) > day) rows.push(i);
  }
  return {
    count: rows.length,
    deal: Int32Array.from(rows, (i) => visits.deal[i] ?? 0),
    stage: Uint8Array.from(rows, (i) => visits.stage[i] ?? 0),
    age: Int32Array.from(rows, (i) => day - (visits.entered[i] ?? 0)),
    classOf: Int32Array.from(rows, (i) => classes.classOf[visits.deal[i] ?? 0] ?? 0),
  };
}

/** Open deals of the same stage, age and class, so that their chances are computed once. */
export interface OpenKinds {
  readonly count: number;
  /** Kind of each open deal. */
  readonly kindOf: Int32Array;
  readonly stage: Uint8Array;
  readonly age: Int32Array;
  readonly classOf: Int32Array;
}

/** Kinds, the ages of old deals told apart the more coarsely the more deals there are. */
export function openKinds(open: OpenDeals, classCount: number): OpenKinds {
  const coarse = open.count > 400 ? (open.count > 5000 ? 0.15 : 0.06) : 0;
  const byKey = new Map<number, number>();
  const kindOf = new Int32Array(open.count);
  const first: number[] = [];
  for (let i = 0; i < open.count; i += 1) {
    const age = open.age[i] ?? 0;
    const band = coarse === 0 ? age : Math.round(Math.log1p(age) / coarse);
    const key = (band * 64 + (open.stage[i] ?? 0)) * classCount + (open.classOf[i] ?? 0);
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
    classOf: Int32Array.from(first, (i) => open.classOf[i] ?? 0),
  };
}
