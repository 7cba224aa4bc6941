import { type Figure, missing } from "../basics/figure.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { kaplanMeier, restrictedMean, survivalQuantile } from "../stats/kaplan-meier.ts";
import type { TimeInStage } from "./types.ts";

/**
 * How long deals stay in a stage, in days: Kaplan–Meier over its visits, each re-entry a visit of its own. A visit
 * that still lasts counts for as long as it has lasted (censored), so slow deals are not left out. A visit of a
 * deal that closed nobody knows when is not used. P90 is missing where too few visits have ended to tell.
 * Source: Kaplan & Meier 1958; R `quantile(survfit(…))`; method.md section 3.
 */
export function timeInStage(pipeline: Pipeline, stage: number): Figure<TimeInStage> {
  if (pipeline.shape === "deals-only") return missing("no-history", 0);
  const { days, left } = stays(pipeline, stage);
  if (days.length === 0) return missing("none-reached", 0);
  const curve = kaplanMeier(days, left);
  return {
    n: days.length,
    censored: left.filter((ended) => ended === 0).length,
    medianDays: survivalQuantile(curve, 0.5),
    p75Days: survivalQuantile(curve, 0.75),
    p90Days: survivalQuantile(curve, 0.9),
    meanDays: restrictedMean(curve),
  };
}

/** The visits' days so far, and 1 where the deal has left or 0 where it is still there. */
function stays(pipeline: Pipeline, stage: number): { days: number[]; left: number[] } {
  const days: number[] = [];
  const left: number[] = [];
  for (const deal of pipeline.deals) {
    for (const visit of deal.visits) {
      if (visit.stage !== stage || (visit.leftDay === null && deal.outcome !== "open")) continue;
      days.push((visit.leftDay ?? pipeline.asOfDay) - visit.enteredDay);
      left.push(visit.leftDay === null ? 0 : 1);
    }
  }
  return { days, left };
}
