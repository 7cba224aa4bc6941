import { type Figure, missing } from "../basics/figure.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { Exits, type ExitTally } from "../stats/exit-tally.ts";
import { kaplanMeierOfTally, restrictedMean, survivalQuantile } from "../stats/kaplan-meier.ts";
import type { TimeInStage } from "./types.ts";

/**
 * How long deals stay in a stage, in days: Kaplan–Meier over its visits, each re-entry a visit of its own. A visit
 * that still lasts counts for as long as it has lasted (censored), so slow deals are not left out. A visit of a
 * deal that closed nobody knows when is not used. P90 is missing where too few visits have ended to tell.
 * Source: Kaplan & Meier 1958; R `quantile(survfit(…))`; method.md section 3.
 */
export function timeInStage(pipeline: Pipeline, stage: number): Figure<TimeInStage> {
  if (pipeline.shape === "deals-only") return missing("no-history", 0);
  const tally = stays(pipeline, stage);
  if (tally.n === 0) return missing("none-reached", 0);
  const curve = kaplanMeierOfTally(tally);
  return {
    n: tally.n,
    censored: curve.censored.reduce((sum, count) => sum + count, 0),
    medianDays: survivalQuantile(curve, 0.5),
    p75Days: survivalQuantile(curve, 0.75),
    p90Days: survivalQuantile(curve, 0.9),
    meanDays: restrictedMean(curve),
  };
}

/** The visits' days so far, by whether the deal has left or is still there. */
function stays(pipeline: Pipeline, stage: number): ExitTally {
  const ended = new Exits();
  for (const deal of pipeline.deals) {
    for (const visit of deal.visits) {
      if (visit.stage !== stage || (visit.leftDay === null && deal.outcome !== "open")) continue;
      ended.add((visit.leftDay ?? pipeline.asOfDay) - visit.enteredDay, visit.leftDay === null ? 0 : 1);
    }
  }
  return ended.tally(1);
}
