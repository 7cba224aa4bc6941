import { type Figure, type Interval, missing } from "../basics/figure.ts";
import { normalReach } from "./normal.ts";

/**
 * A share of decided deals with its Wilson interval: how far the true rate may lie from the one seen.
 * Denominator: `n`, the decided deals; open deals are in neither number. Missing where none is decided.
 *
 * Source: Brown, Cai & DasGupta 2001, "Interval estimation for a binomial proportion";
 * R `prop.test(x, n, correct = FALSE)`.
 * @example wilsonInterval(0, 0, 0.8) // => { missing: "none-decided", n: 0 }
 */
export function wilsonInterval(successes: number, n: number, level: number): Figure<Interval> {
  if (n === 0) return missing("none-decided", 0);
  const estimate = successes / n;
  const z = normalReach(level);
  const weight = (z * z) / n;
  const centre = (estimate + weight / 2) / (1 + weight);
  const reach = (z * Math.sqrt((estimate * (1 - estimate)) / n + weight / (4 * n))) / (1 + weight);
  // At the ends the limit is exact; rounding would leave 1e-17 for 0.
  const lower = successes === 0 ? 0 : centre - reach;
  const upper = successes === n ? 1 : centre + reach;
  return { lower, estimate, upper, level, n };
}
