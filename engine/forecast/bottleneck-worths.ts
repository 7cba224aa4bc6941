import { CERTAIN_FROM } from "../basics/certainty.ts";
import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import type { StageAdvice } from "../measures/stage-design.ts";
import type { Bottleneck } from "../measures/types.ts";
import { bottleneckWorth, type Worth, worthWithoutStage } from "./bottleneck-worth.ts";
import type { ForecastBasis } from "./forecast-basis.ts";

/** What each bottleneck is worth; only those that stand out are valued, each at the cost of some forecasts. */
export function bottleneckWorths(
  bottlenecks: Figure<readonly Bottleneck[]>,
  basis: () => ForecastBasis | null,
): ReadonlyMap<Bottleneck, Figure<Worth>> {
  const worths = new Map<Bottleneck, Figure<Worth>>();
  if (!isKnown(bottlenecks)) return worths;
  for (const bottleneck of bottlenecks) {
    const { stage, kind, evidence } = bottleneck;
    const isClaimed = evidence.certainty >= CERTAIN_FROM;
    const known = isClaimed ? basis() : null;
    const none = missing(isClaimed ? "no-forecast" : "not-certain", evidence.decided);
    worths.set(bottleneck, known ? bottleneckWorth(known, stage.order - 1, kind) : none);
  }
  return worths;
}

/** What a quarter would bring more without each stage that advice names, by its index. */
export function worthsWithoutStages(
  advice: readonly StageAdvice[],
  basis: () => ForecastBasis | null,
): ReadonlyMap<number, Figure<Interval>> {
  const worths = new Map<number, Figure<Interval>>();
  for (const { stage } of advice) {
    if (worths.has(stage)) continue;
    const known = basis();
    worths.set(stage, known ? worthWithoutStage(known, stage) : missing("no-forecast", 0));
  }
  return worths;
}
