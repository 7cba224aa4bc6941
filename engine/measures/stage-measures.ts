import type { Pipeline } from "../pipeline/pipeline.ts";
import { wilsonInterval } from "../stats/wilson.ts";
import { eventualConversion, eventualWin } from "./eventual.ts";
import { stageCounts } from "./stage-counts.ts";
import { timeInStage } from "./time-in-stage.ts";
import type { StageMeasures } from "./types.ts";

/**
 * Every open stage with its counts, conversion and time. `conversion` is the share of the decided deals that went on:
 * advanced ÷ (advanced + lost), with Wilson's interval; deals open here are undecided and in neither number.
 * Source: method.md sections 2 and 3; Brown, Cai & DasGupta 2001.
 */
export function stageMeasures(pipeline: Pipeline, level: number): StageMeasures[] {
  return stageCounts(pipeline).map((counts, index) => ({
    ...counts,
    stage: pipeline.stages[index] ?? { name: "", order: index + 1 },
    conversion: wilsonInterval(counts.advanced, counts.advanced + counts.lost, level),
    eventualConversion: eventualConversion(pipeline, index, level),
    eventualWin: eventualWin(pipeline, index, level),
    timeInStage: timeInStage(pipeline, index),
  }));
}
