import type { Figure, Interval } from "../basics/figure.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { wilsonInterval } from "../stats/wilson.ts";
import { lostStagesUnknown } from "./decided-by-stage.ts";
import { eventual, wonLeftOut } from "./eventual.ts";
import { stageCounts } from "./stage-counts.ts";
import { timeInStage } from "./time-in-stage.ts";
import type { StageCounts, StageMeasures } from "./types.ts";

/**
 * Every open stage with its counts, conversion and time. `conversion` is the share of the decided deals that went on:
 * advanced ÷ (advanced + lost), with Wilson's interval; deals open here are undecided and in neither number. Where
 * the sheet tells of no lost deal in which stage it was lost, every stage would seem to lose none, and
 * every conversion would be 100 %: both are missing.
 * Source: method.md sections 2 and 3; Brown, Cai & DasGupta 2001.
 */
export function stageMeasures(pipeline: Pipeline, level: number): StageMeasures[] {
  const unknown = lostStagesUnknown(pipeline.deals);
  const leavesOut = wonLeftOut(pipeline) > 0;
  return stageCounts(pipeline).map((counts, index) => ({
    ...counts,
    stage: pipeline.stages[index] ?? { name: "", order: index + 1 },
    lost: unknown ?? counts.lost,
    conversion: unknown ?? conversion(counts, level),
    ...eventual(pipeline, index, level, leavesOut),
    timeInStage: timeInStage(pipeline, index),
  }));
}

function conversion({ advanced, lost }: StageCounts, level: number): Figure<Interval> {
  return wilsonInterval(advanced, advanced + lost, level);
}
