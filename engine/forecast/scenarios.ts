import type { PathGuess } from "./discount-filter.ts";
import type { Knowledge } from "./knowledge.ts";
import { blockSteps } from "./pace.ts";
import { type Scene, simulate } from "./simulate.ts";
import { type SummarySettings, summariseFutures } from "./summarise.ts";
import { CAUSES } from "./tally.ts";
import type { Scenario } from "./types.ts";

/** How scenarios are drawn and summed up. */
export interface ScenarioSettings extends SummarySettings {
  readonly draws: number;
  readonly seed: number;
  /** Whether a deal (index into the columns) is flagged. */
  readonly isFlagged: (deal: number) => boolean;
}

const HALF_YEAR_BLOCKS = 6;

/**
 * The same draws with something changed: the largest open deal lost; all flagged deals lost; deals moving and being
 * lost as in the last half year. What differs is due to the change alone.
 */
export function scenariosOf(scene: Scene, knowledge: Knowledge, settings: ScenarioSettings): Scenario[] {
  const scenarios: Scenario[] = [];
  const largest = largestOf(scene.openAmounts);
  if (largest !== null) {
    const deal = knowledge.spells.deals.source[scene.open.deal[largest] ?? 0] ?? null;
    const changed = without(scene, (i) => i === largest);
    scenarios.push({ kind: "largest-lost", deal, deals: 1, periods: run(changed, settings) });
  }
  const flagged = Array.from(scene.open.deal).filter(settings.isFlagged).length;
  if (flagged > 0) {
    const changed = without(scene, (i) => settings.isFlagged(scene.open.deal[i] ?? 0));
    scenarios.push({ kind: "flagged-lost", deal: null, deals: flagged, periods: run(changed, settings) });
  }
  const recent = { ...scene, model: { ...scene.model, pace: recentPace(scene, knowledge) } };
  scenarios.push({ kind: "recent-pace", deal: null, deals: 0, periods: run(recent, settings) });
  return scenarios;
}

function largestOf(amounts: Float64Array): number | null {
  let largest: number | null = null;
  amounts.forEach((amount, i) => {
    if (amount > (largest === null ? 0 : (amounts[largest] ?? 0))) largest = i;
  });
  return largest;
}

function without(scene: Scene, isLost: (open: number) => boolean): Scene {
  return { ...scene, openAmounts: scene.openAmounts.map((amount, i) => (isLost(i) ? 0 : amount)) };
}

function run(scene: Scene, settings: ScenarioSettings): Scenario["periods"] {
  const futures = simulate(scene, settings.draws, settings.seed);
  return summariseFutures(futures, scene.grid.periods, settings).map(({ mean, lower, upper }) => ({
    mean,
    lower,
    upper,
  }));
}

/** The pace of the last six blocks, without the prior that it is what it always was. */
function recentPace({ model }: Scene, { tally }: Knowledge): readonly (readonly PathGuess[])[] {
  return CAUSES.map((cause) => {
    const recent = blockSteps(tally, model.hazards, model.factors, cause).slice(-HALF_YEAR_BLOCKS);
    const [shape, rate] = recent.reduce(
      ([seen, due], { observed, expected }) => [seen + observed, due + expected],
      [1, 1],
    );
    return [{ weight: 1, setting: { omega: 1, delta: 0, pull: 0 }, shape, rate }];
  });
}
