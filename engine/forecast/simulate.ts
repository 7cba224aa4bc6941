import { momentsOf } from "./amount-moments.ts";
import { type ArrivalModel, arrivalRates } from "./arrivals.ts";
import { type ClosingRatio, drawLevel } from "./closing-ratio.ts";
import { drawNew, newStreams, type Stream } from "./draw-new.ts";
import { drawOpen, type OpenStake, type OpenSum } from "./draw-open.ts";
import { fillPeriodWins } from "./fill-period-wins.ts";
import type { Model } from "./model.ts";
import type { OpenDeals, OpenKinds } from "./open-deals.ts";
import { openWins } from "./open-wins.ts";
import type { Pace } from "./pace.ts";
import { cellFactors, drawParameters, type Parameters } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { emptyPeriodWins, type PeriodWins } from "./period-wins.ts";
import type { Pool } from "./pool.ts";
import { type KindSums, kindSums, type Rest, restOf, splitBySize } from "./rest-of-deals.ts";
import { factorsAt, groupFactors, type ScoreGroups } from "./score-groups.ts";
import type { SharedCustomers } from "./shared-customers.ts";
import { type Streams, streamsOf } from "./streams.ts";

/** Everything a simulation draws from. */
export interface Scene {
  readonly model: Model;
  /** How the pace may go on: as the model has it, or as it is to be imagined. */
  readonly pace: Pace;
  readonly grid: PeriodGrid;
  /** Groups for which win curves are made. */
  readonly groups: ScoreGroups;
  /** Finer groups, for the stay that open deals are in. */
  readonly scores: ScoreGroups;
  readonly open: OpenDeals;
  readonly kinds: OpenKinds;
  /** What each open deal should bring at closing; NaN: drawn from `wonAmounts`. */
  readonly openAmounts: Float64Array;
  readonly closing: ClosingRatio;
  readonly wonAmounts: Float64Array;
  readonly shared: SharedCustomers;
  readonly arrivals: ArrivalModel;
  readonly pool: Pool;
}

/** Possible futures: won amount by draw and period. */
export interface Futures {
  readonly draws: number;
  readonly periods: number;
  /** By draw, period. */
  readonly fromOpen: Float64Array;
  readonly fromNew: Float64Array;
  /** `fromOpen` of the same draws without the open deals of each list asked for. */
  readonly fromOpenWithout: readonly Float64Array[];
  /** What was to be expected, open and new, under each guess at the parameters. By guess, period. */
  readonly expected: Float64Array;
}

const DRAWS_A_GUESS = 10;

/**
 * How many guesses at the parameters so many draws are made under.
 * @example guessesFor(250) // => 25
 */
export function guessesFor(draws: number): number {
  return Math.ceil(draws / DRAWS_A_GUESS);
}

/**
 * Draws futures: a guess at the parameters, then ten outcomes under it, and so on. Each open deal wins in one
 * period at most; new deals win as a Poisson stream with amounts of recent deals. The same seed gives the same
 * futures; the first periods are the same however many follow, and the first draws however many are made. Scenes
 * that differ share their random numbers. `without`: for each case, 1 for the open deals that are lost in it.
 * Source: method.md 6.10.
 */
