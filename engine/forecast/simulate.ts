import { drawNormal, drawPoisson } from "../stats/draws.ts";
import { type RandomSource, randomSource } from "../stats/random.ts";
import { type ArrivalModel, drawArrivalRates } from "./arrivals.ts";
import type { Model } from "./model.ts";
import type { OpenDeals, OpenKinds } from "./open-deals.ts";
import { openWins } from "./open-wins.ts";
import { cellFactors, drawParameters, type Parameters } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { emptyPeriodWins, fillPeriodWins, type PeriodWins, winsCell } from "./period-wins.ts";
import type { Pool } from "./pool.ts";
import { factorsAt, groupFactors, type ScoreGroups } from "./score-groups.ts";

/** Everything a simulation draws from. */
export interface Scene {
  readonly model: Model;
  readonly grid: PeriodGrid;
  /** Groups for which win curves are made. */
  readonly groups: ScoreGroups;
  /** Finer groups, for the stay that open deals are in. */
  readonly scores: ScoreGroups;
  readonly open: OpenDeals;
  readonly kinds: OpenKinds;
  /** Amount each open deal would bring; NaN: drawn from `wonAmounts`. */
  readonly openAmounts: Float64Array;
  readonly wonAmounts: Float64Array;
  readonly arrivals: ArrivalModel;
  readonly pool: Pool;
}

/** Possible futures: won amount by draw and period, and how many deals. */
export interface Futures {
  readonly draws: number;
  readonly periods: number;
  /** By draw, period. */
  readonly fromOpen: Float64Array;
  readonly fromNew: Float64Array;
}

const DRAWS_A_GUESS = 25;
/** Deals simulated one by one; what the smaller ones bring together is near enough normal. */
const ONE_BY_ONE = 250;

/**
 * Draws futures: a guess at the parameters, then 25 outcomes under it, and so on. Each open deal wins in one
 * period at most; new deals win as a Poisson stream with amounts of recent deals. The same seed gives the same
 * futures. Source: method.md 6.10.
 */
export function simulate(scene: Scene, draws: number, seed: number): Futures {
  const random = randomSource(seed);
  const { model, grid } = scene;
  const periods = grid.periods.length;
  const futures: Futures = {
    draws,
    periods,
    fromOpen: new Float64Array(draws * periods),
    fromNew: new Float64Array(draws * periods),
  };
  const wins = emptyPeriodWins(model, grid, scene.groups.count);
  const chances = new Float64Array(scene.kinds.count * periods);
  const bySize = splitBySize(scene);
  const sizes = scene.pool.cells.map(({ amounts }) => moments(amounts));
  const won = moments(scene.wonAmounts);
  for (let first = 0; first < draws; first += DRAWS_A_GUESS) {
    const parameters = drawParameters(model, random);
    const factors = cellFactors(model, grid, parameters.scatter, random);
    fillChances(scene, { parameters, factors, wins, chances });
    const rates = drawArrivalRates(scene.arrivals, grid, random);
    const streams = newStreams(scene, wins, rates, sizes);
    const rest = restOf(scene, bySize.rest, chances, won);
    for (let draw = first; draw < Math.min(draws, first + DRAWS_A_GUESS); draw += 1) {
      drawOpen(scene, bySize.large, chances, rest, random, futures.fromOpen, draw * periods);
      drawNew(streams, periods, random, futures.fromNew, draw * periods);
    }
  }
  return futures;
}

/** Chances of every kind of open deal, and of new ones by group, stage and cell, under one set of parameters. */
export function fillChances(
  { model, grid, groups, scores, kinds }: Scene,
  state: { parameters: Parameters; factors: Float64Array | null; wins: PeriodWins; chances: Float64Array },
): void {
  const { parameters, factors, wins, chances } = state;
  const context = { model, grid, parameters, factors };
  const curves = groupFactors(groups, parameters.factors);
  for (let group = 0; group < groups.count; group += 1) {
    fillPeriodWins(wins, group, factorsAt(curves, group), context);
  }
  const stays = groupFactors(scores, parameters.factors);
  for (let kind = 0; kind < kinds.count; kind += 1) {
    const open = {
      stage: kinds.stage[kind] ?? 0,
      age: kinds.age[kind] ?? 0,
      theta: factorsAt(stays, kinds.score[kind] ?? 0),
      group: groups.groupOf[kinds.classOf[kind] ?? 0] ?? 0,
    };
    openWins(wins, open, context, chances, kind * grid.periods.length);
  }
}

function splitBySize({ open, openAmounts }: Scene): { large: Int32Array; rest: Int32Array } {
  const order = Int32Array.from(openAmounts.keys()).sort(
    (a, b) => sizeOf(openAmounts[b]) - sizeOf(openAmounts[a]) || a - b,
  );
  const cut = open.count <= ONE_BY_ONE * 1.5 ? open.count : ONE_BY_ONE;
  return { large: order.slice(0, cut), rest: order.slice(cut) };
}

