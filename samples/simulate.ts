import type { Day } from "../engine/basics/day.ts";
import { periodOf, shiftPeriod } from "../engine/basics/period.ts";
import { drawArrivals, weekdayOf } from "./arrivals.ts";
import { drawDays } from "./duration.ts";
import { branch, drawNormal, pickIndex, type Random, randomStreams } from "./random.ts";
import {
  checkScenario,
  effectOn,
  type Scenario,
  TRAIT_NAMES,
  type Trait,
  type TraitName,
  visitChances,
} from "./scenario.ts";

/** One stay in an open stage; `leftDay` null: still there. */
export interface SimulatedVisit {
  /** Index into `Scenario.stages`. */
  readonly stage: number;
  readonly enteredDay: Day;
  readonly leftDay: Day | null;
}

export interface SimulatedDeal {
  /** 1, 2, 3 … in order of arrival. */
  readonly number: number;
  /** Number of the account; deals of one account share it. */
  readonly account: number;
  readonly traits: Readonly<Record<TraitName, string>>;
  readonly amount: number;
  readonly createdDay: Day;
  readonly visits: readonly SimulatedVisit[];
  readonly outcome: "won" | "lost" | "open";
  readonly closedDay: Day | null;
  /** The day it entered the stage after the win; null where it did not. */
  readonly followUpDay: Day | null;
}

/** What the deals of one account have in common. */
interface Account {
  readonly loss: number;
  readonly region: Trait;
}

interface Nature {
  readonly account: number;
  readonly traits: readonly Trait[];
  readonly loss: number;
  readonly pace: number;
  readonly amount: number;
}

/**
 * The whole life of every deal that arrives in the scenario's span, to its win or loss, however long after
 * `endDay` that is. `knownOn` cuts the lives to what a sheet shows on a day; so a test can look at the future.
 */
export function simulate(scenario: Scenario): readonly SimulatedDeal[] {
  checkScenario(scenario);
  const [arrival, nature, life] = randomStreams(scenario.seed, 3);
  if (!arrival || !nature || !life) throw new Error("Three streams were asked for.");
  const accounts: Account[] = [];
  return drawArrivals(scenario, arrival).map((createdDay, index) =>
    simulateLife(scenario, branch(life), index + 1, createdDay, drawNature(scenario, nature, accounts)),
  );
}

/** The deal as a sheet shows it at the end of a day; null where it had not arrived. */
export function knownOn(deal: SimulatedDeal, day: Day): SimulatedDeal | null {
  if (deal.createdDay > day) return null;
  const seen = (event: Day | null): Day | null => (event !== null && event <= day ? event : null);
  const closedDay = seen(deal.closedDay);
  return {
    ...deal,
    visits: deal.visits
      .filter((visit) => visit.enteredDay <= day)
      .map((visit) => ({ ...visit, leftDay: seen(visit.leftDay) })),
    outcome: closedDay === null ? "open" : deal.outcome,
    closedDay,
    followUpDay: seen(deal.followUpDay),
  };
}

function drawNature(scenario: Scenario, random: Random, accounts: Account[]): Nature {
  const repeats = random() < scenario.accounts.repeatShare && accounts.length > 0;
  const index = repeats ? Math.floor(random() * accounts.length) : accounts.length;
  const account = accounts[index] ?? drawAccount(scenario, random);
  if (!repeats) accounts.push(account);
  const traits = TRAIT_NAMES.map((name) =>
    name === "region" ? account.region : drawTrait(scenario.traits[name], random),
  );
  return {
    account: index + 1,
    traits,
    loss: traits.reduce((product, trait) => product * trait.lossFactor, account.loss),
    pace: traits.reduce((product, trait) => product * trait.paceFactor, 1),
    amount: drawAmount(scenario, random, traits),
  };
}

function drawAccount(scenario: Scenario, random: Random): Account {
  const { lossSpread } = scenario.accounts;
  return {
    loss: lossSpread > 0 ? Math.exp(lossSpread * drawNormal(random)) : 1,
    region: drawTrait(scenario.traits.region, random),
  };
}

