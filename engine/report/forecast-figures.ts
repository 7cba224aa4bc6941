import type { Analysis } from "../analysis.ts";
import { isKnown } from "../basics/figure.ts";
import type { PeriodUnit } from "../basics/period.ts";
import type { Forecast, ForecastPeriod } from "../forecast/types.ts";
import type { KeyFigure } from "./key-figures.ts";
import { chanceText, periodText } from "./numbers.ts";
import { isRunning, nearPeriods } from "./wording/forecast-headlines.ts";

/** What the running and the next month and quarter should bring, as main figures. */
export function forecastFigures({ forecast, otherForecast, isCounted }: Analysis): readonly KeyFigure[] {
  return [forecast, otherForecast]
    .filter((one) => one !== null)
    .sort((a, b) => (a.by === b.by ? 0 : a.by === "month" ? -1 : 1))
    .flatMap((one) => figuresOf(one, isCounted));
}

function figuresOf(forecast: Forecast, isCounted: boolean): readonly KeyFigure[] {
  const { by, periods } = forecast;
  if (!isKnown(periods))
    return [
      {
        label: `Forecast, next ${by}`,
        term: "forecast",
        unit: "amount",
        value: periods,
        meaning: MEANINGS[by],
        name: nameOf("next", by),
      },
    ];
  return nearPeriods(forecast).map((period) => figureOf(period, forecast, isCounted));
}

const MEANINGS: Readonly<Record<PeriodUnit, string>> = {
  month: "What the month should bring; lower and upper are its range.",
  quarter: "What the quarter should bring; lower and upper are its range.",
};

/** Steady names, so that a formula built on them lives on when the months pass. */
function nameOf(which: "this" | "next", by: PeriodUnit): string {
  return `pipecast_forecast_${which}_${by}`;
}

function figureOf(shown: ForecastPeriod, { by, asOfDay }: Forecast, isCounted: boolean): KeyFigure {
  const { period, mean, lower, upper, chanceOfTarget } = shown;
  const running = isRunning(shown, asOfDay);
  const soFar = running ? " What is won so far is in it." : "";
  const target = chanceOfTarget === null ? "" : ` Chance of target ${chanceText(chanceOfTarget)}.`;
  return {
    label: `Forecast${isCounted ? " of wins" : ""}, ${periodText(period)}`,
    term: "forecast",
    unit: "amount",
    value: mean,
    range: { lower, upper },
    meaning: MEANINGS[by] + soFar + target,
    name: nameOf(running ? "this" : "next", by),
  };
}