function sizeOf(amount: number | undefined): number {
  return amount !== undefined && amount >= 0 ? amount : 0;
}

interface Moments {
  readonly mean: number;
  readonly square: number;
}

interface Rest {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Mean and deviation, by period, of what all smaller deals bring together. */
function restOf(scene: Scene, rest: Int32Array, chances: Float64Array, won: Moments): Rest {
  const periods = scene.grid.periods.length;
  const mean = new Float64Array(periods);
  const variance = new Float64Array(periods);
  for (const deal of rest) {
    const amount = scene.openAmounts[deal] ?? Number.NaN;
    const [first, second] = amount >= 0 ? [amount, amount * amount] : [won.mean, won.square];
    const at = (scene.kinds.kindOf[deal] ?? 0) * periods;
    for (let p = 0; p < periods; p += 1) {
      const chance = chances[at + p] ?? 0;
      mean[p] = (mean[p] ?? 0) + chance * first;
      variance[p] = (variance[p] ?? 0) + chance * second - (chance * first) ** 2;
    }
  }
  return { mean, deviation: variance.map((value) => Math.sqrt(Math.max(0, value))) };
}

function moments(values: Float64Array): Moments {
  if (values.length === 0) return { mean: 0, square: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, square: values.reduce((sum, value) => sum + value * value, 0) / values.length };
}

function drawOpen(
  scene: Scene,
  large: Int32Array,
  chances: Float64Array,
  rest: Rest,
  random: RandomSource,
  into: Float64Array,
  at: number,
): void {
  const periods = scene.grid.periods.length;
  for (const deal of large) {
    let left = random.uniform();
    const row = (scene.kinds.kindOf[deal] ?? 0) * periods;
    for (let p = 0; p < periods; p += 1) {
      left -= chances[row + p] ?? 0;
      if (left >= 0) continue;
      into[at + p] = (into[at + p] ?? 0) + amountOf(scene, deal, random);
      break;
    }
  }
  for (let p = 0; p < periods; p += 1) {
    const deviation = rest.deviation[p] ?? 0;
    if (deviation > 0)
      into[at + p] = (into[at + p] ?? 0) + Math.max(0, (rest.mean[p] ?? 0) + deviation * drawNormal(random));
  }
}

function amountOf({ openAmounts, wonAmounts }: Scene, deal: number, random: RandomSource): number {
  const amount = openAmounts[deal] ?? Number.NaN;
  return amount >= 0 ? amount : pick(wonAmounts, random);
}

function pick(values: Float64Array, random: RandomSource): number {
  return values.length === 0 ? 0 : (values[Math.floor(random.uniform() * values.length)] ?? 0);
}

/** New deals of one kind that win in one period: how many to expect, and what they bring. */
interface Stream {
  readonly period: number;
  readonly mean: number;
  readonly amounts: Float64Array;
  readonly size: Moments;
}

function newStreams(
  { model, grid, pool }: Scene,
  wins: PeriodWins,
  rates: Float64Array,
  sizes: readonly Moments[],
): Stream[] {
  const periods = grid.periods.length;
  return pool.cells.flatMap(({ stage, group, share, amounts }, kind) => {
    const means = new Float64Array(periods);
    for (let cell = 0; cell < grid.cellCount; cell += 1) {
      const at = winsCell(model, grid, group, stage, cell);
      const count = (rates[cell] ?? 0) * grid.cellDays * share;
      for (let p = 0; p < periods; p += 1) means[p] = (means[p] ?? 0) + count * (wins.wins[at + p] ?? 0);
    }
    const size = sizes[kind] ?? { mean: 0, square: 0 };
    return Array.from(means, (mean, period) => ({ period, mean, amounts, size }));
  });
}

const COUNTED_ONE_BY_ONE = 400;

function drawNew(
  streams: readonly Stream[],
  periods: number,
  random: RandomSource,
  into: Float64Array,
  at: number,
): void {
  for (const { period, mean, amounts, size } of streams) {
    if (mean <= 0) continue;
    const cell = at + Math.min(period, periods - 1);
    const count = drawPoisson(random, mean);
    if (count > COUNTED_ONE_BY_ONE) {
      const deviation = Math.sqrt(count * Math.max(0, size.square - size.mean * size.mean));
      into[cell] = (into[cell] ?? 0) + Math.max(0, count * size.mean + deviation * drawNormal(random));
      continue;
    }
    for (let i = 0; i < count; i += 1) into[cell] = (into[cell] ?? 0) + pick(amounts, random);
  }
}
