import { type Missing, missing } from "../basics/figure.ts";
import type { Deal } from "../pipeline/pipeline.ts";

/** How many deals went on from a stage and how many were lost there; the two are decided, open ones are not. */
export interface Decided {
  readonly advanced: number;
  readonly lost: number;
}

/**
 * `advanced` and `lost` of `stageCounts`, and nothing else, in one pass: for comparing many groups of deals. A won deal
 * advanced from every stage; others advanced up to their furthest stage, and lost ones were lost there. Deals whose
 * furthest stage is unknown are in none. O(deals + stages). Source: method.md section 2.
 */
export function decidedByStage(deals: readonly Deal[], stageCount: number): Decided[] {
  const gotTo = new Float64Array(stageCount);
  const lostAt = new Float64Array(stageCount);
  let won = 0;
  for (const { outcome, furthest } of deals) {
    if (outcome === "won") won += 1;
    else if (furthest !== null) {
      gotTo[furthest] = (gotTo[furthest] ?? 0) + 1;
      if (outcome === "lost") lostAt[furthest] = (lostAt[furthest] ?? 0) + 1;
    }
  }
  const decided: Decided[] = [];
  let further = won;
  for (let stage = stageCount - 1; stage >= 0; stage -= 1) {
    decided.unshift({ advanced: further, lost: lostAt[stage] ?? 0 });
    further += gotTo[stage] ?? 0;
  }
  return decided;
}

/**
 * The reason where no lost deal tells in which stage it was lost: every conversion would then be 100 %. Null where one
 * does, and where none was lost. Source: method.md section 2.
 * @example lostStagesUnknown([]) // => null
 */
export function lostStagesUnknown(deals: readonly Deal[]): Missing | null {
  const lost = deals.filter(({ outcome }) => outcome === "lost");
  const isKnown = lost.length === 0 || lost.some(({ furthest }) => furthest !== null);
  return isKnown ? null : missing("lost-stages-unknown", lost.length);
}
