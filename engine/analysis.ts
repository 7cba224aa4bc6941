import type { Day } from "./basics/day.ts";
import type { Figure } from "./basics/figure.ts";
import type { Problem } from "./basics/problem.ts";
import type { Recognition } from "./intake/records.ts";
import type {
  Bottleneck,
  CycleLength,
  DealSize,
  StageMeasures,
  Velocity,
  WinRate,
} from "./measures/types.ts";
import type { Pipeline } from "./pipeline/pipeline.ts";

/** Everything Pipecast found out, before anything is worded or rounded. */
export interface Analysis {
  readonly asOfDay: Day;
  readonly seed: number;
  readonly level: number;
  readonly currency: string | null;
  readonly recognition: Recognition;
  readonly pipeline: Pipeline;
  readonly counts: DealCounts;
  readonly stages: readonly StageMeasures[];
  readonly winRate: WinRate;
  readonly dealSize: DealSize;
  readonly cycle: { readonly won: Figure<CycleLength>; readonly lost: Figure<CycleLength> };
  readonly velocity: Figure<Velocity>;
  readonly bottlenecks: Figure<readonly Bottleneck[]>;
  readonly problems: readonly Problem[];
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
  readonly reopened: number;
}
