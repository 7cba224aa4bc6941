import type { Analysis } from "../../engine/analysis.ts";
import { periodOf } from "../../engine/basics/period.ts";
import type { DealOutlook } from "../../engine/forecast/outlook.ts";
import { workOrder } from "../../engine/forecast/work-order.ts";
import { isReferral } from "../../engine/intake/referral-words.ts";
import { adviceOn } from "../../engine/measures/advice.ts";
import { stageMeasures } from "../../engine/measures/stage-measures.ts";
import { targetProgress } from "../../engine/measures/targets.ts";
import { asOf } from "../../engine/pipeline/as-of.ts";
import type { Deal } from "../../engine/pipeline/pipeline.ts";
import { FIXTURE } from "./analysis-fixture.ts";
import { bookOf, type Facts, timelinesWith } from "./pipeline-with.ts";
import { day } from "./records-of.ts";

const AS_OF = day("2026-06-30");
const ago = (days: number): number => AS_OF - days;

/** Twenty won and ten lost deals of the spring; Ada wins nearly all, Ben nearly none. */
const CLOSED = Array.from({ length: 30 }, (_, i) => {
  const start = ago(200 - i);
  const isWon = i % 3 !== 2;
  const visits = `Proposal ${start}, Negotiation ${start + 10 + i}`;
  return `C-${i + 10} | ${isWon ? "won" : "lost"} - ${start + 50} | ${start} | ${visits} | ${1000 * (i + 1)}`;
});

const OPEN = [
  `O-1 | open Proposal | ${ago(90)} | Proposal ${ago(90)} | 68200`,
  `O-2 | open Negotiation | ${ago(30)} | Proposal ${ago(30)}, Negotiation ${ago(4)} | 12000`,
  `O-3 | open Proposal | ${ago(5)} | Proposal ${ago(5)} |`,
  `O-4 | won - ${ago(3)} | ${ago(40)} | Proposal ${ago(40)}, Negotiation ${ago(20)} | 9000`,
  `O-5 | lost - ${ago(2)} | ${ago(40)} | Proposal ${ago(40)} | 4000`,
];

const CLOSED_FACTS: Facts = Object.fromEntries(
  CLOSED.map((_, i): [string, Facts[string]] => [
    `C-${i + 10}`,
    {
      owner: i % 3 === 2 ? "Ben" : "Ada",
      account: `Customer ${i % 12}`,
      product: i % 2 ? "Desk" : "Lamp",
      source: i % 5 === 0 ? "Referral" : "Fair",
      lostReason: i % 3 === 2 ? "Price" : "",
      lastActivityDay: ago(120),
    },
  ]),
);

const FACTS: Facts = {
  ...CLOSED_FACTS,
  "O-1": {
    owner: "Ada",
    name: "New office",
    lastActivityDay: ago(40),
    expectedCloseDay: ago(4),
    nextStep: "",
  },
  "O-2": {
    owner: "Ben",
    name: "Second site",
    lastActivityDay: ago(4),
    nextStep: "Send offer",
    expectedCloseDay: AS_OF + 20,
  },
  "O-3": {
    owner: "",
    name: "=Spring order",
    lastActivityDay: ago(5),
    nextStepDay: AS_OF + 2,
    nextStep: "Call",
  },
  "O-4": { owner: "Ada", name: "Lamps", account: "Customer 30" },
  "O-5": { owner: "Ben", name: "Chairs", lostReason: "No budget" },
};

const SNAPSHOTS = `
  ${ago(14)} | O-1 | 60000 | ${ago(10)}
  ${ago(7)} | O-1 | 60000 | ${ago(6)}
  ${ago(7)} | O-2 | 15000 | ${AS_OF + 5}`;

/** By hand: two in five of such deals are won, within a month or two; waiting loses one in eight of them. */
function outlookOf({ amount }: Deal): DealOutlook {
  return {
    deal: 0,
    winProbability: 0.4,
    expectedAmount: amount === null ? null : 0.4 * amount,
    expectedCloseDay: AS_OF + 30,
    earlyCloseDay: AS_OF + 12,
    lateCloseDay: AS_OF + 61,
    waitDays: 9,
    costOfWaiting: amount === null ? null : 0.05 * amount,
  };
}

/** The small analysis again, with deals to work, to review and to compare. */
export function adviceFixture(): Analysis {
  const timelines = timelinesWith([...CLOSED, ...OPEN].join("\n"), FACTS, ["Proposal", "Negotiation"]);
  const pipeline = asOf(timelines, AS_OF);
  const stages = stageMeasures(pipeline, 0.8);
  const advice = adviceOn({
    pipeline,
    earlier: () => asOf(timelines, ago(7)),
    stages,
    snapshots: bookOf(SNAPSHOTS, AS_OF),
    level: 0.8,
    isReferral,
  });
  const target = { period: periodOf(AS_OF, "quarter"), owner: null, amount: 400_000 };
  const progress = targetProgress(pipeline, target, {
    timelines,
    winRate: FIXTURE.winRate,
    dealSize: FIXTURE.dealSize,
    wonCycle: FIXTURE.cycle.won,
  });
  const outlooks = new Map(advice.openDeals.map(({ deal }) => [deal, outlookOf(deal)]));
  const workList = workOrder(advice.openDeals, outlooks);
  return {
    ...FIXTURE,
    pipeline,
    stages,
    advice,
    outlooks,
    workList,
    targets: [progress],
    targetChances: new Map([[progress, 0.18]]),
  };
}
