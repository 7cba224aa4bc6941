import type { Day } from "./basics/day.ts";
import type { Figure, Interval } from "./basics/figure.ts";
import type { PeriodUnit } from "./basics/period.ts";
import type { Problem } from "./basics/problem.ts";
import type { Worth } from "./forecast/bottleneck-worth.ts";
import type { DealOutlook } from "./forecast/outlook.ts";
import type { Forecast } from "./forecast/types.ts";
import type { Recognition } from "./intake/records.ts";
import type { Advice } from "./measures/advice.ts";
import type { OpenDeal } from "./measures/attention.ts";
import type { QuietKind } from "./measures/bottlenecks.ts";
import type { Silence } from "./measures/silence.ts";
import type { TargetProgress } from "./measures/targets.ts";
import type {
  Bottleneck,
  CycleLength,
  DealCounts,
  DealSize,
  StageMeasures,
  Velocity,
  WinRate,
} from "./measures/types.ts";
import type { WonPeriod } from "./measures/won-by-period.ts";
import type { Deal, DealFacts, Pipeline } from "./pipeline/pipeline.ts";
import type { StageOrder } from "./pipeline/stage-order.ts";

/** Everything Pipecast found out, before anything is worded or rounded. */
export interface Analysis {
  readonly asOfDay: Day;
  readonly seed: number;
  readonly level: number;
  readonly currency: string | null;
  readonly recognition: Recognition;
  readonly stageOrder: StageOrder;
  readonly pipeline: Pipeline;
  /** Deals in the workbook that start after the as-of day: they do not exist yet. */
  readonly laterDealCount: number;
  /** How long the sheet has said nothing, where that is unusual. */
  readonly silence: Silence | null;
  readonly counts: DealCounts;
  readonly stages: readonly StageMeasures[];
  /** Won deals without stage history that the eventual figures leave out. */
  readonly wonLeftOut: number;
  readonly winRate: WinRate;
  readonly dealSize: DealSize;
  readonly cycle: { readonly won: Figure<CycleLength>; readonly lost: Figure<CycleLength> };
  readonly velocity: Figure<Velocity>;
  readonly bottlenecks: Figure<readonly Bottleneck[]>;
  /** What each bottleneck is worth a quarter, or why nobody can say. */
  readonly worths: ReadonlyMap<Bottleneck, Figure<Worth>>;
  /** What a quarter would bring more without each stage that is a candidate to merge, by its index. */
  readonly withoutStage: ReadonlyMap<number, Figure<Interval>>;
  /** Kinds of bottleneck that too few deals tell of. */
  readonly quietKinds: readonly QuietKind[];
  /** What will be won, in the unit asked for; null where no forecast was asked for. */
  readonly forecast: Forecast | null;
  /** The same in the other unit; null where only one was asked for. */
  readonly otherForecast: Forecast | null;
  /** No deal carries an amount: what is forecast are numbers of won deals, and what a deal brings is one. */
  readonly isCounted: boolean;
  /** What is to be expected of each open deal; empty where no forecast was asked for, or none can be made. */
  readonly outlooks: ReadonlyMap<Deal, DealOutlook>;
  /** The open deals in the order in which to work on them: what waiting costs the most first. */
  readonly workList: readonly OpenDeal[];
  /** Every deal's facts, at the index by which the forecast names it. */
  readonly facts: readonly DealFacts[];
  /** What was won in the last whole periods, the earliest first. */
  readonly wonBefore: Readonly<Record<PeriodUnit, readonly WonPeriod[]>>;
  readonly advice: Advice;
  /** The targets of running and coming periods that the settings name. */
  readonly targets: readonly TargetProgress[];
  /** The chance to hit each of them, or why nobody can say. */
  readonly targetChances: ReadonlyMap<TargetProgress, Figure<number>>;
  readonly problems: readonly Problem[];
}
