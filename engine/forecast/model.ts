import { type AgeScale, BIN_COUNT } from "./age-scale.ts";
import type { Classes } from "./classes.ts";
import { type HazardCounts, type Hazards, hazardsOf } from "./hazards.ts";
import { type Pace, paceOf } from "./pace.ts";
import { isClosingStage, type QuarterPhase, quarterPhase } from "./quarter-phase.ts";
import { CAUSE_COUNT, type Tally } from "./tally.ts";
import { type TargetShares, targetShares } from "./target-shares.ts";
import { type ClassCounts, classFactors, neutralEffects, refitTraits, type TraitEffect } from "./traits.ts";

/** All that was learnt from history, with how sure it is. */
export interface Model {
  readonly stageCount: number;
  readonly scale: AgeScale;
  readonly classes: Classes;
  readonly hazards: Hazards;
  readonly targets: TargetShares;
  readonly effects: readonly TraitEffect[];
  /** θ by class and cause, at its mean. */
  readonly factors: Float64Array;
  readonly pace: Pace;
  readonly phase: QuarterPhase;
  /** Stages from which progress mostly is the win. */
  readonly closing: readonly boolean[];
  /** Stages that a deal can be in: not the stages of the user where none is recorded, nor the whole life where all are. */
  readonly used: readonly boolean[];
}

const PASSES = 3;

/** Fits the model to a tally: nothing but counts is seen here. O(cells). Source: method.md 6. */
export function fitModel(tally: Tally, classes: Classes, scale: AgeScale): Model {
  const { stageCount } = tally.layout;
  const counts = { stageCount, days: tally.allDays, events: tally.allEvents };
  let effects = neutralEffects(classes);
  let factors = classFactors(classes, effects);
  let hazards = hazardsOf(weighted(counts, factors), scale);
  for (let pass = 0; pass < PASSES && classes.traits.length > 0; pass += 1) {
    effects = refitTraits(counts, classes, hazards, effects);
    factors = classFactors(classes, effects);
    hazards = hazardsOf(weighted(counts, factors), scale);
  }
  return {
    stageCount,
    scale,
    classes,
    hazards,
    targets: targetShares(tally.targets, stageCount),
    effects,
    factors,
    pace: paceOf(tally, hazards, factors),
    phase: quarterPhase(tally, counts),
    used: usedStages(counts),
    closing: Array.from({ length: stageCount }, (_, stage) =>
      isClosingStage(tally.targets, stageCount, stage),
    ),
  };
}

function usedStages({ stageCount, days }: ClassCounts): boolean[] {
  const seen = new Float64Array(stageCount);
  for (let cell = 0; cell < days.length; cell += 1) {
    const stage = Math.floor(cell / BIN_COUNT) % stageCount;
    seen[stage] = (seen[stage] ?? 0) + (days[cell] ?? 0);
  }
  const recorded = seen.subarray(0, stageCount - 1).some((count) => count > 0);
  return Array.from(seen, (count, stage) => (stage === stageCount - 1 ? count > 0 : recorded));
}

/** Y_skc = Σ θ_c days at risk, and the events. */
function weighted(counts: ClassCounts, factors: Float64Array): HazardCounts {
  const { stageCount } = counts;
  const width = stageCount * BIN_COUNT;
  const days = new Float64Array(CAUSE_COUNT * width);
  const events = new Float64Array(CAUSE_COUNT * width);
  for (let cell = 0; cell < counts.days.length; cell += 1) {
    if (counts.days[cell] === 0) continue;
    const row = Math.floor(cell / width);
    for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
      const at = cause * width + (cell % width);
      days[at] = (days[at] ?? 0) + (factors[row * CAUSE_COUNT + cause] ?? 1) * (counts.days[cell] ?? 0);
      events[at] = (events[at] ?? 0) + (counts.events[cause]?.[cell] ?? 0);
    }
  }
  return { stageCount, days, events };
}
