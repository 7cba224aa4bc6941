import { type Figure, isKnown, missing } from "./basics/figure.ts";
import type { ForecastBasis } from "./forecast/forecast-basis.ts";
import { chanceOfTarget } from "./forecast/target-chance.ts";
import type { Forecast } from "./forecast/types.ts";
import type { TargetProgress } from "./measures/targets.ts";

/**
 * The chance to hit each target. The whole team's is that of the forecast shown, where it shows the period, so that the
 * report says one thing; every other one is simulated.
 */
export function targetChances(
  targets: readonly TargetProgress[],
  forecasts: readonly (() => Forecast | null)[],
  basis: () => ForecastBasis | null,
  isCounted: boolean,
): ReadonlyMap<TargetProgress, Figure<number>> {
  return new Map(
    targets.map((progress) => {
      const { target, wonAmount } = progress;
      const shown = target.owner === null ? shownChance(target, forecasts) : null;
      if (shown !== null) return [progress, shown];
      if (isCounted) return [progress, missing("no-amounts", 0)];
      const known = basis();
      return [progress, known ? chanceOfTarget(known, { ...target, wonAmount }) : missing("no-forecast", 0)];
    }),
  );
}

function shownChance(
  { period, amount }: TargetProgress["target"],
  forecasts: readonly (() => Forecast | null)[],
): number | null {
  for (const forecast of forecasts) {
    const periods = forecast()?.periods;
    if (!periods || !isKnown(periods)) continue;
    const found = periods.find((one) => one.period.label === period.label && one.target === amount);
    if (found) return found.chanceOfTarget;
  }
  return null;
}
