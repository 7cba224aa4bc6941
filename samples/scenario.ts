import type { Day } from "../engine/basics/day.ts";
import type { Duration } from "./duration.ts";

/** All that decides a simulated pipeline, as plain data: spread one scenario into another to change it. */
export interface Scenario {
  /** Whole number; the same scenario gives the same deals. */
  readonly seed: number;
  /** The first and last day on which deals arrive. */
  readonly startDay: Day;
  readonly endDay: Day;
  /** The open stages in order; leaving the last one forward is the win. */
  readonly stages: readonly StageParameters[];
  readonly followUp: FollowUp;
  readonly arrivals: Arrivals;
  readonly traits: Readonly<Record<TraitName, readonly Trait[]>>;
  readonly amounts: Amounts;
  readonly accounts: Accounts;
  /** Changes of the process on a day, such as a drop in the win rate or a slower cycle. */
  readonly effects: readonly Effect[];
  readonly quarterEnd: QuarterEnd;
  /** Whether people work on Saturdays and Sundays; if not, what falls on them is written on a day beside. */
  readonly worksWeekends: boolean;
}

export type TraitName = "owner" | "source" | "product" | "region";
export const TRAIT_NAMES = ["owner", "source", "product", "region"] as const;

/** What becomes of a visit: the four chances sum to 1 for a deal whose factors are all 1. */
export interface StageParameters {
  readonly name: string;
  /** Share of new deals that start here; sums to 1 over the stages. */
  readonly entryShare: number;
  readonly progress: number;
  /** Two stages on (or the win, where there are not two). */
  readonly skip: number;
  readonly back: number;
  readonly lost: number;
  /** Length of a visit that goes on or back. */
  readonly stay: Duration;
  /** Length of a visit that ends in a loss. */
  readonly stayLost: Duration;
}

/** The stage after the win (upsell, referrals). */
export interface FollowUp {
  readonly name: string;
  /** Share of won deals that get there. */
  readonly share: number;
  readonly delay: Duration;
}

export interface Arrivals {
  /** At the start, before growth and season. */
  readonly aMonth: number;
  readonly growthAYear: number;
  /** Twelve factors, January first. */
  readonly season: readonly number[];
  /** Spread (SD of the log) of a chance factor of each month, mean 1; 0: plain Poisson arrivals. */
  readonly spread: number;
}

/** An owner, source, product or region. A factor of 1 changes nothing. */
export interface Trait {
  readonly name: string;
  readonly share: number;
  /** Multiplies the odds of losing at each visit. */
  readonly lossFactor: number;
  /** Multiplies every stay: above 1 is slower. */
  readonly paceFactor: number;
  readonly amountFactor: number;
}

/** Log-normal amounts; a `whaleShare` of deals is `whaleFactor` times as large. */
export interface Amounts {
  readonly currency: string;
  readonly median: number;
  /** SD of the log. */
  readonly spread: number;
  readonly roundTo: number;
  readonly whaleShare: number;
  readonly whaleFactor: number;
}

export interface Accounts {
  /** Chance that a new deal belongs to an account already seen. */
  readonly repeatShare: number;
  /** SD of the log of the loss factor that the deals of one account share; 0: accounts are all alike. */
  readonly lossSpread: number;
}

/** Holds for visits that start (and deals that arrive) from `fromDay` to `untilDay`. */
export interface Effect {
  readonly fromDay: Day;
  readonly untilDay: Day;
  /** Stage names; all stages where left out. */
  readonly stages?: readonly string[];
  readonly lossFactor?: number;
  readonly paceFactor?: number;
  readonly arrivalFactor?: number;
}

/** A `share` of the wins due within `withinDays` after a quarter's end is signed in the quarter's last week. */
export interface QuarterEnd {
  readonly share: number;
  readonly withinDays: number;
}

/** The chances of a visit's ends, once the factors that apply to the deal are in. */
export interface VisitChances {
  readonly progress: number;
  readonly skip: number;
  readonly back: number;
  readonly lost: number;
}

/** `lossFactor` multiplies the odds of losing; the other ends keep their proportions. */
export function visitChances(stage: StageParameters, lossFactor: number): VisitChances {
  const lost = stage.lost * lossFactor;
  const total = stage.progress + stage.skip + stage.back + lost;
  return {
    progress: stage.progress / total,
    skip: stage.skip / total,
    back: stage.back / total,
    lost: lost / total,
  };
}

/** The product of the effects that hold for a visit to a stage that starts on a day. */
export function effectOn(
  scenario: Scenario,
  stage: StageParameters,
  day: Day,
): { readonly loss: number; readonly pace: number } {
  let loss = 1;
  let pace = 1;
  for (const effect of scenario.effects) {
    if (day < effect.fromDay || day > effect.untilDay) continue;
    if (effect.stages && !effect.stages.includes(stage.name)) continue;
    loss *= effect.lossFactor ?? 1;
    pace *= effect.paceFactor ?? 1;
  }
  return { loss, pace };
}

/** @throws RangeError where chances or shares do not sum to 1. */
export function checkScenario(scenario: Scenario): void {
  const sums: [string, number][] = scenario.stages.map((stage) => [
    stage.name,
    stage.progress + stage.skip + stage.back + stage.lost,
  ]);
  sums.push(["entry shares", scenario.stages.reduce((sum, stage) => sum + stage.entryShare, 0)]);
  for (const name of TRAIT_NAMES) {
    sums.push([name, scenario.traits[name].reduce((sum, trait) => sum + trait.share, 0)]);
  }
  for (const [what, sum] of sums) {
    if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`Scenario: ${what} sums to ${sum}, not 1.`);
  }
}
