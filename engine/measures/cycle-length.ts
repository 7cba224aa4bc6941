import { type Figure, missing } from "../basics/figure.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { mean } from "../stats/mean.ts";
import { quantiles } from "../stats/quantile.ts";
import type { CycleLength } from "./types.ts";

/**
 * How long won (or lost) deals took from start to closing, in days. The start is the earlier of the created day and
 * the first stage. Over deals closed by the as-of day with both days known; open deals have no cycle yet, so this
 * says how long finished deals took, not how long today's will. Quantiles of type 7.
 * Source: Hyndman & Fan 1996; method.md section 3.
 */
export function cycleLength(pipeline: Pipeline, outcome: "won" | "lost"): Figure<CycleLength> {
  const days: number[] = [];
  let closed = 0;
  let others = 0;
  for (const deal of pipeline.deals) {
    if (deal.outcome !== "open" && deal.outcome !== outcome) others++;
    if (deal.outcome !== outcome) continue;
    closed++;
    if (deal.closedDay !== null && deal.startDay !== null) days.push(deal.closedDay - deal.startDay);
  }
  if (closed === 0)
    return missing(others === 0 ? "none-closed" : outcome === "won" ? "none-won" : "none-lost", 0);
  if (days.length === 0) return missing("no-created-days", closed);
  const [p25Days = 0, medianDays = 0, p75Days = 0, p90Days = 0] = quantiles(days, [0.25, 0.5, 0.75, 0.9]);
  return { n: days.length, meanDays: mean(days), p25Days, medianDays, p75Days, p90Days };
}
