import { describe, expect, it } from "vitest";
import { dayOfIso } from "../../engine/basics/day.ts";
import type { Scenario, StageParameters } from "../../samples/scenario.ts";
import { type SimulatedDeal, simulate } from "../../samples/simulate.ts";
import { sampleTeam } from "../../samples/team.ts";
import { truth } from "../../samples/truth.ts";

const plain = [{ name: "all", share: 1, lossFactor: 1, paceFactor: 1, amountFactor: 1 }];
const day = { kind: "erlang", phases: 1, meanDays: 10 } as const;

function stage(name: string, chances: Partial<StageParameters>): StageParameters {
  return {
    name,
    entryShare: 0,
    progress: 0,
    skip: 0,
    back: 0,
    lost: 0,
    stay: day,
    stayLost: day,
    ...chances,
  };
}

function small(stages: readonly StageParameters[], change: Partial<Scenario> = {}): Scenario {
  const traits = { owner: plain, source: plain, product: plain, region: plain };
  return { ...sampleTeam, worksWeekends: true, stages, traits, ...change };
}

const loop = small([
  stage("A", { entryShare: 1, progress: 0.6, skip: 0.1, lost: 0.3 }),
  stage("B", { progress: 0.5, back: 0.1, lost: 0.4 }),
]);

describe("truth by hand", () => {
  it("solves two stages with a skip and a way back", () => {
    // winA = .1 + .6·winB and winB = .5 + .1·winA, so winA = .4 + .06·winA = .4/.94
    // B or further is reached by .6 + .1 = .7 of deals; visits: nA = 1 + .1·nB, nB = .6·nA, so nA = 1/.94
    const [a, b] = truth(loop).stages;
    expect(truth(loop).winRate).toBeCloseTo(0.4 / 0.94, 12);
    expect(a?.conversion).toBeCloseTo(0.7, 12);
    expect(b?.conversion).toBeCloseTo(0.4 / 0.94 / 0.7, 12);
    expect(b?.eventualWin).toBeCloseTo(0.4 / 0.94 / 0.7, 12);
    expect(a?.visitsADeal).toBeCloseTo(1 / 0.94, 12);
    expect(b?.visitsADeal).toBeCloseTo(0.6 / 0.94, 12);
  });

  it("averages over owners whose odds of losing differ", () => {
    // one stage, lost 1/2: win 1/2. Odds doubled: lost 2/3, win 1/3. Half of the deals each: (1/2 + 1/3)/2 = 5/12
    const owner = [
      { name: "X", share: 0.5, lossFactor: 1, paceFactor: 1, amountFactor: 1 },
      { name: "Y", share: 0.5, lossFactor: 2, paceFactor: 1, amountFactor: 1 },
    ];
    const stages = [stage("A", { entryShare: 1, progress: 0.5, lost: 0.5 })];
    const scenario = small(stages, { traits: { ...loop.traits, owner } });
    expect(truth(scenario).winRate).toBeCloseTo(5 / 12, 12);
  });

  it("gives the median and mean of whole-day stays", () => {
    // Exponential with mean 10: P(D ≤ d) = 1 − e^(−(d + .5)/10); d = 6 gives .478, d = 7 gives .528.
    // Mean of the rounded stay: Σ e^(−(d + .5)/10) = e^(−.05)/(1 − e^(−.1)) = 9.9958
    const [a] = truth(loop).stages;
    expect(a?.medianDays).toBe(7);
    expect(a?.meanDays).toBeCloseTo(Math.exp(-0.05) / (1 - Math.exp(-0.1)), 8);
  });

  it("counts 365.25 / 12 = 30.4375 days as a month of arrivals", () => {
    const arrivals = { aMonth: 12, growthAYear: 0, season: new Array(12).fill(1), spread: 0 };
    expect(truth({ ...loop, arrivals }).arrivalsAMonth).toBeCloseTo(12, 10);
  });
});

/** Within four standard errors of a share. */
function expectShare(found: number, count: number, share: number): void {
  expect(Math.abs(found / count - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / count));
}

function reaches(deal: SimulatedDeal, stage: number): boolean {
  return deal.outcome === "won" || deal.visits.some((visit) => visit.stage >= stage);
}

