import type { Day } from "../basics/day.ts";
import type { Period } from "../basics/period.ts";
import type { Knowledge } from "./knowledge.ts";
import { periodGrid } from "./period-grid.ts";
import { recentPace } from "./recent-pace.ts";
import { type Futures, type Scene, simulate } from "./simulate.ts";

/** The months ahead, simulated once: forecasts by month and by quarter, and their scenarios, are read off them. */
export interface Ahead {
  readonly months: readonly Period[];
  readonly futures: Futures;
  /** What is lost in each case of `futures.fromOpenWithout`. */
  readonly losses: readonly Loss[];
  /** Fewer draws, with deals moving and being lost as in the last half year. */
  readonly recent: Futures;
}

/** Open deals that are lost in a scenario. */
export interface Loss {
  readonly kind: "largest-lost" | "flagged-lost";
  /** Index into `Timelines.deals`, where it is one deal. */
  readonly deal: number | null;
  readonly deals: number;
  /** 1 for the open deals that are lost. */
  readonly lost: Uint8Array;
}

/** How the months ahead are simulated. */
export interface AheadSettings {
  readonly draws: number;
  readonly seed: number;
  /** Whether a deal (index into the columns) is flagged. */
  readonly isFlagged: (deal: number) => boolean;
}

/** The difference of a scenario is told by so many draws, made with the forecast's own random numbers. */
const SCENARIO_DRAWS = 250;

/** Simulates the months, and what would be different: O(draws) once, and a quarter of it for the recent pace. */
export function lookAhead(
  scene: Scene,
  knowledge: Knowledge,
  asOfDay: Day,
  months: readonly Period[],
  { draws, seed, isFlagged }: AheadSettings,
): Ahead {
  const monthly = { ...scene, grid: periodGrid(asOfDay, months) };
  const losses = lossesOf(monthly, knowledge, isFlagged);
  const recent = { ...monthly, pace: recentPace(scene.model, knowledge.tally) };
  return {
    months,
    losses,
    futures: simulate(
      monthly,
      draws,
      seed,
      losses.map(({ lost }) => lost),
    ),
    recent: simulate(recent, Math.min(draws, SCENARIO_DRAWS), seed),
  };
}

function lossesOf(
  { open, openAmounts }: Scene,
  { spells }: Knowledge,
  isFlagged: (deal: number) => boolean,
): Loss[] {
  const losses: Loss[] = [];
  const largest = largestOf(openAmounts);
  if (largest !== null) {
    const deal = spells.deals.source[open.deal[largest] ?? 0] ?? null;
    const lost = new Uint8Array(open.count);
    lost[largest] = 1;
    losses.push({ kind: "largest-lost", deal, deals: 1, lost });
  }
  const lost = Uint8Array.from(open.deal, (deal) => (isFlagged(deal) ? 1 : 0));
  const deals = lost.reduce((sum, one) => sum + one, 0);
  if (deals > 0) losses.push({ kind: "flagged-lost", deal: null, deals, lost });
  return losses;
}

/** Where all are alike, as where each deal counts one, none is the largest. */
function largestOf(amounts: Float64Array): number | null {
  let largest: number | null = null;
  amounts.forEach((amount, i) => {
    if (amount > (largest === null ? 0 : (amounts[largest] ?? 0))) largest = i;
  });
  const areAlike = amounts.length > 1 && amounts.every((amount) => amount === amounts[0]);
  return areAlike ? null : largest;
}
