import type { Day } from "../engine/basics/day.ts";
import { DAYS_A_MONTH, expectedArrivals } from "./arrivals.ts";
import { meanDays, shareWithin } from "./duration.ts";
import { effectOn, type Scenario, type StageParameters, TRAIT_NAMES, visitChances } from "./scenario.ts";

/** What an estimator should find, computed from the scenario itself: no simulation, no estimate. */
export interface Truth {
  /** Share of deals that are won in the end. */
  readonly winRate: number;
  /** Expected arrivals a month (of 30.4 days), averaged over the scenario's span. */
  readonly arrivalsAMonth: number;
  /** Mean days from created to won, of won deals. */
  readonly wonCycleMeanDays: number;
  readonly stages: readonly StageTruth[];
}

export interface StageTruth {
  readonly stage: string;
  /** Share of all deals whose furthest stage is this one or later, or that are won. */
  readonly reachedShare: number;
  /** Chance that a deal which reached the stage gets further at all. */
  readonly conversion: number;
  /** Chance that a deal which reached the stage is won. */
  readonly eventualWin: number;
  /** Visits a deal, re-entries included, over all deals. */
  readonly visitsADeal: number;
  /** Shortest whole number of days within which half of the visits end. */
  readonly medianDays: number;
  readonly meanDays: number;
}

interface Kind {
  readonly weight: number;
  readonly loss: number;
  readonly pace: number;
}

interface Visits {
  readonly kind: Kind;
  /** Expected visits to each stage, of one deal of this kind. */
  readonly visits: readonly number[];
  /** Chance to reach each stage; the last entry is the win. */
  readonly reached: readonly number[];
  /** Chance of the win for a deal that enters each stage. */
  readonly win: readonly number[];
}

/**
 * The truth of a scenario as if the effects that hold on `day` held for ever. Quarter-end pull and the move of
 * weekend days are left out: they change days by a few, and no outcome.
 */
export function truth(scenario: Scenario, day: Day = scenario.startDay): Truth {
  const { stages } = scenario;
  const all = kindsOf(scenario).map((kind) => follow(scenario, kind, day));
  const reached = [...stages, null].map((_, index) => weigh(all, (each) => each.reached[index] ?? 0));
  const winRate = reached[stages.length] ?? 0;
  return {
    winRate,
    arrivalsAMonth: meanArrivals(scenario),
    wonCycleMeanDays: weigh(all, (each) => wonDays(scenario, each, day)) / winRate,
    stages: stages.map((stage, index) => {
      const reachedShare = reached[index] ?? 0;
      return {
        stage: stage.name,
        reachedShare,
        conversion: (reached[index + 1] ?? 0) / reachedShare,
        eventualWin: winRate / reachedShare,
        ...stageTimes(scenario, all, index, day),
      };
    }),
  };
}

/** Every mixture of traits and account with its share of the deals; mixtures with the same factors are merged. */
function kindsOf(scenario: Scenario): readonly Kind[] {
  let kinds = accountKinds(scenario.accounts.lossSpread);
  for (const name of TRAIT_NAMES) {
    const crossed = kinds.flatMap((kind) =>
      scenario.traits[name].map((trait) => ({
        weight: kind.weight * trait.share,
        loss: kind.loss * trait.lossFactor,
        pace: kind.pace * trait.paceFactor,
      })),
    );
    kinds = merged(crossed);
  }
  return kinds;
}

/** The log-normal factor of accounts on a grid from −5 to 5 SD; the trapezium rule is exact enough for a bell. */
function accountKinds(spread: number): readonly Kind[] {
  if (spread === 0) return [{ weight: 1, loss: 1, pace: 1 }];
  const grid = Array.from({ length: 41 }, (_, step) => (step - 20) / 4);
  const total = grid.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  return grid.map((z) => ({ weight: Math.exp((-z * z) / 2) / total, loss: Math.exp(spread * z), pace: 1 }));
}

function merged(kinds: readonly Kind[]): readonly Kind[] {
  const found = new Map<string, Kind>();
  for (const kind of kinds) {
    const key = `${kind.loss} ${kind.pace}`;
    found.set(key, { ...kind, weight: kind.weight + (found.get(key)?.weight ?? 0) });
  }
  return [...found.values()];
}

