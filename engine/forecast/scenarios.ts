import type { Period } from "../basics/period.ts";
import type { Ahead } from "./ahead.ts";
import { firstDraws, gather } from "./gather.ts";
import type { Futures } from "./simulate.ts";
import { type SummarySettings, summariseFutures } from "./summarise.ts";
import type { ForecastPeriod, Scenario } from "./types.ts";

/**
 * The same draws with something changed: the largest open deal lost; all flagged deals lost; deals moving and being
 * lost as in the last half year. What differs is due to the change alone. `own` is the forecast itself.
 */
export function scenariosOf(
  ahead: Ahead,
  own: readonly ForecastPeriod[],
  periods: readonly Period[],
  settings: SummarySettings,
): Scenario[] {
  const futures = gather(ahead.futures, ahead.months, periods);
  const losses = ahead.losses.map(({ kind, deal, deals }, i): Scenario => {
    const without = { ...futures, fromOpen: futures.fromOpenWithout[i] ?? futures.fromOpen };
    return { kind, deal, deals, periods: summariseFutures(without, periods, settings).map(shownOf) };
  });
  const changed = gather(ahead.recent, ahead.months, periods);
  const recent = moved(own, changed, firstDraws(futures, changed.draws), settings);
  return [...losses, { kind: "recent-pace", deal: null, deals: 0, periods: recent }];
}

function shownOf({ mean, lower, upper }: ForecastPeriod): Scenario["periods"][number] {
  return { mean, lower, upper };
}

/**
 * The forecast, moved by what changed between two simulations of fewer draws that share their random numbers: so
 * that chance does not pass for an effect. Means are compared by what was to be expected under each guess.
 */
function moved(
  own: readonly ForecastPeriod[],
  changed: Futures,
  same: Futures,
  settings: SummarySettings,
): Scenario["periods"] {
  const periods = own.map(({ period }) => period);
  const [after, before] = [changed, same].map((futures) => summariseFutures(futures, periods, settings));
  return own.map((shown, p) => {
    const by = (key: "lower" | "upper"): number =>
      Math.max(shown.wonSoFar, shown[key] + (after?.[p]?.[key] ?? 0) - (before?.[p]?.[key] ?? 0));
    const mean = shown.mean + meanExpected(changed, p) - meanExpected(same, p);
    return { mean: Math.max(shown.wonSoFar, mean), lower: by("lower"), upper: by("upper") };
  });
}

function meanExpected({ expected, periods }: Futures, p: number): number {
  const guesses = expected.length / periods;
  let sum = 0;
  for (let guess = 0; guess < guesses; guess += 1) sum += expected[guess * periods + p] ?? 0;
  return sum / guesses;
}
