import type { Difference } from "../measures/differences.ts";
import type { StageAdvice } from "../measures/stage-design.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";

/** The deals behind a piece of advice, so that a person can check it deal by deal. */

/** The deals of the owner or source that are decided at the stage, or closed: as many as `decided` says. */
export function dealsOfDifference(difference: Difference, { deals }: Pipeline): readonly Deal[] {
  const { who, value, stage, begunBy } = difference;
  const isCompared = ({ startDay }: Deal): boolean =>
    begunBy === null || startDay === null || startDay <= begunBy;
  return deals.filter((deal) => deal[who] === value && isCompared(deal) && isDecided(deal, stage));
}

/** The deals behind a stage's case: those that skipped it, or those that are decided there. */
export function dealsOfStageAdvice({ code, stage }: StageAdvice, { deals }: Pipeline): readonly Deal[] {
  const isMeant = (deal: Deal): boolean =>
    code === "often-skipped" ? hasSkipped(deal, stage) : isDecided(deal, stage);
  return deals.filter(isMeant);
}

function isDecided({ outcome, furthest }: Deal, stage: number | null): boolean {
  if (stage === null) return outcome !== "open";
  if (outcome === "won") return true;
  return furthest !== null && (furthest > stage || (furthest === stage && outcome === "lost"));
}

function hasSkipped({ outcome, furthest, visits }: Deal, stage: number): boolean {
  const hasReached = outcome === "won" || (furthest !== null && furthest >= stage);
  const [first] = visits;
  return (
    hasReached && first !== undefined && first.stage < stage && visits.every((visit) => visit.stage !== stage)
  );
}