function expectAgreement(scenario: Scenario, deals: readonly SimulatedDeal[]): void {
  const right = truth(scenario);
  const won = deals.filter((deal) => deal.outcome === "won");
  expectShare(won.length, deals.length, right.winRate);
  for (const [index, stage] of right.stages.entries()) {
    const reached = deals.filter((deal) => reaches(deal, index));
    const further = reached.filter((deal) => reaches(deal, index + 1));
    const last = index === right.stages.length - 1;
    expectShare(reached.length, deals.length, Math.min(stage.reachedShare, 1 - 1e-9));
    expectShare(last ? won.length : further.length, reached.length, stage.conversion);
    expectShare(won.length, reached.length, stage.eventualWin);
    expectTimes(deals, index, stage);
  }
}

function expectTimes(
  deals: readonly SimulatedDeal[],
  index: number,
  stage: { readonly medianDays: number; readonly meanDays: number },
): void {
  const stays = deals
    .flatMap((deal) => deal.visits)
    .filter((visit) => visit.stage === index)
    .map((visit) => (visit.leftDay ?? Number.NaN) - visit.enteredDay);
  const within = (days: number): number => stays.filter((stay) => stay <= days).length / stays.length;
  const slack = (4 * 0.5) / Math.sqrt(stays.length);
  expect(within(stage.medianDays)).toBeGreaterThan(0.5 - slack);
  expect(within(stage.medianDays - 1)).toBeLessThan(0.5 + slack);
  const mean = stays.reduce((sum, stay) => sum + stay, 0) / stays.length;
  const variance = stays.reduce((sum, stay) => sum + (stay - mean) ** 2, 0) / stays.length;
  expect(Math.abs(mean - stage.meanDays)).toBeLessThan(4 * Math.sqrt(variance / stays.length));
}

const busy: Scenario = {
  ...sampleTeam,
  worksWeekends: true,
  arrivals: { ...sampleTeam.arrivals, aMonth: 600 },
};

describe("large simulations agree with the truth to four standard errors", () => {
  it("for the sample team", () => {
    const deals = simulate(busy);
    expectAgreement(busy, deals);
    const spread = Math.sqrt(deals.length);
    const months = (busy.endDay - busy.startDay + 1) / (365.25 / 12);
    expect(Math.abs(deals.length - truth(busy).arrivalsAMonth * months)).toBeLessThan(4 * spread);
    const cycles = deals
      .filter((deal) => deal.outcome === "won")
      .map((deal) => (deal.closedDay ?? Number.NaN) - deal.createdDay);
    const mean = cycles.reduce((sum, cycle) => sum + cycle, 0) / cycles.length;
    const variance = cycles.reduce((sum, cycle) => sum + (cycle - mean) ** 2, 0) / cycles.length;
    expect(Math.abs(mean - truth(busy).wonCycleMeanDays)).toBeLessThan(
      4 * Math.sqrt(variance / cycles.length),
    );
  });

  it("for accounts that differ in their odds", () => {
    const scenario = { ...busy, accounts: { repeatShare: 0, lossSpread: 0.8 } };
    expectAgreement(scenario, simulate(scenario));
  });

  it("for a worse and slower process from the first day", () => {
    const effect = {
      fromDay: busy.startDay,
      untilDay: dayOfIso("2099-12-31") ?? 0,
      lossFactor: 2,
      paceFactor: 1.5,
    };
    const scenario = { ...busy, effects: [effect] };
    expect(truth(scenario).winRate).toBeLessThan(truth(busy).winRate - 0.1);
    expectAgreement(scenario, simulate(scenario));
  });
});

describe("the sample team", () => {
  const { stages, winRate } = truth(sampleTeam);

  it("is slowest in Proposal and leakiest in Qualification", () => {
    const slowest = [...stages].sort((a, b) => b.medianDays - a.medianDays)[0];
    const leakiest = [...stages].sort((a, b) => a.conversion - b.conversion)[0];
    expect(slowest?.stage).toBe("Proposal");
    expect(leakiest?.stage).toBe("Qualification");
  });

  it("wins about a third", () => {
    expect(winRate).toBeGreaterThan(0.25);
    expect(winRate).toBeLessThan(0.4);
  });
});
