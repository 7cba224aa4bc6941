import type { Day } from "../engine/basics/day.ts";
import { weekdayOf } from "./arrivals.ts";
import { pickEvenly, type Random, randomStreams } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import { knownOn, type SimulatedDeal, simulate } from "./simulate.ts";

/** A deal with all that people write around it. Every name is made up, and looks it. */
export interface WrittenDeal extends SimulatedDeal {
  readonly id: string;
  readonly name: string;
  readonly accountName: string;
  readonly email: string | null;
  readonly expectedCloseDay: Day;
  readonly lastActivityDay: Day;
  readonly nextStep: string | null;
  /** 0–1 */
  readonly probability: number | null;
  readonly lostReason: string | null;
}

/** The sheets' content as it stood at the end of a day. */
export interface Book {
  readonly scenario: Scenario;
  readonly asOfDay: Day;
  readonly deals: readonly WrittenDeal[];
}

const PAPER_STREAM = 3;
const BUSINESSES = [
  "Bakery",
  "Hotel",
  "Garage",
  "Dental Clinic",
  "Print Shop",
  "Law Office",
  "Farm",
  "Language School",
  "Gym",
  "Bookshop",
  "Carpentry",
  "Café",
] as const;
const NEXT_STEPS = [
  "Call back",
  "Send e-mail",
  "Book a meeting",
  "Prepare demo",
  "Ask for the budget",
] as const;
const LATE_STEPS = ["Send contract", "Discuss price", "Chase signature", "Meet the director"] as const;
const FOLLOW_UP_STEPS = ["Ask for a referral", "Offer training", "Yearly review call"] as const;
const EARLY_REASONS = ["No answer", "No need", "No budget", "Too small"] as const;
const LATE_REASONS = ["Price", "Chose a competitor", "Postponed", "No decision"] as const;

/** Simulates a scenario and writes it up as known on a day (by default the scenario's last). */
export function writeUp(scenario: Scenario, asOfDay: Day = scenario.endDay): Book {
  const random = randomStreams(scenario.seed, PAPER_STREAM + 1)[PAPER_STREAM];
  if (!random) throw new Error("A stream for the paperwork was asked for.");
  const deals: WrittenDeal[] = [];
  for (const life of simulate(scenario)) {
    const chances = drawChances(random);
    const deal = knownOn(life, asOfDay);
    if (deal) deals.push(written(deal, chances, scenario, asOfDay));
  }
  return { scenario, asOfDay, deals };
}

/** The stages by name, the win and the loss included, with the day each was entered: a history sheet's rows. */
export function stagesEntered(book: Book, deal: WrittenDeal): readonly (readonly [string, Day])[] {
  const entered: [string, Day][] = deal.visits.map((visit) => [
    stageName(book, visit.stage),
    visit.enteredDay,
  ]);
  if (deal.closedDay !== null) entered.push([closedWord(deal), deal.closedDay]);
  if (deal.followUpDay !== null) entered.push([book.scenario.followUp.name, deal.followUpDay]);
  return entered;
}

export function stageName(book: Book, stage: number): string {
  return book.scenario.stages[stage]?.name ?? "";
}

export function closedWord(deal: SimulatedDeal): string {
  return deal.outcome === "won" ? "Closed won" : "Closed lost";
}

/** One draw for each thing that may be written, as many for every deal, so that a cut changes no other deal. */
interface Chances {
  readonly email: number;
  readonly plan: number;
  readonly diligence: number;
  readonly activity: number;
  readonly step: number;
  readonly stepBlank: number;
  readonly probability: number;
  readonly reason: number;
  readonly reasonBlank: number;
}

function drawChances(random: Random): Chances {
  return {
    email: random(),
    plan: random(),
    diligence: random(),
    activity: random(),
    step: random(),
    stepBlank: random(),
    probability: random(),
    reason: random(),
    reasonBlank: random(),
  };
}

function written(deal: SimulatedDeal, chances: Chances, scenario: Scenario, asOfDay: Day): WrittenDeal {
  const { account } = deal;
  const business = BUSINESSES[account % BUSINESSES.length] ?? BUSINESSES[0];
  const accountName = `Sample ${business} ${account}`;
  return {
    ...deal,
    id: `D-${String(deal.number).padStart(4, "0")}`,
    name: `${deal.traits.product} – ${accountName}`,
    accountName,
    email: chances.email < 0.06 ? null : `contact${account}@example.com`,
    expectedCloseDay: expectedClose(deal, chances, asOfDay),
    lastActivityDay: lastActivity(deal, chances.activity, asOfDay),
    nextStep: nextStep(deal, chances, scenario),
    probability: probability(deal, chances.probability, scenario),
    lostReason: lostReason(deal, chances, scenario),
  };
}

/** Planned at the start; three in five owners move a plan that has passed on by a month at a time. */
function expectedClose(deal: SimulatedDeal, chances: Chances, asOfDay: Day): Day {
  const planDay = deal.createdDay + 45 + Math.floor(90 * chances.plan);
  const untilDay = deal.closedDay ?? asOfDay;
  const months = Math.max(0, Math.ceil((untilDay - planDay) / 30));
  return workdayBefore(chances.diligence < 0.6 ? planDay + 30 * months : planDay);
}

/** While it lives, some days ago (exponential), but not before it came to its stage; else the day it closed. */
function lastActivity(deal: SimulatedDeal, u: number, asOfDay: Day): Day {
  const lastDay = deal.visits[deal.visits.length - 1]?.enteredDay ?? deal.createdDay;
  const floorDay = deal.followUpDay ?? deal.closedDay ?? lastDay;
  if (deal.closedDay !== null && deal.followUpDay === null) return deal.closedDay;
  const meanDays = deal.followUpDay === null ? 9 : 60;
  const agoDays = Math.floor(-meanDays * Math.log(1 - u));
  return Math.max(floorDay, workdayBefore(asOfDay - agoDays));
}

function nextStep(deal: SimulatedDeal, chances: Chances, scenario: Scenario): string | null {
  if (chances.stepBlank < 0.15) return null;
  if (deal.followUpDay !== null) return pickEvenly(chances.step, FOLLOW_UP_STEPS);
  if (deal.outcome !== "open") return null;
  return pickEvenly(chances.step, isLate(deal, scenario) ? LATE_STEPS : NEXT_STEPS);
}

/** What owners type: by stage, in steps of 5 %, now and then 10 points more or less; sometimes nothing. */
function probability(deal: SimulatedDeal, u: number, scenario: Scenario): number | null {
  if (deal.outcome !== "open") return deal.outcome === "won" ? 1 : 0;
  if (u < 0.08) return null;
  const order = (deal.visits[deal.visits.length - 1]?.stage ?? 0) + 1;
  const twentieths = Math.round((20 * order) / (scenario.stages.length + 1));
  return (twentieths + (u < 0.25 ? -2 : u > 0.75 ? 2 : 0)) / 20;
}

function lostReason(deal: SimulatedDeal, chances: Chances, scenario: Scenario): string | null {
  if (deal.outcome !== "lost" || chances.reasonBlank < 0.12) return null;
  return pickEvenly(chances.reason, isLate(deal, scenario) ? LATE_REASONS : EARLY_REASONS);
}

function isLate(deal: SimulatedDeal, scenario: Scenario): boolean {
  const stage = deal.visits[deal.visits.length - 1]?.stage ?? 0;
  return stage >= scenario.stages.length / 2;
}

function workdayBefore(day: Day): Day {
  return day - Math.max(0, weekdayOf(day) - 4);
}
