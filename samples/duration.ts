import type { Random } from "./random.ts";

/**
 * How long something takes, as plain data. Both kinds have closed-form distributions, so that the truth is
 * exact. Weibull with shape below 1: most leave early, the rest linger; above 1: hardly any leave early.
 * Erlang with `phases` = 1 is the exponential (no memory); more phases gather around the mean.
 */
export type Duration =
  | { readonly kind: "weibull"; readonly shape: number; readonly medianDays: number }
  | { readonly kind: "erlang"; readonly phases: number; readonly meanDays: number };

/** A stay in whole days, `pace` times as long as the duration says. */
export function drawDays(random: Random, duration: Duration, pace: number): number {
  return Math.round(pace * drawTime(random, duration));
}

function drawTime(random: Random, duration: Duration): number {
  if (duration.kind === "weibull") {
    const halves = -Math.log(1 - random()) / Math.LN2;
    return duration.medianDays * Math.exp(Math.log(halves) / duration.shape);
  }
  let product = 1;
  for (let phase = 0; phase < duration.phases; phase++) product *= 1 - random();
  return (-Math.log(product) * duration.meanDays) / duration.phases;
}

/** The share of stays, as `drawDays` draws them, that last at most `days` whole days. */
export function shareWithin(duration: Duration, days: number, pace: number): number {
  const time = (days + 0.5) / pace;
  if (duration.kind === "weibull") {
    return 1 - Math.exp(-Math.LN2 * Math.exp(duration.shape * Math.log(time / duration.medianDays)));
  }
  const scaled = (time * duration.phases) / duration.meanDays;
  let term = Math.exp(-scaled);
  let still = 0;
  for (let phase = 0; phase < duration.phases; phase++) {
    still += term;
    term *= scaled / (phase + 1);
  }
  return 1 - still;
}

/** The mean of whole-day stays: the sum over d ≥ 0 of the share that lasts longer than d days. */
export function meanDays(duration: Duration, pace: number): number {
  let sum = 0;
  for (let days = 0; ; days++) {
    const longer = 1 - shareWithin(duration, days, pace);
    sum += longer;
    if (longer < 1e-12) return sum;
  }
}
