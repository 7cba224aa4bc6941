import { randomSource } from "../stats/random.ts";
import { momentsOf } from "./amount-moments.ts";
import { type ArrivalModel, drawArrivalRates } from "./arrivals.ts";
import { drawNew, newStreams } from "./draw-new.ts";
import { drawOpen, restOf, splitBySize } from "./draw-open.ts";
import type { Model } from "./model.ts";
import type { OpenDeals, OpenKinds } from "./open-deals.ts";
import { openWins } from "./open-wins.ts";
import { cellFactors, drawParameters, type Parameters } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import { emptyPeriodWins, fillPeriodWins, type PeriodWins } from "./period-wins.ts";
import type { Pool } from "./pool.ts";
import { factorsAt, groupFactors, type ScoreGroups } from "./score-groups.ts";
import type { SharedCustomers } from "./shared-customers.ts";

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
  readonly shared: SharedCustomers;
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

const DRAWS_A_GUESS = 10;

/**
 * Draws futures: a guess at the parameters, then ten outcomes under it, and so on. Each open deal wins in one
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
  const stake = { ...scene, kindOf: scene.kinds.kindOf, periods };
  const bySize = splitBySize(stake);
  const sizes = scene.pool.cells.map(({ amounts }) => momentsOf(amounts));
  const won = momentsOf(scene.wonAmounts);
  for (let first = 0; first < draws; first += DRAWS_A_GUESS) {
    const parameters = drawParameters(model, random);
    const factors = cellFactors(model, grid, parameters.scatter, random);
    fillChances(scene, { parameters, factors, wins, chances });
    const rates = drawArrivalRates(scene.arrivals, grid, random);
    const streams = newStreams(scene, wins, rates, sizes);
    const rest = restOf(stake, bySize.rest, chances, won);
    for (let draw = first; draw < Math.min(draws, first + DRAWS_A_GUESS); draw += 1) {
      drawOpen(stake, bySize.large, chances, rest, random, futures.fromOpen, draw * periods);
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
