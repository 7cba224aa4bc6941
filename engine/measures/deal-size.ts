import { missing } from "../basics/figure.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { mean, sum } from "../stats/mean.ts";
import { quantile } from "../stats/quantile.ts";
import type { DealSize } from "./types.ts";

/**
 * What won deals are worth, in the report's currency: the sum, the mean and the median over won deals that carry an amount. Open and
 * lost deals are not in it. Missing where no won deal carries one. Source: method.md section 4.
 */
export function dealSize(pipeline: Pipeline): DealSize {
  const amounts: number[] = [];
  let won = 0;
  for (const deal of pipeline.deals) {
    if (deal.outcome !== "won") continue;
    won++;
    if (deal.amount !== null) amounts.push(deal.amount);
  }
  const n = amounts.length;
  if (n === 0) {
    const none = won > 0 ? missing("no-amounts", won) : missing("none-won", 0);
    return { wonAmount: none, averageWonAmount: none, medianWonAmount: none, n };
  }
  return {
    wonAmount: sum(amounts),
    averageWonAmount: mean(amounts),
    medianWonAmount: quantile(amounts, 0.5),
    n,
  };
}
