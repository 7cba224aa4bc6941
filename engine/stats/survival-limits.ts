import { normalReach } from "./normal.ts";
import { power } from "./power.ts";

/** The scale on which the interval is symmetric; R's `conf.type`. */
export type LimitScale = "log" | "log-log";

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * How far the true share still there may lie from one point of a Kaplan–Meier curve; limits in 0–1. `greenwood`
 * is the curve's squared relative error there. Null where the error says nothing: once nobody is left and, on
 * the log–log scale, while everybody is.
 *
 * Source: R `survfit(…, conf.int = level, conf.type = "log" | "log-log")`.
 * @example survivalLimits(1, 0, 0.8, "log") // => { lower: 1, upper: 1 }
 * @example survivalLimits(0, 0.1, 0.8, "log") // => null
 */
export function survivalLimits(
  share: number,
  greenwood: number,
  level: number,
  scale: LimitScale,
): Limits | null {
  const reach = normalReach(level) * Math.sqrt(greenwood);
  if (share === 0) return null;
  if (scale === "log") {
    return { lower: share * Math.exp(-reach), upper: Math.min(1, share * Math.exp(reach)) };
  }
  if (share === 1) return null;
  const shift = reach / Math.abs(Math.log(share));
  return { lower: power(share, Math.exp(shift)), upper: power(share, Math.exp(-shift)) };
}
