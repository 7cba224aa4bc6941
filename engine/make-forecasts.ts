import { once } from "./basics/once.ts";
import type { PeriodUnit } from "./basics/period.ts";
import { forecastFrom } from "./forecast/forecast.ts";
import { type ForecastBasis, forecastBasis, type Past } from "./forecast/forecast-basis.ts";
import type { DealOutlook } from "./forecast/outlook.ts";
import type { Forecast } from "./forecast/types.ts";
import type { ReadTargets } from "./intake/read-targets.ts";
import { placeOf } from "./measures/place-of.ts";
import type { Settings } from "./options.ts";
import type { Deal, Pipeline } from "./pipeline/pipeline.ts";
import type { Timelines } from "./pipeline/timelines.ts";
import { type GivenTargets, targetAmounts } from "./target-amounts.ts";

/** The forecasts that were asked for, each made when it is first read. */
export interface Forecasts {
  /** In the unit asked for, as many periods as were asked for. */
  readonly shown: () => Forecast | null;
  /** In the other one, as many as cover the same months. */
  readonly other: () => Forecast | null;
  /** What both rest on. */
  readonly basis: () => ForecastBasis | null;
}

/**
 * Makes the forecasts that were asked for; `isCounted` where they are of numbers of deals. `flagged` are the ids of open deals that need somebody.
 */
export function forecaster(
  timelines: Timelines,
  isCounted: boolean,
  settings: Settings,
  goals: ReadTargets,
  flagged: () => ReadonlySet<string>,
  past: () => Past,
): Forecasts {
  const { asOfDay, level, seed, by, horizon, periods, forecasts = "both" } = settings;
  const targets = givenTargets(settings, goals);
  const months = periods === undefined ? horizon : by === "month" ? periods : 3 * periods;
  const basis = once(() =>
    forecastBasis(
      timelines,
      asOfDay,
      {
        seed,
        level,
        flagged: flagged(),
        months: forecasts === "both" ? 3 * Math.ceil(months / 3) : 1,
      },
      past(),
    ),
  );
  const inUnit = (unit: PeriodUnit): Forecast => {
    const forecast = forecastFrom(basis(), {
      by: unit,
      periods: unit === "month" ? months : Math.ceil(months / 3),
      targets: targetAmounts(targets, asOfDay, unit),
    });
    return isCounted
      ? { ...forecast, notes: [{ code: "counted", numbers: {} }, ...forecast.notes] }
      : forecast;
  };
  const other = by === "month" ? "quarter" : "month";
  return {
    shown: once(() => (forecasts === "none" ? null : inUnit(by))),
    basis: () => (forecasts === "none" ? null : basis()),
    other: once(() => (forecasts === "both" ? inUnit(other) : null)),
  };
}

/** A target from the options stands for every period of its unit, before all of the settings sheet. */
function givenTargets({ by, target }: Settings, { targets, every }: ReadTargets): GivenTargets {
  if (target !== undefined) return { byLabel: new Map(), every: new Map([[by, target]]) };
  const ofTeam = targets.filter(({ owner }) => owner === null);
  return { byLabel: new Map(ofTeam.map(({ period, amount }) => [period.label, amount])), every };
}

/** The forecast names deals by their index in the timelines; those who read of them have them as known on the day. */
export function outlooksOf(
  basis: ForecastBasis | null,
  timelines: Timelines,
  pipeline: Pipeline,
): ReadonlyMap<Deal, DealOutlook> {
  const byPlace = new Map<string, DealOutlook>();
  for (const outlook of basis?.deals ?? []) {
    const facts = timelines.deals[outlook.deal]?.facts;
    if (facts) byPlace.set(placeOf(facts), outlook);
  }
  const outlooks = new Map<Deal, DealOutlook>();
  if (byPlace.size === 0) return outlooks;
  for (const deal of pipeline.deals) {
    const outlook = deal.outcome === "open" ? byPlace.get(placeOf(deal)) : undefined;
    if (outlook) outlooks.set(deal, outlook);
  }
  return outlooks;
}
