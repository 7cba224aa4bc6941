import type { Figure, Interval } from "../basics/figure.ts";
import type { Stage } from "../pipeline/pipeline.ts";
import type { Undecided } from "./eventual.ts";

/** Counts of method section 2: `reached = advanced + lost + open`, always. */
export interface StageCounts {
  readonly reached: number;
  /** Needs visits: missing without stage history. */
  readonly visited: Figure<number>;
  readonly skipped: Figure<number>;
  readonly advanced: number;
  readonly lost: number;
  readonly open: number;
  readonly reentries: Figure<number>;
}

/** Kaplan–Meier over the visits of a stage; `censored` visits still last. Days. */
export interface TimeInStage {
  readonly n: number;
  readonly censored: number;
  readonly medianDays: Figure<number>;
  readonly p75Days: Figure<number>;
  readonly p90Days: Figure<number>;
  readonly meanDays: Figure<number>;
}

export interface StageMeasures extends Omit<StageCounts, "lost"> {
  readonly stage: Stage;
  /** Missing where no lost deal tells at which stage it was lost: 0 would say that none was. */
  readonly lost: Figure<number>;
  readonly conversion: Figure<Interval>;
  readonly eventualConversion: Figure<Interval>;
  readonly eventualWin: Figure<Interval>;
  /** What eventual conversion and eventual win leave open. */
  readonly undecided: Undecided;
  readonly timeInStage: Figure<TimeInStage>;
}

export interface CycleLength {
  readonly n: number;
  readonly meanDays: number;
  readonly p25Days: number;
  readonly medianDays: number;
  readonly p75Days: number;
  readonly p90Days: number;
}

export interface WinRate {
  readonly byCount: Figure<Interval>;
  readonly byAmount: Figure<Interval>;
}

export interface DealSize {
  readonly wonAmount: Figure<number>;
  readonly averageWonAmount: Figure<number>;
  readonly medianWonAmount: Figure<number>;
  /** Won deals that carry an amount. */
  readonly n: number;
}

export interface Velocity {
  readonly amountPerDay: number;
  readonly openDeals: number;
  readonly winRate: number;
  readonly averageWonAmount: number;
  readonly cycleDays: number;
}

export type BottleneckKind = "slow" | "leaky" | "crowded";

/** A stage's case for being the bottleneck, the surest first. */
export interface Bottleneck {
  readonly stage: Stage;
  readonly rank: number;
  readonly kind: BottleneckKind;
  readonly evidence: BottleneckEvidence;
}

export interface BottleneckEvidence {
  /** Days of won deals' visits here ÷ days from start to win, over won deals with visits. */
  readonly cycleShare: Figure<number>;
  /** Lost here ÷ decided here (lost, or gone on); open deals are undecided. */
  readonly lossRate: Figure<number>;
  readonly decided: number;
  /** Share of all lost deals (with a known stage) lost here. */
  readonly lossShare: Figure<number>;
  readonly eventualConversion: Figure<number>;
  /** Open deals here, over open deals with a known stage. */
  readonly openShare: Figure<number>;
  /** Days in which the open deals here would be gone at the pace of the last 91 days: open ÷ visits ended a day. */
  readonly workDays: Figure<number>;
  /** Share of seeded draws in which the stage is the worst of its kind, luck discounted. */
  readonly certainty: number;
}

/** `total = open + won + lost + excluded`, always. */
export interface DealCounts {
  readonly total: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  readonly excluded: number;
  /** Won, and now in a stage after the win. */
  readonly inFollowUp: number;
  /** Lost deals whose last stage is unknown: in the win rate, out of stage conversion. */
  readonly lostWithoutStage: number;
  /** Open deals whose stage is unknown: out of stage conversion too. */
  readonly openWithoutStage: number;
  /** Came back from lost at least once. */
  readonly reopened: number;
}
