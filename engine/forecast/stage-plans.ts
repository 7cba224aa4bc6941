import type { RandomSource } from "../stats/random.ts";
import { type Halves, halvesOf } from "./best-half.ts";
import { changeStage, passAtOnce } from "./change-stage.ts";
import type { ForecastBasis } from "./forecast-basis.ts";
import type { Model } from "./model.ts";
import { meanParameters, type Parameters, pressureAt } from "./parameters.ts";
import { exposureByBlock, exposureByOwner, periodsOf } from "./stage-exposure.ts";
import { BACK, CAUSES, LOSS, PROGRESS } from "./tally.ts";

/** What a stage would have to be like for its worth to come about. */
export type Counterfactual =
  /** Mean days of a stay as of late, and in the better half of the stage's quarters. */
  | { readonly kind: "faster"; readonly nowDays: number; readonly thenDays: number }
  /** Share of its deals that a stage loses as of late, and as the better half of its quarters or of owners lose. */
  | {
      readonly kind: "fewer-lost";
      readonly by: "quarter" | "owner";
      readonly nowShare: number;
      readonly thenShare: number;
    };

/** One draw of the process as it is of late, and as it would be. */
export interface PlannedDraw {
  readonly asIs: Parameters;
  readonly asIf: Parameters;
  /** Days that each kind of open deal has stood in its stage by the clock of `asIf`. */
  readonly ages: Int32Array;
}

/** A stage to be changed, and how. */
export interface StageRerun {
  readonly stage: number;
  readonly draw: (drawn: Parameters, random: RandomSource) => PlannedDraw;
}

/** The same with what it means in days or shares. */
export interface StagePlan extends StageRerun {
  readonly counterfactual: Counterfactual;
}

/** The stage as quick as in the better half of its quarters; null where it is so already. */
export function fasterStage({ knowledge, scene }: ForecastBasis, stage: number): StagePlan | null {
  const { model, kinds } = scene;
  const { groups, isLate } = periodsOf(exposureByBlock(knowledge.tally, stage, CAUSES));
  const halves = halvesOf(groups, "more", isLate);
  if (halves === null || halves.best <= halves.late) return null;
  const { meanDays } = stayOf(model, stage, 1);
  return {
    stage,
    counterfactual: { kind: "faster", nowDays: 1 / halves.late - 1, thenDays: 1 / halves.best - 1 },
    draw: (drawn, random) => {
      const { late, best } = halves.draw(random);
      const factors = drawn.speed.map((speed) => 1 / speed);
      return {
        asIs: changeStage(drawn, model, { stage, clock: meanDays * late, factors }),
        asIf: changeStage(drawn, model, { stage, clock: meanDays * best, factors }),
        ages: kinds.age.map((age, kind) =>
          kinds.stage[kind] === stage ? Math.round((age * late) / best) : age,
        ),
      };
    },
  };
}

/** The stage losing no more than the better half of its quarters, or of owners; null where neither loses less. */
export function fewerLost({ knowledge, scene }: ForecastBasis, stage: number): StagePlan | null {
  const { model, kinds } = scene;
  const { groups, isLate } = periodsOf(exposureByBlock(knowledge.tally, stage, [LOSS]));
  const byQuarter = halvesOf(groups, "fewer", isLate);
  const byOwner = halvesOf(exposureByOwner(knowledge.tally, knowledge.classes, stage, LOSS), "fewer");
  const by = fallOf(byOwner) < fallOf(byQuarter) ? "owner" : "quarter";
  const halves = by === "owner" ? byOwner : byQuarter;
  if (halves === null || fallOf(halves) >= 1) return null;
  const { meanDays, lostShare } = stayOf(model, stage, 1);
  const factorOf = (rate: number): number => (rate * meanDays) / lostShare;
  return {
    stage,
    counterfactual: {
      kind: "fewer-lost",
      by,
      nowShare: stayOf(model, stage, factorOf(halves.late)).lostShare,
      thenShare: stayOf(model, stage, factorOf(halves.best)).lostShare,
    },
    draw: (drawn, random) => {
      const { late, best } = halves.draw(random);
      const pace = drawn.speed[LOSS] ?? 1;
      const at = (rate: number): Parameters =>
        changeStage(drawn, model, { stage, clock: 1, factors: factorsOf(factorOf(rate) / pace) });
      return { asIs: at(late), asIf: at(best), ages: kinds.age };
    },
  };
}

function fallOf(halves: Halves | null): number {
  return halves === null ? 1 : halves.best / halves.late;
}

/**
 * The stage passed on the day of entry, each deal ending as it would have: as if it were merged with its neighbour. Deals
 * that stand there now end as they would, and when they would.
 */
export function withoutStage({ scene }: ForecastBasis, stage: number): StageRerun {
  const { model, kinds } = scene;
  const ages = kinds.age.map((age, kind) => (kinds.stage[kind] === stage ? age + 1 : age));
  return { stage, draw: (drawn) => ({ asIs: drawn, asIf: passAtOnce(drawn, model, stage), ages }) };
}

function factorsOf(loss: number): number[] {
  return CAUSES.map((cause) => (cause === LOSS ? loss : 1));
}

const LONGEST_STAY = 1500;

/**
 * Mean days of a stay, the day it ends included, and the share that ends in a loss, at the means of all parameters over
 * all of history; with the chance to be lost on a day changed by a factor.
 */
function stayOf(model: Model, stage: number, lossFactor: number): { meanDays: number; lostShare: number } {
  const parameters = meanParameters(model);
  const step = (cause: (typeof CAUSES)[number], age: number): number => {
    const row = cause * model.stageCount + stage;
    return (
      (pressureAt(parameters, row, age) - pressureAt(parameters, row, age - 1)) /
      (parameters.speed[cause] ?? 1)
    );
  };
  let [here, meanDays, lostShare] = [1, 0, 0];
  for (let age = 1; age < LONGEST_STAY && here > 1e-4; age += 1) {
    const leaking = lossFactor * step(LOSS, age);
    const total = leaking + step(PROGRESS, age) + step(BACK, age);
    meanDays += here;
    if (total <= 0) continue;
    const leaving = here * (1 - Math.exp(-total));
    lostShare += (leaving * leaking) / total;
    here -= leaving;
  }
  return { meanDays, lostShare };
}
