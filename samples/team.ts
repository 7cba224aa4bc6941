import { dayOfIso } from "../engine/basics/day.ts";
import type { Duration } from "./duration.ts";
import type { Scenario, StageParameters, Trait } from "./scenario.ts";

/** The day on which the sample workbooks were "last saved": the as-of day of everything in `samples/`. */
export const SAMPLE_AS_OF = "2026-06-30";

function day(iso: string): number {
  const found = dayOfIso(iso);
  if (found === null) throw new RangeError(`${iso} is not a day.`);
  return found;
}

function weibull(shape: number, medianDays: number): Duration {
  return { kind: "weibull", shape, medianDays };
}

function trait(name: string, share: number, lossFactor = 1, paceFactor = 1, amountFactor = 1): Trait {
  return { name, share, lossFactor, paceFactor, amountFactor };
}

/** Qualification is the leaky stage, Proposal the slow one. */
const STAGES: readonly StageParameters[] = [
  {
    name: "Prospecting",
    entryShare: 0.8,
    ...{ progress: 0.8, skip: 0.05, back: 0, lost: 0.15 },
    stay: weibull(1.1, 8),
    stayLost: weibull(0.9, 18),
  },
  {
    name: "Qualification",
    entryShare: 0.15,
    ...{ progress: 0.55, skip: 0.05, back: 0.02, lost: 0.38 },
    stay: weibull(1.2, 7),
    stayLost: weibull(1.0, 10),
  },
  {
    name: "Contact",
    entryShare: 0.05,
    ...{ progress: 0.79, skip: 0.02, back: 0.04, lost: 0.15 },
    stay: { kind: "erlang", phases: 2, meanDays: 13 },
    stayLost: weibull(1.0, 16),
  },
  {
    name: "Proposal",
    entryShare: 0,
    ...{ progress: 0.74, skip: 0.03, back: 0.04, lost: 0.19 },
    stay: { kind: "erlang", phases: 2, meanDays: 36 },
    stayLost: weibull(1.1, 40),
  },
  {
    name: "Negotiation",
    entryShare: 0,
    ...{ progress: 0.79, skip: 0, back: 0.07, lost: 0.14 },
    stay: weibull(1.3, 14),
    stayLost: weibull(1.0, 19),
  },
  {
    name: "Closing",
    entryShare: 0,
    ...{ progress: 0.91, skip: 0, back: 0.03, lost: 0.06 },
    stay: weibull(1.2, 7),
    stayLost: weibull(1.0, 12),
  },
];

/** A made-up team of five that sells subscriptions and services to small companies. Nobody in it is real. */
export const sampleTeam: Scenario = {
  seed: 1,
  startDay: day("2023-07-03"),
  endDay: day(SAMPLE_AS_OF),
  stages: STAGES,
  followUp: { name: "Follow-up", share: 0.45, delay: { kind: "erlang", phases: 3, meanDays: 45 } },
  arrivals: {
    aMonth: 18,
    growthAYear: 0.12,
    season: [1.05, 1.05, 1.1, 1.0, 1.0, 0.95, 0.85, 0.65, 1.15, 1.15, 1.1, 0.95],
    spread: 0,
  },
  traits: {
    owner: [
      trait("Ana", 0.28, 0.75, 0.9),
      trait("Bruno", 0.24),
      trait("Clara", 0.22, 0.9, 1.15),
      trait("Dinis", 0.16, 1.5, 1.2),
      trait("Eva", 0.1),
    ],
    source: [
      trait("Website", 0.34),
      trait("Referral", 0.2, 0.55, 0.85),
      trait("Trade fair", 0.16, 1.1),
      trait("Cold call", 0.2, 1.6),
      trait("Partner", 0.1, 0.85, 1.1),
    ],
    product: [
      trait("Starter plan", 0.4, 0.95, 0.85, 0.5),
      trait("Team plan", 0.36),
      trait("Company plan", 0.16, 1.15, 1.25, 2.6),
      trait("Training", 0.08, 0.9, 0.8, 0.4),
    ],
    region: [trait("North", 0.4), trait("Centre", 0.3), trait("South", 0.2), trait("Islands", 0.1)],
  },
  amounts: { currency: "EUR", median: 8000, spread: 0.6, roundTo: 50, whaleShare: 0.01, whaleFactor: 4 },
  accounts: { repeatShare: 0.12, lossSpread: 0 },
  effects: [],
  quarterEnd: { share: 0, withinDays: 0 },
  worksWeekends: false,
};
