import type { Day } from "../basics/day.ts";
import type { Period } from "../basics/period.ts";
import { type AgeScale, ageScale, BIN_COUNT } from "./age-scale.ts";
import { arrivalModel, monthlyArrivals } from "./arrivals.ts";
import { type Classes, classesOf } from "./classes.ts";
import { closingRatio, expectedRatio } from "./closing-ratio.ts";
import { type AmountEvidence, amountEvidence, wonAmounts } from "./listed-amounts.ts";
import { fitModel, type Model } from "./model.ts";
import { areFew, type OpenDeals, openDealsOf, openKinds } from "./open-deals.ts";
import { periodGrid } from "./period-grid.ts";
import { poolOf, recentArrivals } from "./pool.ts";
import { ownGroups, scoreGroups } from "./score-groups.ts";
import { sharedCustomers } from "./shared-customers.ts";
import type { Scene } from "./simulate.ts";
import type { Spells, TraitField } from "./spells.ts";
import { addWindow, emptyTally, layoutOf, MOST_BLOCKS, type Tally } from "./tally.ts";

/** What was known on a day, tallied; goes forward in time only. */
export interface Knowledge {
  readonly spells: Spells;
  readonly day: Day;
  /** Visits known when the age scale and the classes were set. */
  readonly basisVisits: number;
  readonly scale: AgeScale;
  readonly classes: Classes;
  readonly amounts: AmountEvidence;
  /** Whether an open deal's amount counts as known: never at a past cutoff, where the sheet shows its last one. */
  readonly trustsAmounts: boolean;
  readonly tally: Tally;
}

/** What is taken as known of deals, besides their stages. */
export interface Trust {
  readonly fields: readonly TraitField[];
  /** Amounts of open deals as listed, where nothing speaks against it. */
  readonly amounts: boolean;
}

const MOST_CELLS = 2_000_000;
/** Groups told apart in the stages to come, and in the stay at hand. */
const WIN_GROUPS = 6;
const STAY_GROUPS = 16;

/**
 * Tallies all that happened up to a day. Age scale and classes are set by it; `lastDay` is how far the tally may be
 * carried on by `learnUntil`.
 */
export function knowledgeOf(spells: Spells, day: Day, trust: Trust, lastDay: Day = day): Knowledge {
  const { fields } = trust;
  const amounts = amountEvidence(spells, day);
  const trustsAmounts = trust.amounts && amounts.listed;
  const scale = ageScale(spells, day);
  const mostClasses = Math.floor(
    MOST_CELLS / (spells.stageCount * BIN_COUNT * blocksWithin(spells, lastDay)),
  );
  const classes = classesOf(
    spells,
    day,
    { fields, amounts: trustsAmounts },
    Math.max(1, mostClasses),
    lastDay,
  );
  const first = firstDayOf(spells, day);
  const tally = emptyTally(layoutOf(spells, classes, scale, first, lastDay));
  addWindow(tally, spells, classes, Math.min(first, day), day);
  return { spells, day, basisVisits: visitsBy(spells, day), scale, classes, amounts, trustsAmounts, tally };
}

/** Goes on to a later day, adding what happened since; what was tallied before stays. */
export function learnUntil(knowledge: Knowledge, day: Day): Knowledge {
  const { spells, classes, tally } = knowledge;
  addWindow(tally, spells, classes, knowledge.day + 1, day);
  const amounts = amountEvidence(spells, day);
  return { ...knowledge, day, amounts, trustsAmounts: knowledge.trustsAmounts && amounts.listed };
}

/** Visits begun by a day. */
export function visitsBy({ visits }: Spells, day: Day): number {
  let count = 0;
  for (let i = 0; i < visits.count; i += 1) if ((visits.entered[i] ?? 0) <= day) count += 1;
  return count;
}

function firstDayOf({ visits }: Spells, day: Day): Day {
  return visits.entered.reduce((first, entered) => Math.min(first, entered), day);
}

function blocksWithin(spells: Spells, lastDay: Day): number {
  return Math.min(MOST_BLOCKS, Math.ceil((lastDay - firstDayOf(spells, lastDay) + 1) / 30) + 1);
}

/** The model fitted to what is known. */
export function modelOf({ tally, classes, scale }: Knowledge): Model {
  return fitModel(tally, classes, scale);
}

/** Puts together what a simulation of the given periods needs. */
export function sceneOf(knowledge: Knowledge, model: Model, periods: readonly Period[]): Scene {
  const { spells, day, classes, amounts, trustsAmounts } = knowledge;
  const open = openDealsOf(spells, classes, day);
  const recent = recentArrivals(spells, day);
  const weights = classWeights(spells, classes, open, recent);
  const groups = scoreGroups(model, weights, WIN_GROUPS);
  const scores = areFew(open) ? ownGroups(classes.count) : scoreGroups(model, weights, STAY_GROUPS);
  const won = wonAmounts(spells, day);
  const closing = closingRatio(spells, day);
  const ratio = expectedRatio(closing);
  return {
    model,
    pace: model.pace,
    grid: periodGrid(day, periods),
    groups,
    open,
    scores,
    kinds: openKinds(open, scores),
    openAmounts: Float64Array.from(open.deal, (deal) => {
      const amount = spells.deals.amount[deal] ?? Number.NaN;
      return trustsAmounts && amount > 0 ? ratio * amount : Number.NaN;
    }),
    closing,
    wonAmounts: won,
    shared: sharedCustomers(spells, open, day),
    arrivals: arrivalModel(monthlyArrivals(spells, day)),
    pool: poolOf(spells, recent, classes, groups, {
      known: (deal) => trustsAmounts || (amounts.listed && (spells.deals.closed[deal] ?? 0) <= day),
      won,
    }),
  };
}

function classWeights(spells: Spells, classes: Classes, open: OpenDeals, recent: Int32Array): Float64Array {
  const weights = new Float64Array(classes.count);
  for (const row of open.classOf) weights[row] = (weights[row] ?? 0) + 1;
  for (const i of recent) {
    const row = classes.classOf[spells.arrivals.deal[i] ?? 0] ?? 0;
    weights[row] = (weights[row] ?? 0) + 0.3;
  }
  return weights;
}
