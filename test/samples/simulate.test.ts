import { describe, expect, it } from "vitest";
import { dayOfIso } from "../../engine/basics/day.ts";
import { periodOf } from "../../engine/basics/period.ts";
import type { Effect, Scenario } from "../../samples/scenario.ts";
import { knownOn, type SimulatedDeal, simulate } from "../../samples/simulate.ts";
import { sampleTeam } from "../../samples/team.ts";

const busy: Scenario = { ...sampleTeam, arrivals: { ...sampleTeam.arrivals, aMonth: 150 } };
const deals = simulate(busy);
const middleDay = dayOfIso("2025-01-15") ?? Number.NaN;
const endless = dayOfIso("2099-12-31") ?? Number.NaN;

function winShare(some: readonly SimulatedDeal[]): number {
  return some.filter((deal) => deal.outcome === "won").length / some.length;
}

function meanStay(some: readonly SimulatedDeal[]): number {
  const stays = some.flatMap((deal) => deal.visits.map((visit) => (visit.leftDay ?? 0) - visit.enteredDay));
  return stays.reduce((sum, stay) => sum + stay, 0) / stays.length;
}

function withEffect(effect: Omit<Effect, "fromDay" | "untilDay">): readonly SimulatedDeal[] {
  return simulate({ ...busy, effects: [{ fromDay: middleDay, untilDay: endless, ...effect }] });
}

describe("simulate", () => {
  it("gives the same deals for the same seed and others for another", () => {
    expect(simulate(sampleTeam)).toEqual(simulate(sampleTeam));
    expect(simulate({ ...sampleTeam, seed: 1 })).not.toEqual(simulate({ ...sampleTeam, seed: 2 }));
  });

  it("gives lives without holes: each visit begins when the one before ends, and the last ends at the close", () => {
    for (const deal of deals) {
      const starts = [...deal.visits.map((visit) => visit.enteredDay), deal.closedDay];
      const ends = [deal.createdDay, ...deal.visits.map((visit) => visit.leftDay)];
      expect(starts).toEqual(ends);
      expect([...starts].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(starts);
    }
  });

  it("writes nothing on a weekend", () => {
    // 1970-01-03 was a Saturday: day 2, and every seventh from there.
    const days = deals.flatMap((deal) => [
      deal.createdDay,
      ...deal.visits.map((visit) => visit.leftDay ?? 0),
    ]);
    expect(days.filter((day) => day % 7 === 2 || day % 7 === 3)).toEqual([]);
  });

  it("sends only won deals to Follow-up, after the win", () => {
    const followed = deals.filter((deal) => deal.followUpDay !== null);
    expect(followed.length).toBeGreaterThan(0);
    for (const deal of followed) {
      expect(deal.outcome).toBe("won");
      expect(deal.followUpDay).toBeGreaterThanOrEqual(deal.closedDay ?? Number.NaN);
    }
  });

  it("refuses chances that do not sum to 1", () => {
    const stages = sampleTeam.stages.map((stage) => ({ ...stage, lost: 0.5 }));
    expect(() => simulate({ ...sampleTeam, stages })).toThrow("Prospecting sums to 1.35");
  });
});

describe("knownOn", () => {
  it("shows a deal as open, in the stage it was in, before it closed", () => {
    for (const deal of deals.slice(0, 200)) {
      const visit = deal.visits[deal.visits.length - 1];
      const leftDay = visit?.leftDay ?? 0;
      if (!visit || visit.enteredDay === leftDay) continue;
      const known = knownOn(deal, leftDay - 1);
      expect(known?.outcome).toBe("open");
      expect(known?.closedDay).toBeNull();
      expect(known?.visits[known.visits.length - 1]).toEqual({ ...visit, leftDay: null });
    }
  });

  it("knows nothing of a deal before its first day, and all of it on its last", () => {
    for (const deal of deals.slice(0, 200)) {
      expect(knownOn(deal, deal.createdDay - 1)).toBeNull();
      expect(knownOn(deal, deal.followUpDay ?? deal.closedDay ?? 0)).toEqual(deal);
    }
  });
});

describe("scenarios", () => {
  it("can lower the win rate from a day on, and not before", () => {
    const worse = withEffect({ lossFactor: 3 });
    const knownThen = (some: readonly SimulatedDeal[]): unknown =>
      some.map((deal) => knownOn(deal, middleDay - 1));
    expect(knownThen(worse)).toEqual(knownThen(deals));
    const late = (deal: SimulatedDeal): boolean => deal.createdDay > middleDay;
    expect(winShare(worse.filter(late))).toBeLessThan(winShare(deals.filter(late)) - 0.1);
  });

  it("can slow one stage down", () => {
    const late = (deal: SimulatedDeal): boolean => deal.createdDay > middleDay;
    const slower = withEffect({ stages: ["Proposal"], paceFactor: 3 });
    expect(meanStay(slower.filter(late))).toBeGreaterThan(1.5 * meanStay(deals.filter(late)));
  });

  it("can halve the arrivals", () => {
    const fewer = withEffect({ arrivalFactor: 0.5 }).filter((deal) => deal.createdDay >= middleDay).length;
    const usual = deals.filter((deal) => deal.createdDay >= middleDay).length;
    expect(fewer / usual).toBeGreaterThan(0.42);
    expect(fewer / usual).toBeLessThan(0.58);
  });

  it("can pull wins to the end of the quarter without changing who wins", () => {
    const pulled = simulate({ ...busy, quarterEnd: { share: 0.8, withinDays: 20 } });
    const lastWeek = (some: readonly SimulatedDeal[]): number =>
      some.filter((deal) => {
        const day = deal.outcome === "won" ? (deal.closedDay ?? 0) : 0;
        return periodOf(day, "quarter").endDay - day < 7;
      }).length;
    expect(lastWeek(pulled)).toBeGreaterThan(1.5 * lastWeek(deals));
    expect(pulled.map((deal) => deal.outcome)).toEqual(deals.map((deal) => deal.outcome));
  });

  it("can add whales", () => {
    const amounts = { ...busy.amounts, whaleShare: 0.02, whaleFactor: 100 };
    const largest = (some: readonly SimulatedDeal[]): number => Math.max(...some.map((deal) => deal.amount));
    expect(largest(simulate({ ...busy, amounts }))).toBeGreaterThan(5 * largest(deals));
  });

  it("can give accounts a fate in common", () => {
    const accounts = { repeatShare: 0.8, lossSpread: 1.5 };
    const byAccount = new Map<number, boolean[]>();
    for (const deal of simulate({ ...busy, accounts })) {
      byAccount.set(deal.account, [...(byAccount.get(deal.account) ?? []), deal.outcome === "won"]);
    }
    const pairs = [...byAccount.values()]
      .filter((won) => won.length > 1)
      .map(([first, second]) => [first, second]);
    const afterWin = pairs.filter(([first]) => first).map(([, second]) => second);
    const afterLoss = pairs.filter(([first]) => !first).map(([, second]) => second);
    const share = (won: (boolean | undefined)[]): number => won.filter(Boolean).length / won.length;
    expect(share(afterWin)).toBeGreaterThan(share(afterLoss) + 0.1);
  });
});
