import type { Day } from "../../../engine/basics/day.ts";
import { LOST, type Timelines, WON } from "../../../engine/pipeline/timelines.ts";
import { drawNormal, drawPoisson } from "../../../engine/stats/draws.ts";
import { type RandomSource, randomSource } from "../../../engine/stats/random.ts";
import { factsOf } from "../../helpers/facts-of.ts";

/** What is wrong with one stage, from a month on: the stay is longer, or more is lost a day. */
export interface Plant {
  readonly stage: number;
  readonly fromMonth: number;
  /** Stays last so many times as long, and end as they would have. */
  readonly pace: number;
  /** The chance to be lost on a day is so many times as high. */
  readonly loss: number;
}

/** Five stages alike, in each of which moving on and being lost compete: a process whose truth is known. */
export interface PlantedWorld {
  readonly months: number;
  readonly aMonth: number;
  readonly plant: Plant | null;
}

export const STAGE_COUNT = 5;
const MONTH_DAYS = 30.4375;
const START_DAY = 18262;
const MEAN_AMOUNT = 10_000;
const AMOUNT_SPREAD = 0.6;
/** Moving on: Weibull, so that the chance rises with age; being lost: the same chance every day. */
const MOVE_SHAPE = 1.3;
const MOVE_SCALE = 18;
const LOSS_MEAN_DAYS = 55;

interface Life {
  readonly amount: number;
  readonly days: Day[];
  readonly targets: number[];
}

/** The chances of one deal, drawn once, so that two truths differ by the plant alone: two a stage. */
type Luck = readonly (readonly [move: number, loss: number])[];

function luck(random: RandomSource): Luck {
  return Array.from({ length: STAGE_COUNT }, () => [random.uniform(), random.uniform()] as const);
}

function effectOn(plant: Plant | null, stage: number, entered: Day): { pace: number; loss: number } {
  const isPlanted = plant !== null && plant.stage === stage && entered >= monthStart(plant.fromMonth);
  return isPlanted ? plant : { pace: 1, loss: 1 };
}

function monthStart(month: number): Day {
  return START_DAY + Math.round(month * MONTH_DAYS);
}

/** Days until a stay ends and how, given that it has lasted `age` days by the process's own clock. */
function stayEnd([move, loss]: readonly [number, number], age: number, lossFactor: number) {
  const gone = (age / MOVE_SCALE) ** MOVE_SHAPE;
  const moving = MOVE_SCALE * (gone - Math.log(1 - move)) ** (1 / MOVE_SHAPE) - age;
  const losing = (-Math.log(1 - loss) * LOSS_MEAN_DAYS) / lossFactor;
  return { days: Math.min(moving, losing), isLost: losing < moving };
}

/** Runs a life on from a stage, in which it has been for `age` days by the process's own clock. */
function live(plant: Plant | null, life: Life, from: Day, age: number, chances: Luck): Life {
  const { days, targets } = life;
  let day = from;
  for (let stage = targets[targets.length - 1] ?? 0; stage >= 0; ) {
    const { pace, loss } = effectOn(plant, stage, day);
    const isFirst = day === from;
    const end = stayEnd(chances[stage] ?? [0.5, 0.5], isFirst ? age : 0, loss);
    day += Math.floor(end.days * pace) + (isFirst && age > 0 ? 1 : 0);
    stage = end.isLost ? LOST : stage + 1 < STAGE_COUNT ? stage + 1 : WON;
    days.push(day);
    targets.push(stage);
  }
  return life;
}

function arriving(random: RandomSource, aMonth: number, from: Day, to: Day): { day: Day; amount: number }[] {
  const deals: { day: Day; amount: number }[] = [];
  for (let day = from; day <= to; day += 1) {
    for (let count = drawPoisson(random, aMonth / MONTH_DAYS); count > 0; count -= 1)
      deals.push({ day, amount: Math.round(MEAN_AMOUNT * Math.exp(AMOUNT_SPREAD * drawNormal(random))) });
  }
  return deals;
}

/** A history as a sheet would tell it at the end of its months. */
export function plantedHistory({ months, aMonth, plant }: PlantedWorld, seed: number) {
  const random = randomSource(seed);
  const asOfDay = monthStart(months) - 1;
  const lives = arriving(random, aMonth, START_DAY, asOfDay).map(({ day, amount }) =>
    live(plant, { amount, days: [day], targets: [0] }, day, 0, luck(random)),
  );
  return { asOfDay, lives, timelines: timelinesOf(lives) };
}

const YEAR_DAYS = 364;

/** What the end of the plant truly brings a quarter: both truths run on from the same day with the same luck. */
export function trueWorth(
  { aMonth, plant }: PlantedWorld,
  lives: readonly Life[],
  asOfDay: Day,
  draws: number,
): number {
  const random = randomSource(7);
  const until = asOfDay + YEAR_DAYS;
  const open = lives.filter(({ days }) => (days[days.length - 1] ?? 0) > asOfDay);
  const gain = (start: (plant: Plant | null) => Life): number =>
    wonBy(start(null), until) - wonBy(start(plant), until);
  let sum = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const life of open) {
      const chances = luck(random);
      sum += gain((next) => goOn(plant, next, life, asOfDay, chances));
    }
    for (const { day, amount } of arriving(random, aMonth, asOfDay + 1, until)) {
      const chances = luck(random);
      sum += gain((next) => live(next, { amount, days: [day], targets: [0] }, day, 0, chances));
    }
  }
  return sum / draws / 4;
}

/** An open life goes on from where it stands; its days so far passed under the plant, if it was one of its. */
function goOn(plant: Plant | null, next: Plant | null, life: Life, asOfDay: Day, chances: Luck): Life {
  const known = life.days.filter((day) => day <= asOfDay).length;
  const [stage, entered] = [life.targets[known - 1] ?? 0, life.days[known - 1] ?? 0];
  const age = Math.max(0.5, asOfDay - entered) / effectOn(plant, stage, entered).pace;
  const under = effectOn(plant, stage, entered).pace > 1 || effectOn(plant, stage, entered).loss > 1;
  const start = {
    amount: life.amount,
    days: life.days.slice(0, known),
    targets: life.targets.slice(0, known),
  };
  // A stay that began before the plant is none of its, now as then.
  return live(under ? next : later(next, asOfDay), start, asOfDay, age, chances);
}

/** The plant for stays yet to begin. */
function later(plant: Plant | null, asOfDay: Day): Plant | null {
  return plant && { ...plant, fromMonth: (asOfDay + 1 - START_DAY) / MONTH_DAYS };
}

function wonBy({ amount, days, targets }: Life, until: Day): number {
  const last = targets.length - 1;
  return targets[last] === WON && (days[last] ?? 0) <= until ? amount : 0;
}

function timelinesOf(lives: readonly Life[]): Timelines {
  return {
    stages: Array.from({ length: STAGE_COUNT }, (_, i) => ({ name: `Stage ${i + 1}`, order: i + 1 })),
    shape: "history",
    currency: "EUR",
    excludedCount: 0,
    deals: lives.map(({ amount, days, targets }, i) => ({
      facts: factsOf(i, { amount, createdDay: days[0] ?? 0 }),
      days,
      targets,
      undatedOutcome: null,
      statedStage: null,
    })),
  };
}
