import type { Day } from "./basics/day.ts";
import type { Figure } from "./basics/figure.ts";
import type { Problem } from "./basics/problem.ts";
import type { Recognition } from "./intake/records.ts";
import type { Advice } from "./measures/advice.ts";
import type { QuietKind } from "./measures/bottlenecks.ts";
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
import type { Pipeline } from "./pipeline/pipeline.ts";
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
  readonly counts: DealCounts;
  readonly stages: readonly StageMeasures[];
  /** Won deals without stage history that the eventual figures leave out. */
  readonly wonLeftOut: number;
  readonly winRate: WinRate;
  readonly dealSize: DealSize;
  readonly cycle: { readonly won: Figure<CycleLength>; readonly lost: Figure<CycleLength> };
  readonly velocity: Figure<Velocity>;
  readonly bottlenecks: Figure<readonly Bottleneck[]>;
  /** Kinds of bottleneck that too few deals tell of. */
  readonly quietKinds: readonly QuietKind[];
  readonly advice: Advice;
  /** The targets of running and coming periods that the settings name. */
  readonly targets: readonly TargetProgress[];
  readonly problems: readonly Problem[];
}
