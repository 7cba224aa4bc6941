import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import type { StageMeasures } from "./types.ts";

/** What people typed as probability for the open deals of a stage, beside what such deals really did. */
export interface TypedProbability {
  /** Index of the stage. */
  readonly stage: number;
  /** Open deals there with a typed probability. */
  readonly deals: number;
  /** Mean of what was typed, 0–1. */
  readonly typedShare: number;
  /** The chance to be won from that stage, as the history tells it; missing without history. */
  readonly won: Figure<Interval>;
  readonly verdict: "too-high" | "too-low" | "fits" | "unknown";
}

/** With fewer typed values a mean says nothing about how people type. */
const FEWEST_TYPED = 3;

/**
 * Typed probabilities against what happened, stage by stage: the mean of what stands beside open deals, and the
 * eventual win rate of the stage (Aalen–Johansen, open deals censored). Too high or too low where the typed mean lies
 * outside the interval. Denominators: open deals with a typed probability; deals that reached the stage. What was typed
 * for closed deals is not used: it is set to 0 or 1 when they close. Missing where fewer than 3 open deals of a stage
 * carry one. Source: method.md section 9.
 */
export function typedProbability(
  pipeline: Pipeline,
  stages: readonly StageMeasures[],
): Figure<readonly TypedProbability[]> {
  const sums = stages.map(() => ({ deals: 0, total: 0 }));
  for (const { outcome, stage, probability } of pipeline.deals) {
    const sum = stage === null ? undefined : sums[stage];
    if (outcome !== "open" || probability === null || sum === undefined) continue;
    sum.deals += 1;
    sum.total += probability;
  }
  const rows = stages.flatMap(({ eventualWin }, stage) => {
    const { deals, total } = sums[stage] ?? { deals: 0, total: 0 };
    if (deals < FEWEST_TYPED) return [];
    const typedShare = total / deals;
    return [{ stage, deals, typedShare, won: eventualWin, verdict: verdictOn(typedShare, eventualWin) }];
  });
  const typed = sums.reduce((count, { deals }) => count + deals, 0);
  return rows.length === 0 ? missing("too-few", typed) : rows;
}

function verdictOn(typedShare: number, won: Figure<Interval>): TypedProbability["verdict"] {
  if (!isKnown(won)) return "unknown";
  if (typedShare > won.upper) return "too-high";
  return typedShare < won.lower ? "too-low" : "fits";
}
