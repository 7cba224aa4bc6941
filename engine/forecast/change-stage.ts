import type { Model } from "./model.ts";
import { type Parameters, pressureAt } from "./parameters.ts";
import { CAUSE_COUNT } from "./tally.ts";

/** What is changed about one stage, the rest being as it is. */
export interface StageChange {
  readonly stage: number;
  /** How many days of the stage pass in one: the stay is shorter by it, and ends as it would have. */
  readonly clock: number;
  /** Factors on the pressure to leave, by cause. */
  readonly factors: readonly number[];
}

/** The parameters with one stage changed. */
export function changeStage(parameters: Parameters, model: Model, change: StageChange): Parameters {
  const { stage, clock, factors } = change;
  const { ages } = parameters;
  const cumulative = parameters.cumulative.slice();
  for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
    const row = cause * model.stageCount + stage;
    const factor = factors[cause] ?? 1;
    for (let age = 1; age < ages; age += 1) {
      cumulative[row * ages + age] = factor * pressureAtTime(parameters, row, clock * age);
    }
  }
  return { ...parameters, cumulative };
}

/** Λ at an age between two whole days. */
function pressureAtTime(parameters: Parameters, row: number, time: number): number {
  const day = Math.floor(time);
  const before = pressureAt(parameters, row, day);
  return before + (time - day) * (pressureAt(parameters, row, day + 1) - before);
}
