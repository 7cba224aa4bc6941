import { type Figure, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import type { StageCounts } from "./types.ts";

interface Tally {
  reached: number;
  visited: number;
  advanced: number;
  lost: number;
  open: number;
  reentries: number;
}

/**
 * How many deals got to each open stage, and what became of them there: went on, lost here, or open here. A deal
 * that skipped a stage and got further has reached it; a won deal has reached all of them. Lost or open deals whose
 * stage is unknown are in none. `reached = advanced + lost + open` for every stage. Visits, and so skips and
 * re-entries, need stage history and are missing without it. Counts of deals; re-entries are counts of visits.
 * Source: method.md section 2.
 */
export function stageCounts(pipeline: Pipeline): StageCounts[] {
  const tallies = pipeline.stages.map(() => ({
    reached: 0,
    visited: 0,
    advanced: 0,
    lost: 0,
    open: 0,
    reentries: 0,
  }));
  for (const deal of pipeline.deals) {
    countPosition(tallies, deal);
    countVisits(tallies, deal);
  }
  const hasHistory = pipeline.shape !== "deals-only";
  return tallies.map((tally) => countsOf(tally, hasHistory));
}

function countPosition(tallies: readonly Tally[], deal: Deal): void {
  const furthest = deal.outcome === "won" ? tallies.length : deal.furthest;
  if (furthest === null) return;
  tallies.forEach((tally, stage) => {
    if (stage > furthest) return;
    tally.reached++;
    if (stage < furthest) tally.advanced++;
    else if (deal.outcome === "lost") tally.lost++;
    else tally.open++;
  });
}

function countVisits(tallies: readonly Tally[], deal: Deal): void {
  const seen = new Set<number>();
  for (const { stage } of deal.visits) {
    const tally = tallies[stage];
    if (!tally) continue;
    if (seen.has(stage)) tally.reentries++;
    else tally.visited++;
    seen.add(stage);
  }
}

function countsOf(tally: Tally, hasHistory: boolean): StageCounts {
  const { reached, visited, advanced, lost, open, reentries } = tally;
  const withHistory = (value: number): Figure<number> =>
    hasHistory ? value : missing("no-history", reached);
  return {
    reached,
    visited: withHistory(visited),
    skipped: withHistory(reached - visited),
    advanced,
    lost,
    open,
    reentries: withHistory(reentries),
  };
}
