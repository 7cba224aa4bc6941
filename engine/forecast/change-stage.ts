import type { Model } from "./model.ts";
import { type Parameters, pressureAt } from "./parameters.ts";
import { CAUSE_COUNT, CAUSES } from "./tally.ts";

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

/** So pressing that hardly one deal in a hundred thousand stays. */
const AT_ONCE = 12;

/**
 * The parameters with one stage left on the first day, by each cause as often as it would be in the end; from the second
 * day on the pressure is what it was a day before.
 */
export function passAtOnce(parameters: Parameters, model: Model, stage: number): Parameters {
  const { ages } = parameters;
  const cumulative = parameters.cumulative.slice();
  exitShares(parameters, model, stage).forEach((share, cause) => {
    const row = cause * model.stageCount + stage;
    for (let age = 1; age < ages; age += 1)
      cumulative[row * ages + age] = AT_ONCE * share + pressureAt(parameters, row, age - 1);
  });
  return { ...parameters, cumulative };
}

/** How often a stay ends by each cause. */
function exitShares(parameters: Parameters, model: Model, stage: number): number[] {
  const shares = CAUSES.map(() => 0);
  let here = 1;
  for (let age = 1; age < LONGEST_STAY && here > 1e-4; age += 1) {
    const steps = CAUSES.map((cause) => {
      const row = cause * model.stageCount + stage;
      return pressureAt(parameters, row, age) - pressureAt(parameters, row, age - 1);
    });
    const total = steps.reduce((sum, step) => sum + step, 0);
    if (total <= 0) continue;
    const leaving = here * (1 - Math.exp(-total));
    steps.forEach((step, cause) => {
      shares[cause] = (shares[cause] ?? 0) + (leaving * step) / total;
    });
    here -= leaving;
  }
  return shares;
}

const LONGEST_STAY = 1500;
