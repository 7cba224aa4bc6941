import { type AgeScale, BIN_COUNT } from "./age-scale.ts";
import { type Expectation, priorStrength } from "./count-prior.ts";
import { BACK, CAUSE_COUNT, CAUSES, LOSS } from "./tally.ts";

/** The chance to leave on a day, by cause, stage and age bin, each known as Gamma(shape, rate). */
export interface Hazards {
  readonly shape: Float64Array;
  readonly rate: Float64Array;
}

/** Events and weighted days at risk by cause, stage and bin. */
export interface HazardCounts {
  readonly stageCount: number;
  readonly events: Float64Array;
  readonly days: Float64Array;
}

/** Place of a cell in the arrays of `Hazards` and `HazardCounts`. */
export function hazardCell(stageCount: number, cause: number, stage: number, bin: number): number {
  return (cause * stageCount + stage) * BIN_COUNT + bin;
}

/**
 * Daily chances to leave a stage, drawn to what all stages have in common where a stage has seen little: first the
 * cause's rate over all stages (g), then the stage's own level (R), then the shape over ages that stages share (ρ).
 *
 * Formula: R_sc = (N_sc + 2) / (Y_sc + 2/(g_c m/τ_s)); ρ_ck = (O_ck + 3)/(E_ck + 3); λ ~ Gamma(N + κ, Y + κ/(Rρ)).
 * Source: gamma–Poisson shrinkage, Holford 1980; method.md 6.3.
 */
export function hazardsOf(counts: HazardCounts, scale: AgeScale): Hazards {
  const shape = new Float64Array(counts.events.length);
  const rate = new Float64Array(counts.events.length);
  for (const cause of CAUSES) {
    const prior = priorMeans(counts, scale, cause);
    for (const bins of [
      [0, 1],
      [1, BIN_COUNT],
    ] as const) {
      const cells = cellsOf(counts, cause, bins);
      const kappa = priorStrength(
        cells.map(
          (cell): Expectation => ({
            observed: counts.events[cell] ?? 0,
            expected: (counts.days[cell] ?? 0) * (prior[cell] ?? 0),
          }),
        ),
      );
      for (const cell of cells) {
        shape[cell] = (counts.events[cell] ?? 0) + kappa;
        rate[cell] = (counts.days[cell] ?? 0) + kappa / (prior[cell] ?? 1);
      }
    }
  }
  return { shape, rate };
}

function cellsOf(
  { stageCount }: HazardCounts,
  cause: number,
  [from, to]: readonly [number, number],
): number[] {
  const cells: number[] = [];
  for (let stage = 0; stage < stageCount; stage += 1) {
    for (let bin = from; bin < to; bin += 1) cells.push(hazardCell(stageCount, cause, stage, bin));
  }
  return cells;
}

/** Most likely rates before anything is seen, in events a typical stay (τ). */
const PRIOR_EVENTS_A_STAY = [0.5, 0.25, 0.02];

/** μ = R_sc ρ_ck for every stage and bin of a cause. */
function priorMeans(counts: HazardCounts, scale: AgeScale, cause: number): Float64Array {
  const { stageCount, events, days } = counts;
  const stages = [...Array(stageCount).keys()];
  const total = (of: Float64Array, stage: number): number => {
    let sum = 0;
    for (let bin = 0; bin < BIN_COUNT; bin += 1) sum += of[hazardCell(stageCount, cause, stage, bin)] ?? 0;
    return sum;
  };
  const allEvents = stages.reduce((sum, stage) => sum + total(events, stage), 0);
  const allDays = stages.reduce((sum, stage) => sum + total(days, stage), 0);
  const perDay = (PRIOR_EVENTS_A_STAY[cause] ?? 0.1) / scale.pooled;
  const common = (allEvents + 1) / (allDays + 1 / perDay);
  const levels = stages.map((stage) => {
    const expected = (common * scale.pooled) / (scale.tau[stage] ?? scale.pooled);
    return (total(events, stage) + 2) / (total(days, stage) + 2 / expected);
  });
  const shape = sharedShape(counts, cause, levels);
  const means = new Float64Array(CAUSE_COUNT * stageCount * BIN_COUNT);
  for (const stage of stages) {
    for (let bin = 0; bin < BIN_COUNT; bin += 1) {
      const cell = hazardCell(stageCount, cause, stage, bin);
      means[cell] = Math.min(mostAtOnce(cause), (levels[stage] ?? 0) * (shape[bin] ?? 1));
    }
  }
  return means;
}

function mostAtOnce(cause: number): number {
  return cause === LOSS || cause === BACK ? 0.4 : 0.9;
}

/** ρ_ck: how the chance goes with age, over all stages. */
function sharedShape(counts: HazardCounts, cause: number, levels: readonly number[]): Float64Array {
  const { stageCount, events, days } = counts;
  const shape = new Float64Array(BIN_COUNT);
  for (let bin = 0; bin < BIN_COUNT; bin += 1) {
    let [observed, expected] = [0, 0];
    for (let stage = 0; stage < stageCount; stage += 1) {
      const cell = hazardCell(stageCount, cause, stage, bin);
      observed += events[cell] ?? 0;
      expected += (days[cell] ?? 0) * (levels[stage] ?? 0);
    }
    shape[bin] = (observed + 3) / (expected + 3);
  }
  return shape;
}
