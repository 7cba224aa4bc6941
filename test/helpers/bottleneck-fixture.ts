import { type Figure, missing } from "../../engine/basics/figure.ts";
import type { Worth } from "../../engine/forecast/bottleneck-worth.ts";
import type { Bottleneck } from "../../engine/measures/types.ts";

/** Bottlenecks of the small analysis, by hand. */
export const BOTTLENECKS: readonly Bottleneck[] = [
  {
    stage: { name: "Proposal", order: 2 },
    rank: 1,
    kind: "slow",
    evidence: {
      cycleShare: 0.53,
      lossRate: 0.2716,
      decided: 162,
      lossShare: 0.41,
      eventualConversion: 0.718,
      openShare: 0.46,
      workDays: 31.5,
      certainty: 0.97,
    },
  },
  {
    stage: { name: "Qualification", order: 1 },
    rank: 2,
    kind: "leaky",
    evidence: {
      cycleShare: 0.15,
      lossRate: 0.2105,
      decided: 228,
      lossShare: 0.44,
      eventualConversion: 0.785,
      openShare: 0.31,
      workDays: 10.2,
      certainty: 0.56,
    },
  },
  {
    stage: { name: "Proposal", order: 2 },
    rank: 3,
    kind: "crowded",
    evidence: {
      cycleShare: 0.53,
      lossRate: 0.2716,
      decided: 162,
      lossShare: 0.41,
      eventualConversion: 0.718,
      openShare: 0.46,
      workDays: 31.5,
      certainty: 0.11,
    },
  },
];

const [SLOW, LEAKY, CROWDED] = BOTTLENECKS as [Bottleneck, Bottleneck, Bottleneck];

/** Proposal as quick as in its better quarters, by hand; the others as they are told of. */
export const WORTHS = new Map<Bottleneck, Figure<Worth>>([
  [
    SLOW,
    {
      perQuarter: { lower: 9_400, estimate: 24_100, upper: 38_800, level: 0.8, n: 201 },
      counterfactual: { kind: "faster", nowDays: 30.2, thenDays: 17.6 },
    },
  ],
  [LEAKY, missing("not-certain", 228)],
  [CROWDED, missing("not-certain", 162)],
]);
