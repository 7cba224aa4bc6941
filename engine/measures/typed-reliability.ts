import { type Figure, type Interval, isKnown, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { mean } from "../stats/mean.ts";
import { shrinkShares } from "../stats/shrink-shares.ts";
import type { StageMeasures } from "./types.ts";

/** Closed deals whose typed probability lay in one tenth. */
export interface ReliabilityTenth {
  /** From 0, 0.1 … 0.9; a tenth ends where the next one begins, the last at 1. */
  readonly from: number;
  readonly deals: number;
  /** Mean of what was typed. */
  readonly typedShare: number;
  readonly wonShare: number;
  /** The share won, drawn to that of all tenths. */
  readonly likely: Interval;
  readonly members: readonly Deal[];
}

/** What people typed against what came of it. */
export interface TypedReliability {
  /** Tenths with deals in them, from low to high. */
  readonly tenths: readonly ReliabilityTenth[];
  readonly deals: number;
  /** Mean squared distance of the typed probability from 1 (won) or 0 (lost): lower is better. */
  readonly brierTyped: number;
  /** The same of the eventual win rate of the stage that each deal closed from; missing without it. */
  readonly brierOurs: Figure<number>;
}

/** With fewer deals a tenth is one deal's luck. */
const FEWEST_DEALS = 20;

/**
 * How far typed probabilities can be believed: closed deals by the tenth in which their probability lay, with the share
 * of them that was won, and the Brier score beside ours. Only what was not overwritten counts: most sheets set 100 % or
 * 0 % at the closing, which tells nothing. Ours is the eventual win rate of the stage that the deal closed from, the last
 * that was known of it, as the typed one is. Denominator: closed deals with a probability above 0 and below 1; open deals
 * are not in it. Missing with fewer than 20 such deals, or where all were won or all lost.
 * Source: Brier 1950; Efron & Morris 1975 for the shrinkage; method.md section 9.
 */
export function typedReliability(
  { deals }: Pipeline,
  stages: readonly StageMeasures[],
  level: number,
): Figure<TypedReliability> {
  const typed = deals.filter(({ outcome, probability }) => {
    return outcome !== "open" && probability !== null && probability > 0 && probability < 1;
  });
  const won = typed.filter(({ outcome }) => outcome === "won").length;
  if (typed.length < FEWEST_DEALS) return missing("typed-overwritten", typed.length);
  if (won === 0 || won === typed.length) return missing("one-group", typed.length);
  const groups = Array.from({ length: 10 }, (): Deal[] => []);
  for (const deal of typed) groups[tenthOf(deal)]?.push(deal);
  const counts = groups.map((members) => ({ successes: members.filter(isWon).length, n: members.length }));
  const likely = shrinkShares(counts, level);
  const tenths = groups.flatMap((members, tenth): ReliabilityTenth[] => {
    const [count, interval] = [counts[tenth], likely[tenth]];
    if (!count || !interval || members.length === 0) return [];
    return [
      {
        from: tenth / 10,
        deals: members.length,
        typedShare: mean(members.map(({ probability }) => probability ?? 0)),
        wonShare: count.successes / count.n,
        likely: interval,
        members,
      },
    ];
  });
  return {
    tenths,
    deals: typed.length,
    brierTyped: mean(typed.map((deal) => brier(deal.probability ?? 0, deal))),
    brierOurs: brierOfStages(typed, stages),
  };
}

/** A probability of exactly 0.3 begins the tenth from 0.3; 0.3 is stored as a little less than 3 ÷ 10. */
function tenthOf({ probability }: Deal): number {
  return Math.min(9, Math.floor((probability ?? 0) * 10 + 1e-9));
}

function isWon({ outcome }: Deal): boolean {
  return outcome === "won";
}

function brier(chance: number, deal: Deal): number {
  return (chance - (isWon(deal) ? 1 : 0)) ** 2;
}

function brierOfStages(deals: readonly Deal[], stages: readonly StageMeasures[]): Figure<number> {
  const scores: number[] = [];
  for (const deal of deals) {
    const figure = deal.stage === null ? undefined : stages[deal.stage]?.eventualWin;
    if (figure === undefined || !isKnown(figure)) return missing("no-history", deals.length);
    scores.push(brier(figure.estimate, deal));
  }
  return mean(scores);
}
