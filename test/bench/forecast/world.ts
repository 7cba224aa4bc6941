import { type Day, dateOfDay } from "../../../engine/basics/day.ts";
import { periodOf, shiftPeriod } from "../../../engine/basics/period.ts";
import { LOST, WON } from "../../../engine/pipeline/timelines.ts";
import { drawGamma, drawNormal, drawPoisson } from "../../../engine/stats/draws.ts";
import type { RandomSource } from "../../../engine/stats/random.ts";

/** A stage of the true process: how a visit ends, and how long it lasts (Weibull: shape, median days). */
export interface TrueStage {
  readonly progress: number;
  readonly lost: number;
  readonly back: number;
  readonly stay: readonly [shape: number, medianDays: number];
  readonly stayLost: readonly [shape: number, medianDays: number];
}

export interface TrueLevel {
  readonly share: number;
  readonly loss: number;
  readonly pace: number;
  readonly amount: number;
}

/** The true process of a bench scenario, all parameters known. */
export interface World {
  readonly name: string;
  readonly months: number;
  readonly stages: readonly TrueStage[];
  readonly aMonth: number;
  /** A month, as a factor. */
  readonly growth: number;
  readonly season: readonly number[];
  /** Scatter of a month's arrivals beyond chance (relative variance). */
  readonly spread: number;
  /** Mean size of a batch of deals that come together, with the same traits. */
  readonly batch: number;
  readonly traits: readonly (readonly TrueLevel[])[];
  readonly amountSpread: number;
  readonly whaleShare: number;
  readonly whaleFactor: number;
  /** From this month on losses and stays are multiplied, for visits that begin then. */
  readonly change: { readonly month: number; readonly loss: number; readonly pace: number } | null;
  /** Share of wins due within so many days after a quarter's end that are signed in its last week. */
  readonly pull: { readonly share: number; readonly withinDays: number } | null;
  /** How much the time in the stage before weighs on the loss of the next (0: Markov between stages). */
  readonly memory: number;
}

export interface Life {
  readonly created: Day;
  readonly levels: readonly number[];
  readonly loss: number;
  readonly pace: number;
  readonly amount: number;
  readonly days: Day[];
  readonly targets: number[];
}

export const START_DAY = 18262;

export function startOfMonth(index: number): Day {
  return shiftPeriod(periodOf(START_DAY, "month"), index).startDay;
}

/** A standing spot in the process: what continues from here. */
interface Spot {
  stage: number;
  entered: Day;
  /** Last stay over its median, or 1. */
  ratio: number;
}

function weibull(random: RandomSource, [shape, median]: readonly [number, number], after: number): number {
  const scale = median / Math.LN2 ** (1 / shape);
  const gone = (after / scale) ** shape;
  return scale * (gone - Math.log(1 - random.uniform())) ** (1 / shape);
}

function staying([shape, median]: readonly [number, number], age: number): number {
  return Math.exp(-Math.LN2 * (age / median) ** shape);
}

function changed(world: World, day: Day): { loss: number; pace: number } {
  return world.change && day >= startOfMonth(world.change.month) ? world.change : { loss: 1, pace: 1 };
}

/** Draws the end of a visit, given that it lasts past `knownUntil`. */
function nextMove(
  world: World,
  random: RandomSource,
  life: Life,
  spot: Spot,
  knownUntil: Day,
): [Day, number] {
  const stage = world.stages[spot.stage];
  if (!stage) throw new Error("no such stage");
  const effect = changed(world, spot.entered);
  const pace = life.pace * effect.pace;
  const age = Math.max(0, knownUntil - spot.entered + 0.5) / pace;
  const memory = Math.exp(world.memory * Math.tanh(Math.log(spot.ratio)));
  const loss = stage.lost * life.loss * effect.loss * memory;
  const on = staying(stage.stay, age);
  const off = staying(stage.stayLost, age);
  const weights: [number, number, number] = [stage.progress * on, loss * off, stage.back * on];
  for (;;) {
    const end = pickAt(random.uniform(), weights);
    const stay = Math.round(pace * weibull(random, end === 1 ? stage.stayLost : stage.stay, age));
    let day = Math.max(spot.entered + stay, knownUntil + 1 > spot.entered ? spot.entered : 0);
    const target =
      end === 1
        ? LOST
        : end === 2
          ? Math.max(0, spot.stage - 1)
          : spot.stage + 1 < world.stages.length
            ? spot.stage + 1
            : WON;
    if (target === WON && world.pull) day = pulled(world.pull, random, spot.entered, day);
    if (day <= knownUntil && knownUntil >= spot.entered) continue;
    spot.ratio = Math.max(0.05, (day - spot.entered) / (stage.stay[1] * pace));
    return [day, target];
  }
}

