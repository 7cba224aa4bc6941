/** An estimate with its interval: `level` is the coverage, `n` the count it rests on. */
export interface Interval {
  readonly lower: number;
  readonly estimate: number;
  readonly upper: number;
  readonly level: number;
  readonly n: number;
}

/** Why a figure cannot be computed; the report words it. */
export type Reason =
  | "no-deals"
  | "no-history"
  | "none-reached"
  | "none-decided"
  | "lost-stages-unknown"
  | "none-closed"
  | "none-won"
  | "none-lost"
  | "too-few"
  | "too-few-of-kind"
  | "curve-too-short"
  | "no-amounts"
  | "lost-without-amounts"
  | "few-lost-with-amounts"
  | "no-created-days"
  | "zero-cycle"
  | "mixed-currencies"
  | "no-snapshots"
  | "one-group"
  | "no-reasons"
  | "no-accounts"
  | "no-gap"
  | "period-ahead"
  | "crowd-costs-nothing"
  | "at-its-best"
  | "not-certain"
  | "no-forecast"
  | "typed-overwritten";

/** A figure that cannot be computed, with the reason and the count it would have rested on. */
export interface Missing {
  readonly missing: Reason;
  readonly n: number;
}

/** A figure, or the reason why there is none. Never 0, NaN or "" in its stead. */
export type Figure<T> = T | Missing;

/**
 * @example missing("none-won", 4) // => { missing: "none-won", n: 4 }
 */
export function missing(reason: Reason, n: number): Missing {
  return { missing: reason, n };
}

/**
 * Whether a figure is there.
 * @example isKnown(missing("none-won", 0)) // => false
 */
export function isKnown<T>(figure: Figure<T>): figure is T {
  return !(typeof figure === "object" && figure !== null && "missing" in figure);
}
