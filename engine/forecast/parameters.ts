import { drawGamma } from "../stats/draws.ts";
import type { RandomSource } from "../stats/random.ts";
import { BIN_COUNT } from "./age-scale.ts";
import { drawPath, drawRate } from "./discount-filter.ts";
import { hazardCell } from "./hazards.ts";
import type { Model } from "./model.ts";
import type { Pace } from "./pace.ts";
import { kindOf } from "./quarter-phase.ts";
import { BACK, CAUSE_COUNT, CAUSES, PHASE_COUNT } from "./tally.ts";

/** One guess at the truth: how pressing it is to leave, by age, and how the classes differ. */
export interface Parameters {
  /** Summed chance to leave before the n-th day, by cause and stage: `ages` numbers each. */
  readonly cumulative: Float64Array;
  readonly ages: number;
  /** θ by class and cause. */
  readonly factors: Float64Array;
  /** The pace that `cumulative` has in it, by cause. */
  readonly speed: readonly number[];
  /** Scatter of a single month, by cause (δ); 0 for none. */
  readonly scatter: readonly number[];
}

const MOST_AGES = 1200;

/** Days of age that a table of parameters spans; after them nothing changes. */
export function ageSpan(model: Model): number {
  const last = model.scale.binStarts.reduce((most, day) => Math.max(most, day), 1);
  return Math.min(MOST_AGES, last + 2);
}

/** The parameters at their means. */
export function meanParameters(model: Model): Parameters {
  const { hazards, pace } = model;
  const means = hazards.shape.map((shape, i) => shape / (hazards.rate[i] ?? 1));
  const speed = pace.map((paths) =>
    paths.reduce((sum, path) => sum + (path.weight * path.shape) / path.rate, 0),
  );
  return {
    cumulative: cumulate(model, means, speed),
    ages: ageSpan(model),
    factors: model.factors,
    speed,
    scatter: CAUSES.map(() => 0),
  };
}

/** A draw of all parameters: hazards and traits, and the pace from a source of its own. */
export function drawParameters(
  { model, pace }: { readonly model: Model; readonly pace: Pace },
  random: { readonly parameters: RandomSource; readonly pace: RandomSource },
): Parameters {
  const drawn = drawGammas(random.parameters, model.hazards);
  const paths = pace.map((guesses) => drawPath(random.pace, guesses));
  const speed = paths.map((path) => (path ? drawRate(random.pace, path) : 1));
  return {
    cumulative: cumulate(model, drawn, speed),
    ages: ageSpan(model),
    factors: drawFactors(model, random.parameters),
    speed,
    scatter: paths.map((path) => path?.setting.delta ?? 0),
  };
}

function drawGammas(
  random: RandomSource,
  { shape, rate }: { readonly shape: Float64Array; readonly rate: Float64Array },
): Float64Array {
  const drawn = new Float64Array(shape.length);
  for (let i = 0; i < shape.length; i += 1) drawn[i] = drawGamma(random, shape[i] ?? 0, rate[i] ?? 1);
  return drawn;
}

function drawFactors({ classes, effects }: Model, random: RandomSource): Float64Array {
  const drawn = effects.map((effect) => drawGammas(random, effect));
  const factors = new Float64Array(classes.count * CAUSE_COUNT).fill(1);
  const width = classes.traits.length;
  for (let row = 0; row < classes.count; row += 1) {
    for (let f = 0; f < width; f += 1) {
      const level = classes.levels[row * width + f] ?? 0;
      for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
        const at = row * CAUSE_COUNT + cause;
        factors[at] = (factors[at] ?? 1) * (drawn[f]?.[level * CAUSE_COUNT + cause] ?? 1);
      }
    }
  }
  return factors;
}

const MOST_A_DAY = 0.98;

/**
 * Λ_sc(a): a daily chance h by all causes becomes the pressure −ln(1 − h), shared by the causes as their chances
 * are, so that factors on it never lead past certainty.
 */
function cumulate(model: Model, hazards: Float64Array, speed: readonly number[]): Float64Array {
  const { stageCount, scale } = model;
  const ages = ageSpan(model);
  const table = new Float64Array(CAUSE_COUNT * stageCount * ages);
  const pressure = new Float64Array(BIN_COUNT);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const leadsBack = hasTargets(model.targets.back, stage * stageCount, stageCount);
    for (let bin = 0; bin < BIN_COUNT; bin += 1) {
      let total = 0;
      for (let cause = 0; cause < (leadsBack ? CAUSE_COUNT : BACK); cause += 1)
        total += hazards[hazardCell(stageCount, cause, stage, bin)] ?? 0;
      pressure[bin] = total > 0 ? -Math.log1p(-Math.min(MOST_A_DAY, total)) / total : 1;
    }
    for (let cause = 0; cause < (leadsBack ? CAUSE_COUNT : BACK); cause += 1) {
      const at = (cause * stageCount + stage) * ages;
      let age = 1;
      let sum = 0;
      for (let bin = 0; bin < BIN_COUNT; bin += 1) {
        const hazard = hazards[hazardCell(stageCount, cause, stage, bin)] ?? 0;
        const slope = hazard * (pressure[bin] ?? 1) * (speed[cause] ?? 1);
        const end = bin + 1 < BIN_COUNT ? (scale.binStarts[stage * BIN_COUNT + bin + 1] ?? 0) : ages;
        for (; age < ages && age <= end; age += 1) {
          sum += slope;
          table[at + age] = sum;
        }
      }
    }
  }
  return table;
}

function hasTargets(shares: Float64Array, from: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if ((shares[from + i] ?? 0) > 0) return true;
  return false;
}

/** Λ up to an age, past the table's end at its last slope. */
export function pressureAt(parameters: Parameters, row: number, age: number): number {
  const { cumulative, ages } = parameters;
  const at = row * ages;
  if (age < ages) return cumulative[at + age] ?? 0;
  const last = cumulative[at + ages - 1] ?? 0;
  return last + (age - ages + 1) * (last - (cumulative[at + ages - 2] ?? 0));
}

/** Λ gathered from one age to another. */
export function pressureBetween(parameters: Parameters, row: number, from: number, to: number): number {
  return pressureAt(parameters, row, to) - pressureAt(parameters, row, from);
}

/** Factors on the pressure by cause, stage and cell of the grid: week of the quarter, and a month's scatter. */
export function cellFactors(
  model: Model,
  grid: { readonly cellCount: number; readonly cellDays: number; readonly phases: Uint8Array },
  scatter: readonly number[],
  random: RandomSource,
): Float64Array | null {
  const noisy = scatter.some((delta) => delta > 0);
  if (!noisy && !model.phase.matters) return null;
  const { stageCount, phase, closing } = model;
  const months = Math.ceil((grid.cellCount * grid.cellDays) / 30);
  const noise = Array.from({ length: months }, () =>
    scatter.map((delta) => (delta > 0 ? drawGamma(random, 1 / delta, 1 / delta) : 1)),
  );
  const factors = new Float64Array(CAUSE_COUNT * stageCount * grid.cellCount);
  for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
    for (let stage = 0; stage < stageCount; stage += 1) {
      const kind = kindOf(cause, closing[stage] === true);
      for (let cell = 0; cell < grid.cellCount; cell += 1) {
        const month = Math.floor(((cell + 0.5) * grid.cellDays) / 30);
        const week = phase.factors[kind * PHASE_COUNT + (grid.phases[cell] ?? 0)] ?? 1;
        factors[(cause * stageCount + stage) * grid.cellCount + cell] =
          (phase.matters ? week : 1) * (noise[month]?.[cause] ?? 1);
      }
    }
  }
  return factors;
}
