import { BIN_COUNT } from "./age-scale.ts";
import type { Classes } from "./classes.ts";
import { type Expectation, priorStrength } from "./count-prior.ts";
import { type Hazards, hazardCell } from "./hazards.ts";
import { CAUSE_COUNT, CAUSES } from "./tally.ts";

/** How much faster a trait's level leaves than the rest, by cause: Gamma(shape, rate), mean 1 where it does not matter. */
export interface TraitEffect {
  /** By level and cause. */
  readonly shape: Float64Array;
  readonly rate: Float64Array;
}

/** Days at risk and events by class, stage and bin, all blocks together. */
export interface ClassCounts {
  readonly stageCount: number;
  readonly days: Float64Array;
  readonly events: readonly Float64Array[];
}

const STRENGTHS = [2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096];

/** Effects of 1 for every trait, cause and level: where backfitting starts. */
export function neutralEffects(classes: Classes): TraitEffect[] {
  return classes.traits.map(({ names }) => {
    const ones = () =>
      new Float64Array(names.length * CAUSE_COUNT).fill(STRENGTHS[STRENGTHS.length - 1] ?? 1);
    return { shape: ones(), rate: ones() };
  });
}

/** θ of each class and cause: the product of its levels' means. */
export function classFactors(classes: Classes, effects: readonly TraitEffect[]): Float64Array {
  const factors = new Float64Array(classes.count * CAUSE_COUNT).fill(1);
  const width = classes.traits.length;
  for (let row = 0; row < classes.count; row += 1) {
    for (let f = 0; f < width; f += 1) {
      const level = classes.levels[row * width + f] ?? 0;
      for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
        const cell = level * CAUSE_COUNT + cause;
        const mean = (effects[f]?.shape[cell] ?? 1) / (effects[f]?.rate[cell] ?? 1);
        factors[row * CAUSE_COUNT + cause] = (factors[row * CAUSE_COUNT + cause] ?? 1) * mean;
      }
    }
  }
  return factors;
}

/**
 * One pass of backfitting: each trait in turn is judged by what its levels' deals did against what was expected of
 * them, everything else accounted for. κ by marginal likelihood, so that a trait that does not help shrinks to 1.
 *
 * Formula: θ_flc ~ Gamma(O + κ_f, E + κ_f). Source: method.md 6.5.
 */
export function refitTraits(
  counts: ClassCounts,
  classes: Classes,
  hazards: Hazards,
  effects: readonly TraitEffect[],
): TraitEffect[] {
  const { observed, expected } = classTotals(counts, classes.count, hazards);
  const current = [...effects];
  classes.traits.forEach((trait, f) => {
    current[f] = refitTrait(trait.names.length, f, { classes, observed, expected, effects: current });
  });
  return current;
}

interface Totals {
  readonly classes: Classes;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly effects: readonly TraitEffect[];
}

function refitTrait(levelCount: number, f: number, totals: Totals): TraitEffect {
  const { classes, observed, expected, effects } = totals;
  const others = effects.map((effect, i) => (i === f ? flat(effect) : effect));
  const factors = classFactors(classes, others);
  const cells = Array.from({ length: levelCount * CAUSE_COUNT }, () => ({ observed: 0, expected: 0 }));
  for (let row = 0; row < classes.count; row += 1) {
    const level = classes.levels[row * classes.traits.length + f] ?? 0;
    for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
      const cell = cells[level * CAUSE_COUNT + cause];
      const at = row * CAUSE_COUNT + cause;
      if (!cell) continue;
      cell.observed += observed[at] ?? 0;
      cell.expected += (expected[at] ?? 0) * (factors[at] ?? 1);
    }
  }
  const shape = new Float64Array(cells.length);
  const rate = new Float64Array(cells.length);
  for (const cause of CAUSES) {
    const own = cells.filter((_, i) => i % CAUSE_COUNT === cause);
    const kappa = priorStrength(own as readonly Expectation[], STRENGTHS);
    own.forEach((cell, level) => {
      shape[level * CAUSE_COUNT + cause] = cell.observed + kappa;
      rate[level * CAUSE_COUNT + cause] = cell.expected + kappa;
    });
  }
  return { shape, rate };
}

function flat(effect: TraitEffect): TraitEffect {
  return { shape: effect.rate, rate: effect.rate };
}

/** Events of each class and cause, and those expected at θ = 1. */
function classTotals(counts: ClassCounts, classCount: number, hazards: Hazards) {
  const { stageCount, days, events } = counts;
  const observed = new Float64Array(classCount * CAUSE_COUNT);
  const expected = new Float64Array(classCount * CAUSE_COUNT);
  for (let row = 0; row < classCount; row += 1) {
    for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
      let seen = 0;
      let due = 0;
      for (let stage = 0; stage < stageCount; stage += 1) {
        for (let bin = 0; bin < BIN_COUNT; bin += 1) {
          const cell = (row * stageCount + stage) * BIN_COUNT + bin;
          if (days[cell] === 0) continue;
          const hazard = hazardCell(stageCount, cause, stage, bin);
          seen += events[cause]?.[cell] ?? 0;
          due += ((days[cell] ?? 0) * (hazards.shape[hazard] ?? 0)) / (hazards.rate[hazard] ?? 1);
        }
      }
      observed[row * CAUSE_COUNT + cause] = seen;
      expected[row * CAUSE_COUNT + cause] = due;
    }
  }
  return { observed, expected };
}
