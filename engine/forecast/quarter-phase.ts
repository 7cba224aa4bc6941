import { BIN_COUNT } from "./age-scale.ts";
import { priorStrength } from "./count-prior.ts";
import { CAUSE_COUNT, LOSS, PHASE_COUNT, PROGRESS, type Tally } from "./tally.ts";

/** Leaving in three kinds that may each have their rhythm. */
export const CLOSING = 0;
export const LOSING = 1;
export const MOVING = 2;
const KIND_COUNT = 3;

/** Factor on the chance to leave, by kind and by weeks to the quarter's end. */
export interface QuarterPhase {
  readonly factors: Float64Array;
  /** Whether any factor is far enough from 1 to matter. */
  readonly matters: boolean;
}

const STRENGTHS = [4, 8, 16, 32, 64, 128, 256, 1024, 4096, 1e6];
const MATTERS_FROM = 0.1;

/** Whether leaving a stage mostly means winning: its own rhythm is looked for. */
export function isClosingStage(targets: Float64Array, stageCount: number, stage: number): boolean {
  const row = stage * (stageCount + 1);
  let onward = 0;
  for (let next = stage + 1; next < stageCount; next += 1) onward += targets[row + next] ?? 0;
  return (targets[row + stageCount] ?? 0) > onward;
}

/** The kind of leaving by a cause. */
export function kindOf(cause: number, closing: boolean): number {
  if (cause === LOSS) return LOSING;
  return cause === PROGRESS && closing ? CLOSING : MOVING;
}

/**
 * Whether wins, losses and moves cluster at certain weeks of the quarter: what happened in each of its thirteen
 * weeks against what the ages of the deals then open let expect. Drawn to 1 as far as the weeks do not scatter more
 * than chance, and each week leans on its neighbours. Needs two quarters of history, else all are 1.
 */
export function quarterPhase(tally: Tally): QuarterPhase {
  const factors = new Float64Array(KIND_COUNT * PHASE_COUNT).fill(1);
  const { observed, expected } = phaseTotals(tally);
  if (tally.layout.blockCount >= 6) {
    for (let kind = 0; kind < KIND_COUNT; kind += 1) {
      const cells = Array.from({ length: PHASE_COUNT }, (_, phase) => ({
        observed: observed[kind * PHASE_COUNT + phase] ?? 0,
        expected: expected[kind * PHASE_COUNT + phase] ?? 0,
      }));
      const kappa = priorStrength(cells, STRENGTHS);
      cells.forEach((cell, phase) => {
        factors[kind * PHASE_COUNT + phase] = (cell.observed + kappa) / (cell.expected + kappa);
      });
    }
  }
  return { factors, matters: factors.some((factor) => Math.abs(Math.log(factor)) > MATTERS_FROM) };
}

function phaseTotals(tally: Tally): { observed: Float64Array; expected: Float64Array } {
  const { stageCount } = tally.layout;
  const observed = new Float64Array(KIND_COUNT * PHASE_COUNT);
  const expected = new Float64Array(KIND_COUNT * PHASE_COUNT);
  const bins = binTotals(tally);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const closing = isClosingStage(tally.targets, stageCount, stage);
    for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
      const kind = kindOf(cause, closing);
      for (let phase = 0; phase < PHASE_COUNT; phase += 1) {
        const at = kind * PHASE_COUNT + phase;
        const cell = (phase * stageCount + stage) * CAUSE_COUNT + cause;
        observed[at] = (observed[at] ?? 0) + (tally.phaseEvents[cell] ?? 0);
        for (let bin = 0; bin < BIN_COUNT; bin += 1) {
          const days = tally.phaseDays[(phase * stageCount + stage) * BIN_COUNT + bin] ?? 0;
          const total = bins.days[stage * BIN_COUNT + bin] ?? 0;
          const events = bins.events[(cause * stageCount + stage) * BIN_COUNT + bin] ?? 0;
          expected[at] = (expected[at] ?? 0) + (total > 0 ? (days * events) / total : 0);
        }
      }
    }
  }
  return { observed, expected };
}

/** Days by stage and bin, events by cause, stage and bin, over all classes and blocks. */
function binTotals(tally: Tally): { days: Float64Array; events: Float64Array } {
  const { stageCount, classCount, blockCount } = tally.layout;
  const width = stageCount * BIN_COUNT;
  const days = new Float64Array(width);
  const events = new Float64Array(CAUSE_COUNT * width);
  for (let row = 0; row < classCount * width; row += 1) {
    for (let block = 0; block < blockCount; block += 1) {
      const cell = row * blockCount + block;
      days[row % width] = (days[row % width] ?? 0) + (tally.daysAtRisk[cell] ?? 0);
      for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
        const at = cause * width + (row % width);
        events[at] = (events[at] ?? 0) + (tally.events[cause]?.[cell] ?? 0);
      }
    }
  }
  return { days, events };
}
