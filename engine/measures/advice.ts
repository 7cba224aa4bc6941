import type { Figure } from "../basics/figure.ts";
import { lazily, once } from "../basics/once.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { asNoted, earlierBook, type SnapshotBook } from "../pipeline/snapshots.ts";
import { type AfterWin, afterWin, CALL_EVERY_DAYS } from "./after-win.ts";
import { attention, type OpenDeal, QUIET_AFTER_DAYS } from "./attention.ts";
import { begunLongAgo } from "./begun-long-ago.ts";
import { type Difference, differences } from "./differences.ts";
import { type Leakage, leakage } from "./leakage.ts";
import { type LostReason, lostReasons } from "./lost-reasons.ts";
import { type AgeBand, openByAge } from "./open-by-age.ts";
import { type Review, review } from "./review.ts";
import { type Segments, segments } from "./segments.ts";
import { type StageAdvice, stageDesign } from "./stage-design.ts";
import { type TypedProbability, typedProbability } from "./typed-probability.ts";
import { type TypedReliability, typedReliability } from "./typed-reliability.ts";
import type { StageMeasures } from "./types.ts";

/** From figures to what to do: everything that names deals, people or stages to act on. */
export interface Advice {
  /** In the order of the pipeline's deals; `Analysis.workList` has them in the order in which to work on them. */
  readonly openDeals: readonly OpenDeal[];
  readonly openByAge: readonly AgeBand[];
  readonly leakage: Figure<Leakage>;
  readonly review: Review;
  readonly segments: Segments;
  /** Owners first, then sources. */
  readonly differences: readonly Difference[];
  readonly lostReasons: Figure<readonly LostReason[]>;
  readonly stageDesign: readonly StageAdvice[];
  readonly afterWin: AfterWin;
  readonly typedProbability: Figure<readonly TypedProbability[]>;
  readonly typedReliability: Figure<TypedReliability>;
}

export interface AdviceInputs {
  readonly pipeline: Pipeline;
  /** The pipeline on the day the review begins. */
  readonly earlier: () => Pipeline;
  readonly stages: readonly StageMeasures[];
  readonly snapshots: SnapshotBook;
  readonly level: number;
  readonly isReferral: (source: string) => boolean;
}

/**
 * All advice that history alone gives, each piece worked out when it is first read; chances to win and money at stake
 * come from the forecast.
 */
export function adviceOn(inputs: AdviceInputs): Advice {
  const { pipeline, stages, snapshots, level, isReferral } = inputs;
  const comparable = once(() => begunLongAgo(pipeline));
  const advice: Advice = lazily<Advice>({
    openDeals: () => attention(pipeline, snapshots, OPTIONS),
    openByAge: () => openByAge(advice.openDeals),
    leakage: () => leakage(pipeline, QUIET_AFTER_DAYS),
    review: () => reviewOf(inputs, advice.openDeals),
    segments: () => segments(pipeline, level, comparable()),
    differences: () => differences(pipeline, comparable()),
    lostReasons: () => lostReasons(pipeline),
    stageDesign: () => stageDesign(pipeline, stages),
    afterWin: () => afterWin(pipeline, { level, callEveryDays: CALL_EVERY_DAYS, isReferral }),
    typedProbability: () => typedProbability(pipeline, stages),
    typedReliability: () => typedReliability(pipeline, stages, level),
  });
  return advice;
}

const OPTIONS = { quietAfterDays: QUIET_AFTER_DAYS };

function reviewOf({ pipeline, earlier, snapshots }: AdviceInputs, openDeals: readonly OpenDeal[]): Review {
  const before = earlier();
  const bookThen = earlierBook(snapshots, before.asOfDay);
  const then = asNoted(before, bookThen);
  const since = { pipeline: then, openDeals: attention(then, bookThen, OPTIONS) };
  return review(since, { pipeline, openDeals }, snapshots);
}
