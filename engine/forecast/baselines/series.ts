import { fitDamped, fitSimple, smoothedAhead } from "./exponential-smoothing.ts";

/** A naive way to forecast monthly won amounts from their past alone. */
export type SeriesMethod =
  | "trailing-mean-3"
  | "trailing-mean-6"
  | "same-period-last-year"
  | "exponential-smoothing"
  | "damped-trend";

/** The naive methods that need nothing but the past months. */
export const SERIES_METHODS: readonly SeriesMethod[] = [
  "trailing-mean-3",
  "trailing-mean-6",
  "same-period-last-year",
  "exponential-smoothing",
  "damped-trend",
];

const LEAST_FITTED = 6;

/**
 * The next months' won amounts by a naive method, or null where the history is too short for it (a year and a
 * month for the same period last year, six months for smoothing, one month for the means).
 * @example seriesForecast("trailing-mean-3", [1, 2, 3, 4], 2) // => [3, 3]
 */
export function seriesForecast(
  method: SeriesMethod,
  past: readonly number[],
  steps: number,
): number[] | null {
  const ahead = (value: (step: number) => number): number[] =>
    Array.from({ length: steps }, (_, i) => Math.max(0, value(i + 1)));
  if (past.length === 0) return null;
  if (method === "trailing-mean-3" || method === "trailing-mean-6") {
    const recent = past.slice(method === "trailing-mean-3" ? -3 : -6);
    const mean = recent.reduce((sum, value) => sum + value, 0) / recent.length;
    return ahead(() => mean);
  }
  if (method === "same-period-last-year") {
    return past.length < 12 ? null : ahead((step) => past[past.length - 12 + ((step - 1) % 12)] ?? 0);
  }
  if (past.length < LEAST_FITTED) return null;
  const smoothed = method === "damped-trend" ? fitDamped(past, null) : fitSimple(past);
  return ahead((step) => smoothedAhead(smoothed, step));
}