function drawTrait(traits: readonly Trait[], random: Random): Trait {
  const shares = traits.map((trait) => trait.share);
  const trait = traits[pickIndex(random(), shares)];
  if (!trait) throw new RangeError("Scenario: a trait has no values.");
  return trait;
}

function drawAmount(scenario: Scenario, random: Random, traits: readonly Trait[]): number {
  const { median, spread, roundTo, whaleShare, whaleFactor } = scenario.amounts;
  const factor = traits.reduce((product, trait) => product * trait.amountFactor, 1);
  const whale = random() < whaleShare ? whaleFactor : 1;
  const amount = median * factor * whale * Math.exp(spread * drawNormal(random));
  return Math.max(roundTo, Math.round(amount / roundTo) * roundTo);
}

function simulateLife(
  scenario: Scenario,
  random: Random,
  number: number,
  createdDay: Day,
  nature: Nature,
): SimulatedDeal {
  const written = (day: Day): Day => (scenario.worksWeekends ? day : nearestWorkday(day));
  const path = walk(scenario, random, createdDay, nature);
  const { name, share, delay } = scenario.followUp;
  const follows = path.won && name !== "" && random() < share;
  const followUpDay = follows ? written(path.endDay + drawDays(random, delay, 1)) : null;
  const [owner, source, product, region] = nature.traits.map((trait) => trait.name);
  return {
    number,
    account: nature.account,
    traits: { owner: owner ?? "", source: source ?? "", product: product ?? "", region: region ?? "" },
    amount: nature.amount,
    createdDay: written(createdDay),
    visits: path.visits.map((visit) => ({
      stage: visit.stage,
      enteredDay: written(visit.enteredDay),
      leftDay: written(visit.leftDay),
    })),
    outcome: path.won ? "won" : "lost",
    closedDay: written(path.endDay),
    followUpDay,
  };
}

interface Path {
  readonly visits: readonly { readonly stage: number; readonly enteredDay: Day; readonly leftDay: Day }[];
  readonly won: boolean;
  readonly endDay: Day;
}

/** From stage to stage: the end of each visit is drawn first, then its length. */
function walk(scenario: Scenario, random: Random, createdDay: Day, nature: Nature): Path {
  const { stages } = scenario;
  const visits: { stage: number; enteredDay: Day; leftDay: Day }[] = [];
  let day = createdDay;
  let at = pickIndex(
    random(),
    stages.map((stage) => stage.entryShare),
  );
  for (;;) {
    const stage = stages[at];
    if (!stage) return { visits, won: true, endDay: day };
    const effect = effectOn(scenario, stage, day);
    const { lost, progress, skip } = visitChances(stage, nature.loss * effect.loss);
    const end = pickIndex(random(), [lost, progress, skip, 1]);
    const next = end === 1 ? at + 1 : end === 2 ? at + 2 : Math.max(0, at - 1);
    const stay = end === 0 ? stage.stayLost : stage.stay;
    let leftDay = day + drawDays(random, stay, nature.pace * effect.pace);
    if (end !== 0 && next >= stages.length) leftDay = pulledToQuarterEnd(scenario, random, day, leftDay);
    visits.push({ stage: at, enteredDay: day, leftDay });
    if (end === 0) return { visits, won: false, endDay: leftDay };
    day = leftDay;
    at = next;
  }
}

function pulledToQuarterEnd(scenario: Scenario, random: Random, enteredDay: Day, winDay: Day): Day {
  const { share, withinDays } = scenario.quarterEnd;
  if (share === 0) return winDay;
  const quarterEndDay = shiftPeriod(periodOf(winDay, "quarter"), -1).endDay;
  const pulled = random() < share && winDay - quarterEndDay <= withinDays && enteredDay <= quarterEndDay;
  return pulled ? Math.max(enteredDay, quarterEndDay - Math.floor(random() * 7)) : winDay;
}

/** Saturday's work is written on Friday, Sunday's on Monday: the order of events stays. */
function nearestWorkday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday === 5 ? day - 1 : weekday === 6 ? day + 1 : day;
}
