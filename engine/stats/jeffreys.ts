import { type Figure, type Interval, missing } from "../basics/figure.ts";
import { betaQuantile } from "./beta.ts";

/**
 * A share of decided deals with its Jeffreys interval; its upper end is the most that "no wins yet" still
 * allows. Denominator: `n`, the decided deals; open deals are in neither number. Missing where none is decided.
 * The lower end is 0 where nothing succeeded, the upper end 1 where everything did.
 *
 * Source: Brown, Cai & DasGupta 2001, section 4; R `qbeta(p, x + 0.5, n - x + 0.5)`.
 * @example jeffreysInterval(0, 0, 0.8) // => { missing: "none-decided", n: 0 }
 */
export function jeffreysInterval(successes: number, n: number, level: number): Figure<Interval> {
  if (n === 0) return missing("none-decided", 0);
  const end = (share: number): number => betaQuantile(share, successes + 0.5, n - successes + 0.5);
  const lower = successes === 0 ? 0 : end((1 - level) / 2);
  const upper = successes === n ? 1 : end((1 + level) / 2);
  return { lower, estimate: successes / n, upper, level, n };
}