function pulled(pull: NonNullable<World["pull"]>, random: RandomSource, entered: Day, day: Day): Day {
  const quarterEnd = shiftPeriod(periodOf(day, "quarter"), -1).endDay;
  const draw = random.uniform() < pull.share;
  if (!draw || day - quarterEnd > pull.withinDays || entered > quarterEnd) return day;
  return Math.max(entered, quarterEnd - Math.floor(random.uniform() * 7));
}

/** Runs a life on from a spot until it ends, or past a day. */
function live(world: World, random: RandomSource, life: Life, spot: Spot, knownUntil: Day, until: Day): void {
  let known = knownUntil;
  for (;;) {
    const [day, target] = nextMove(world, random, life, spot, known);
    life.days.push(day);
    life.targets.push(target);
    if (target < 0 || day > until) return;
    spot.stage = target;
    spot.entered = day;
    known = day - 1;
  }
}

/** The index a uniform number falls on, by weight. */
function pickAt(uniform: number, weights: readonly number[]): number {
  let rest = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return i;
  }
  return weights.length - 1;
}

function levelsOf(world: World, random: RandomSource): number[] {
  return world.traits.map((levels) =>
    pickAt(
      random.uniform(),
      levels.map(({ share }) => share),
    ),
  );
}

function born(world: World, random: RandomSource, created: Day, levels: number[]): Life {
  let [loss, pace, size] = [1, 1, 1];
  levels.forEach((level, trait) => {
    const own = world.traits[trait]?.[level];
    loss *= own?.loss ?? 1;
    pace *= own?.pace ?? 1;
    size *= own?.amount ?? 1;
  });
  const whale = random.uniform() < world.whaleShare ? world.whaleFactor : 1;
  const amount = Math.round(10_000 * size * whale * Math.exp(world.amountSpread * drawNormal(random)));
  return { created, levels, loss, pace, amount, days: [created], targets: [0] };
}

/** Deals that arrive from one day to another, each with its life up to `until`. */
export function arrive(world: World, random: RandomSource, from: Day, to: Day, until: Day): Life[] {
  const lives: Life[] = [];
  for (let month = periodOf(from, "month"); month.startDay <= to; month = shiftPeriod(month, 1)) {
    const date = dateOfDay(month.startDay);
    const index = (date.year - 2020) * 12 + date.month - 1;
    const noise = world.spread > 0 ? drawGamma(random, 1 / world.spread, 1 / world.spread) : 1;
    const perDay =
      (world.aMonth * world.growth ** index * (world.season[date.month - 1] ?? 1) * noise) /
      30.4375 /
      world.batch;
    for (let day = Math.max(from, month.startDay); day <= Math.min(to, month.endDay); day += 1) {
      for (let batch = drawPoisson(random, perDay); batch > 0; batch -= 1) {
        const levels = levelsOf(world, random);
        const size = world.batch === 1 ? 1 : 1 + drawPoisson(random, world.batch - 1);
        for (let i = 0; i < size; i += 1) {
          const life = born(world, random, day, levels);
          live(world, random, life, { stage: 0, entered: day, ratio: 1 }, day - 1, until);
          lives.push(life);
        }
      }
    }
  }
  return lives;
}

/** A possible future of a life as it stood at the end of a day: what follows is drawn anew. */
export function reliveFrom(world: World, random: RandomSource, life: Life, day: Day, until: Day): Life {
  let known = life.days.length;
  while (known > 0 && (life.days[known - 1] ?? 0) > day) known -= 1;
  const next: Life = { ...life, days: life.days.slice(0, known), targets: life.targets.slice(0, known) };
  const spot: Spot = { stage: next.targets[known - 1] ?? 0, entered: next.days[known - 1] ?? 0, ratio: 1 };
  const before = world.stages[next.targets[known - 2] ?? 0];
  if (known > 1 && before) {
    const from = next.days[known - 2] ?? 0;
    const pace = life.pace * changed(world, from).pace;
    spot.ratio = Math.max(0.05, (spot.entered - from) / (before.stay[1] * pace));
  }
  live(world, random, next, spot, day, until);
  return next;
}

export function isOpen(life: Life, day: Day): boolean {
  const last = life.targets[life.targets.length - 1] ?? 0;
  return life.created <= day && (last >= 0 || (life.days[life.days.length - 1] ?? 0) > day);
}