export function simulate(
  scene: Scene,
  draws: number,
  seed: number,
  without: readonly Uint8Array[] = [],
): Futures {
  const { model, grid, kinds } = scene;
  const periods = grid.periods.length;
  const guesses = guessesFor(draws);
  const room = (): Float64Array => new Float64Array(draws * periods);
  const futures = { draws, periods, fromOpen: room(), fromNew: room(), fromOpenWithout: without.map(room) };
  const expected = new Float64Array(guesses * periods);
  const wins = emptyPeriodWins(model, grid, scene.groups.count);
  const chances = new Float64Array(kinds.count * periods);
  const stakes = stakesOf(scene, without);
  const sizes = scene.pool.cells.map(({ amounts }) => momentsOf(amounts));
  const ratesOf = arrivalRates(scene.arrivals, grid);
  for (let guess = 0; guess < guesses; guess += 1) {
    const streams = streamsOf(seed, guess, periods);
    drawChances(scene, streams, wins, chances);
    const fresh = newStreams(scene, wins, ratesOf(streams), sizes);
    const level = drawLevel(scene.closing, streams.parameters);
    const all = restOf(stakes.all, chances, periods, level);
    expected.set(expectedOf(all, fresh), guess * periods);
    const sums = stakes.sums.map(
      ({ lost, rest }, i): OpenSum => ({
        lost,
        rest: restOf(rest, chances, periods, level),
        into: i === 0 ? futures.fromOpen : (futures.fromOpenWithout[i - 1] ?? room()),
      }),
    );
    const last = Math.min(draws, (guess + 1) * DRAWS_A_GUESS);
    for (let draw = guess * DRAWS_A_GUESS; draw < last; draw += 1) {
      drawOpen(stakes.stake, chances, sums, streams, draw * periods, level);
      drawNew(fresh, streams.periods, futures.fromNew, draw * periods);
    }
  }
  return { ...futures, expected };
}

/** What open deals and new ones bring on average, by period. */
function expectedOf(open: Rest, fresh: readonly Stream[]): Float64Array {
  const sums = open.mean.slice();
  for (const { period, mean, size } of fresh) sums[period] = (sums[period] ?? 0) + mean * size.mean;
  return sums;
}

interface Stakes {
  readonly stake: OpenStake;
  /** All open deals. */
  readonly all: KindSums;
  /** The smaller deals: all of them, then those that are not lost in each case. */
  readonly sums: readonly { readonly lost: Uint8Array | null; readonly rest: KindSums }[];
}

function stakesOf(scene: Scene, without: readonly Uint8Array[]): Stakes {
  const { openAmounts, wonAmounts, shared } = scene;
  const { kindOf } = scene.kinds;
  const { spread } = scene.closing;
  const { large, rest } = splitBySize(openAmounts);
  const won = momentsOf(wonAmounts);
  const sumsOf = (deals: Int32Array): KindSums =>
    kindSums({ openAmounts, spread, kindOf }, scene.kinds.count, deals, won);
  return {
    stake: { openAmounts, spread, wonAmounts, kindOf, shared, large },
    all: sumsOf(Int32Array.from(openAmounts.keys())),
    sums: [null, ...without].map((lost) => ({
      lost,
      rest: sumsOf(lost ? rest.filter((deal) => lost[deal] !== 1) : rest),
    })),
  };
}

/** Draws a guess at the parameters and fills in the chances under it. */
function drawChances(scene: Scene, streams: Streams, wins: PeriodWins, chances: Float64Array): void {
  const { model, grid } = scene;
  const parameters = drawParameters(scene, streams);
  const factors = cellFactors(model, grid, parameters.scatter, streams.scatter);
  fillChances(scene, { parameters, factors, wins, chances });
}

/** Chances of every kind of open deal, and of new ones by group, stage and cell, under one set of parameters. */
export function fillChances(
  { model, grid, groups, scores, kinds }: Scene,
  state: { parameters: Parameters; factors: Float64Array | null; wins: PeriodWins; chances: Float64Array },
): void {
  const { parameters, factors, wins, chances } = state;
  const leaving = { onward: new Float64Array(grid.cellCount), back: new Float64Array(grid.cellCount) };
  const context = { model, grid, parameters, factors };
  const curves = groupFactors(groups, parameters.factors);
  for (let group = 0; group < groups.count; group += 1) {
    fillPeriodWins(wins, group, factorsAt(curves, group), context);
  }
  const stay = { ...context, thetas: groupFactors(scores, parameters.factors), leaving };
  for (let kind = 0; kind < kinds.count; kind += 1) {
    const open = {
      stage: kinds.stage[kind] ?? 0,
      age: kinds.age[kind] ?? 0,
      score: kinds.score[kind] ?? 0,
      group: groups.groupOf[kinds.classOf[kind] ?? 0] ?? 0,
    };
    openWins(wins, open, stay, chances, kind * grid.periods.length);
  }
}
