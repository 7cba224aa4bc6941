import { BIN_COUNT } from "./age-scale.ts";
import { type Expectation, priorStrength } from "./count-prior.ts";
import { CAUSE_COUNT, LOSS, PHASE_COUNT, PROGRESS, type Tally } from "./tally.ts";
import type { ClassCounts } from "./traits.ts";

/** Leaving in three kinds that may each have their rhythm. */
export const CLOSING = 0;
/** Losing, from any stage. */
export const LOSING = 1;
/** Moving on or back without winning. */
export const MOVING = 2;
const KIND_COUNT = 3;

/** Factor on the chance to leave, by kind and by weeks to the quarter's end. */
export interface QuarterPhase {
  readonly factors: Float64Array;
  /** Whether any factor is far enough from 1 to matter. */
  readonly matters: boolean;
}

const STRENGTHS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096, 1e6];
const MATTERS_FROM = 0.2;

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

const LEAST_QUARTERS = 3;
const LEVEL_PRIOR = 5;

/**
 * Whether wins, losses and moves cluster at certain weeks of the quarter: what happened in each of its thirteen
 * weeks against what the ages of the deals then open let expect, each quarter brought to its own level first. Drawn
 * to 1 as far as the weeks do not scatter more than chance, and as far as the quarters do not agree. Needs three
 * quarters of history, else all are 1.
 */
export function quarterPhase(tally: Tally, counts: ClassCounts): QuarterPhase {
  const factors = new Float64Array(KIND_COUNT * PHASE_COUNT).fill(1);
  const cells = quarterCells(tally, counts);
  for (let kind = 0; kind < KIND_COUNT; kind += 1) {
    const quarters = levelled(cells[kind] ?? []);
    if (quarters.length < LEAST_QUARTERS) continue;
    const scatter = disagreement(quarters);
    const weeks = sumWeeks(quarters).map(({ observed, expected }) => ({
      observed: observed / scatter,
      expected: expected / scatter,
    }));
    const kappa = priorStrength(weeks, STRENGTHS);
    weeks.forEach(({ observed, expected }, week) => {
      factors[kind * PHASE_COUNT + week] = (observed + kappa) / (expected + kappa);
    });
  }
  return { factors, matters: factors.some((factor) => Math.abs(Math.log(factor)) > MATTERS_FROM) };
}

/** Quarters with events, the expectation of each brought to what it saw in all. */
function levelled(quarters: readonly Expectation[][]): Expectation[][] {
  return quarters.flatMap((weeks) => {
    const seen = weeks.reduce((sum, { observed }) => sum + observed, 0);
    const due = weeks.reduce((sum, { expected }) => sum + expected, 0);
    if (due <= 0 || seen === 0) return [];
    const level = (seen + LEVEL_PRIOR) / (due + LEVEL_PRIOR);
    return [weeks.map(({ observed, expected }) => ({ observed, expected: expected * level }))];
  });
}

function sumWeeks(quarters: readonly Expectation[][]): { observed: number; expected: number }[] {
  return Array.from({ length: PHASE_COUNT }, (_, week) => ({
    observed: quarters.reduce((sum, weeks) => sum + (weeks[week]?.observed ?? 0), 0),
    expected: quarters.reduce((sum, weeks) => sum + (weeks[week]?.expected ?? 0), 0),
  }));
}

/** How much more the same week scatters from quarter to quarter than chance lets it; 1 or more (Pearson's χ² over its degrees of freedom). */
function disagreement(quarters: readonly Expectation[][]): number {
  const weeks = sumWeeks(quarters);
  let [square, cells] = [0, 0];
  for (const quarter of quarters) {
    quarter.forEach(({ observed, expected }, week) => {
      const { observed: seen = 0, expected: due = 0 } = weeks[week] ?? {};
      const mean = due > 0 ? (expected * (seen + 1)) / (due + 1) : 0;
      if (mean <= 0) return;
      square += (observed - mean) ** 2 / Math.max(mean, 0.5);
      cells += 1;
    });
  }
  return Math.max(1, square / Math.max(1, cells - PHASE_COUNT));
}

/** Events and those expected, by kind, quarter and week. */
function quarterCells(tally: Tally, counts: ClassCounts): { observed: number; expected: number }[][][] {
  const { stageCount, quarterCount } = tally.layout;
  const cells = Array.from({ length: KIND_COUNT }, () =>
    Array.from({ length: quarterCount }, () =>
      Array.from({ length: PHASE_COUNT }, () => ({ observed: 0, expected: 0 })),
    ),
  );
  const chances = dailyChances(counts);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const closing = isClosingStage(tally.targets, stageCount, stage);
    for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
      const ofKind = cells[kindOf(cause, closing)];
      const from = (cause * stageCount + stage) * BIN_COUNT;
      for (let phase = 0; phase < quarterCount * PHASE_COUNT; phase += 1) {
        const cell = ofKind?.[Math.floor(phase / PHASE_COUNT)]?.[phase % PHASE_COUNT];
        if (!cell) continue;
        cell.observed += tally.phaseEvents[(phase * stageCount + stage) * CAUSE_COUNT + cause] ?? 0;
        const days = (phase * stageCount + stage) * BIN_COUNT;
        let expected = 0;
        for (let bin = 0; bin < BIN_COUNT; bin += 1)
          expected += (tally.phaseDays[days + bin] ?? 0) * (chances[from + bin] ?? 0);
        cell.expected += expected;
      }
    }
  }
  return cells;
}

/** Events a day at risk by cause, stage and bin, over all classes. */
function dailyChances({ stageCount, ...counts }: ClassCounts): Float64Array {
  const width = stageCount * BIN_COUNT;
  const days = new Float64Array(width);
  const events = new Float64Array(CAUSE_COUNT * width);
  for (let row = 0; row < counts.days.length; row += 1) {
    if (counts.days[row] === 0) continue;
    days[row % width] = (days[row % width] ?? 0) + (counts.days[row] ?? 0);
    for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
      const at = cause * width + (row % width);
      events[at] = (events[at] ?? 0) + (counts.events[cause]?.[row] ?? 0);
    }
  }
  return events.map((count, at) => ((days[at % width] ?? 0) > 0 ? count / (days[at % width] ?? 1) : 0));
}