function follow(scenario: Scenario, kind: Kind, day: Day): Visits {
  const count = scenario.stages.length;
  const moves = scenario.stages.map((stage, index) => movesFrom(scenario, stage, index, kind, day));
  const entry = scenario.stages.map((stage) => stage.entryShare);
  const reached = Array.from({ length: count + 1 }, (_, goal) => {
    const visits = expectedVisits(moves, entry, goal);
    const straight = entry.slice(goal).reduce((sum, share) => sum + share, 0);
    return visits.reduce((sum, visit, from) => sum + visit * chanceTo(moves[from], goal), straight);
  });
  const win = moves.map((_, from) => {
    const start = moves.map((_row, index) => (index === from ? 1 : 0));
    const visits = expectedVisits(moves, start, count);
    return visits.reduce((sum, visit, at) => sum + visit * chanceTo(moves[at], count), 0);
  });
  return { kind, visits: expectedVisits(moves, entry, count), reached, win };
}

/** Chances to move from one stage to each other one; the last entry is the win, what is missing is the loss. */
function movesFrom(scenario: Scenario, stage: StageParameters, from: number, kind: Kind, day: Day): number[] {
  const count = scenario.stages.length;
  const chances = visitChances(stage, kind.loss * effectOn(scenario, stage, day).loss);
  const row: number[] = new Array(count + 1).fill(0);
  const add = (to: number, chance: number): void => {
    row[to] = (row[to] ?? 0) + chance;
  };
  add(Math.min(count, from + 1), chances.progress);
  add(Math.min(count, from + 2), chances.skip);
  add(Math.max(0, from - 1), chances.back);
  return row;
}

function chanceTo(row: readonly number[] | undefined, goal: number): number {
  return (row ?? []).slice(goal).reduce((sum, chance) => sum + chance, 0);
}

/** Expected visits to the stages before `goal` until the deal gets to `goal` or is lost (the sum of its steps). */
function expectedVisits(moves: readonly number[][], start: readonly number[], goal: number): number[] {
  let now = start.slice(0, goal);
  const visits = [...now];
  for (let left = 1; left > 1e-15; left = now.reduce((sum, share) => sum + share, 0)) {
    const from = now;
    now = from.map((_, to) => from.reduce((sum, share, at) => sum + share * (moves[at]?.[to] ?? 0), 0));
    for (const [index, share] of now.entries()) visits[index] = (visits[index] ?? 0) + share;
  }
  return visits;
}

function weigh(all: readonly Visits[], value: (each: Visits) => number): number {
  return all.reduce((sum, each) => sum + each.kind.weight * value(each), 0);
}

/** A visit belongs to a deal that will be won with the chance `win` of its stage, and is then no lost visit. */
function wonDays(scenario: Scenario, each: Visits, day: Day): number {
  return scenario.stages.reduce((sum, stage, index) => {
    const pace = each.kind.pace * effectOn(scenario, stage, day).pace;
    return sum + (each.visits[index] ?? 0) * (each.win[index] ?? 0) * meanDays(stage.stay, pace);
  }, 0);
}

function stageTimes(
  scenario: Scenario,
  all: readonly Visits[],
  index: number,
  day: Day,
): Pick<StageTruth, "visitsADeal" | "medianDays" | "meanDays"> {
  const stage = scenario.stages[index];
  if (!stage) throw new RangeError(`Scenario: there is no stage ${index}.`);
  const effect = effectOn(scenario, stage, day);
  const over = (value: (duration: StageParameters["stay"], pace: number) => number): number =>
    weigh(all, ({ kind, visits }) => {
      const { lost } = visitChances(stage, kind.loss * effect.loss);
      const pace = kind.pace * effect.pace;
      const mean = lost * value(stage.stayLost, pace) + (1 - lost) * value(stage.stay, pace);
      return (visits[index] ?? 0) * mean;
    });
  const visitsADeal = over(() => 1);
  let medianDays = 0;
  while (over((duration, pace) => shareWithin(duration, medianDays, pace)) < visitsADeal / 2) medianDays++;
  return { visitsADeal, medianDays, meanDays: over(meanDays) / visitsADeal };
}

function meanArrivals(scenario: Scenario): number {
  let sum = 0;
  for (let day = scenario.startDay; day <= scenario.endDay; day++) sum += expectedArrivals(scenario, day);
  return (sum * DAYS_A_MONTH) / (scenario.endDay - scenario.startDay + 1);
}
