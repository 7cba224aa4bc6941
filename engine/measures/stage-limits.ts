import type { Pipeline } from "../pipeline/pipeline.ts";
import { quantile } from "../stats/quantile.ts";

/** How long a visit to a stage may last before the deal counts as stalled. */
export interface StageLimit {
  readonly days: number;
  /** Visits of won deals that it rests on. */
  readonly n: number;
}

const LONGEST_SHARE = 0.8;
/** With fewer visits an 80 % quantile is nearly the longest of them. */
const FEWEST_VISITS = 10;

/**
 * For each stage the days that four in five of its visits by deals later won took at most (P80, type 7): a deal that
 * stays longer is doing what won deals rarely did. Denominator: ended visits of won deals, re-entries included; open
 * and lost deals are not in it. Null where fewer than 10 such visits tell. Source: method.md section 9.
 */
export function stageLimits(pipeline: Pipeline): (StageLimit | null)[] {
  const stays = pipeline.stages.map((): number[] => []);
  for (const { outcome, visits } of pipeline.deals) {
    if (outcome !== "won") continue;
    for (const { stage, enteredDay, leftDay } of visits) {
      if (leftDay !== null) stays[stage]?.push(leftDay - enteredDay);
    }
  }
  return stays.map((days) =>
    days.length < FEWEST_VISITS ? null : { days: quantile(days, LONGEST_SHARE), n: days.length },
  );
}
