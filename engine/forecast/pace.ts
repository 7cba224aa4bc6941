import { BIN_COUNT } from "./age-scale.ts";
import {
  discountFilter,
  type FilterState,
  type PathGuess,
  type Step,
  weighPaths,
} from "./discount-filter.ts";
import { type Hazards, hazardCell } from "./hazards.ts";
import { CAUSE_COUNT, CAUSES, type Tally } from "./tally.ts";

/** The pace of late against the whole history, by cause. */
export type Pace = readonly (readonly PathGuess[])[];

const START_EVENTS = 30;
const PULL = 2;
const OMEGAS = [1, 0.97, 0.93, 0.87, 0.8, 0.7, 0.55];
const STEADY_PRIOR = 3;
const DELTAS = [0, 0.01, 0.03, 0.08];
/** So much is known of the pace right after a break, in events. */
const BREAK_EVENTS = 4;
const LEAST_SIDE = 2;

/**
 * Whether deals move, or are lost, faster or slower of late than over the whole history: block by block of thirty
 * days, what happened against what the model expected of the deals then open. Averaged, by likelihood, over how the
 * pace may change and over how much a single block scatters (δ). It may not change at all (ω = 1), which counts three
 * times; drift, by forgetting what is old (ω < 1); or break once, as where a team or a price list changes: all breaks
 * together count as much as one way to drift. Without breaks a change long past would be taken for a lasting drift,
 * and the pace for far less certain than it is.
 * Of all stages, or of all but one.
 * Source: Harvey & Fernandes 1989; method.md 6.6; breaks: Barry & Hartigan 1993, with one break.
 */
export function paceOf(
  tally: Tally,
  hazards: Hazards,
  factors: Float64Array,
  except: number | null = null,
): Pace {
  return blockSteps(tally, hazards, factors, except).map(pathsOf);
}

/** The ways the pace of one cause may have gone, weighed by what they made of its blocks. */
export function pathsOf(steps: readonly Step[]): PathGuess[] {
  const start = { shape: START_EVENTS, rate: START_EVENTS, logLikelihood: 0 };
  const guesses = DELTAS.flatMap((delta) => [
    ...OMEGAS.map((omega) => {
      const setting = { omega, delta, pull: PULL };
      const prior = omega === 1 ? STEADY_PRIOR : 1;
      return { setting, prior, state: discountFilter(steps, start, setting) };
    }),
    ...brokenPaths(steps, start, delta),
  ]);
  return weighPaths(guesses).filter(({ weight }) => weight > 1e-4);
}

/** One path for each block before which the pace may have broken. */
function brokenPaths(steps: readonly Step[], start: FilterState, delta: number) {
  const setting = { omega: 1, delta, pull: PULL };
  const count = Math.max(1, steps.length - 2 * LEAST_SIDE + 1);
  let before = discountFilter(steps, start, setting, 0, Math.min(LEAST_SIDE, steps.length));
  return steps.slice(LEAST_SIDE, 1 - LEAST_SIDE).map((_, i) => {
    const at = LEAST_SIDE + i;
    const { shape, rate, logLikelihood } = before;
    const anew = { shape: BREAK_EVENTS, rate: (BREAK_EVENTS * rate) / shape, logLikelihood };
    before = discountFilter(steps, before, setting, at, at + 1);
    return { setting, prior: 1 / count, state: discountFilter(steps, anew, setting, at) };
  });
}

/** By cause: events of each block, and those expected of the days at risk in it. */
export function blockSteps(
  tally: Tally,
  hazards: Hazards,
  factors: Float64Array,
  except: number | null = null,
): Step[][] {
  const { classCount, stageCount, blockCount } = tally.layout;
  const expected = new Float64Array(CAUSE_COUNT * blockCount);
  const chances = new Float64Array(CAUSE_COUNT);
  for (let row = 0; row < classCount * stageCount; row += 1) {
    const stage = row % stageCount;
    if (stage === except) continue;
    for (let bin = 0; bin < BIN_COUNT; bin += 1) {
      if (tally.allDays[row * BIN_COUNT + bin] === 0) continue;
      for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
        const at = hazardCell(stageCount, cause, stage, bin);
        const factor = factors[Math.floor(row / stageCount) * CAUSE_COUNT + cause] ?? 1;
        chances[cause] = (factor * (hazards.shape[at] ?? 0)) / (hazards.rate[at] ?? 1);
      }
      const cell = (row * BIN_COUNT + bin) * blockCount;
      for (let block = 0; block < blockCount; block += 1) {
        const days = tally.daysAtRisk[cell + block] ?? 0;
        if (days === 0) continue;
        for (let cause = 0; cause < CAUSE_COUNT; cause += 1) {
          const at = cause * blockCount + block;
          expected[at] = (expected[at] ?? 0) + days * (chances[cause] ?? 0);
        }
      }
    }
  }
  return CAUSES.map((cause) => {
    const steps = Array.from({ length: blockCount }, (_, block) => ({
      observed: eventsIn(tally, cause, block, except),
      expected: expected[cause * blockCount + block] ?? 0,
    }));
    return steps.slice(0, lastTold(steps) + 1);
  });
}

function eventsIn({ layout, events }: Tally, cause: number, block: number, except: number | null): number {
  let sum = 0;
  for (let stage = 0; stage < layout.stageCount; stage += 1)
    if (stage !== except) sum += events[cause]?.[stage * layout.blockCount + block] ?? 0;
  return sum;
}

/** The last block in which anything could happen: later ones are still to come. */
function lastTold(steps: readonly Step[]): number {
  let last = steps.length - 1;
  while (last >= 0 && (steps[last]?.expected ?? 0) === 0) last -= 1;
  return last;
}
