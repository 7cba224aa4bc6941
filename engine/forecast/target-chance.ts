import { type Figure, type Missing, missing } from "../basics/figure.ts";
import type { Period } from "../basics/period.ts";
import type { ForecastBasis } from "./forecast-basis.ts";
import { gather } from "./gather.ts";
import { monthsOf, periodGrid } from "./period-grid.ts";
import { poolOf, recentArrivals } from "./pool.ts";
import { type Scene, simulate } from "./simulate.ts";
import { summariseFutures } from "./summarise.ts";

/** A target, with what has been won of it. */
export interface ChanceAsked {
  readonly period: Period;
  /** Null for the whole team. */
  readonly owner: string | null;
  readonly amount: number;
  readonly wonAmount: number;
}

const DRAWS = 400;
/** With fewer deals begun, what an owner brings is not known from their own. */
const FEWEST_DEALS = 10;

/**
 * The chance to win a target by the end of its period: the share of simulated futures that bring what is still missing.
 * For an owner only the owner's open deals, each with its own chance, and as many new deals as were the owner's share of
 * recent ones, with their amounts. The spread is that of the team's forecast, as past ranges called for. Missing where
 * no forecast can be made, and for an owner with fewer than 10 deals begun in the history. Source: method.md 6.10 and 9.
 */
export function chanceOfTarget(basis: ForecastBasis, asked: ChanceAsked): Figure<number> {
  const nothing = reasonForNone(basis);
  if (nothing) return nothing;
  const { asOfDay, level, seed } = basis;
  const { period, owner, amount, wonAmount } = asked;
  const months = monthsOf(asOfDay, [period]);
  if (wonAmount >= amount) return 1;
  if (months.length === 0) return 0;
  const scene = owner === null ? basis.scene : sceneOfOwner(basis, owner);
  if ("missing" in scene) return scene;
  const futures = simulate({ ...scene, grid: periodGrid(asOfDay, months) }, DRAWS, seed);
  const { spread } = basis.past();
  const [summed] = summariseFutures(gather(futures, months, [period]), [period], {
    level,
    spread: period.unit === "month" ? spread.month : spread.quarter,
    targets: new Map([[period.label, amount]]),
    wonSoFar: [wonAmount],
  });
  return summed?.chanceOfTarget ?? missing("too-few", 0);
}

function reasonForNone({ size, scene }: ForecastBasis): Missing | null {
  if (size.won === 0) return missing("none-won", size.closed);
  return scene.wonAmounts.some((amount) => amount > 0) ? null : missing("no-amounts", size.won);
}

/** What one owner's open deals and share of new ones bring. */
function sceneOfOwner({ scene, spells, knowledge, asOfDay }: ForecastBasis, owner: string): Scene | Missing {
  const code = spells.deals.traitNames.owner.indexOf(owner);
  const isTheirs = (deal: number): boolean => code >= 0 && spells.deals.traits.owner[deal] === code;
  let begun = 0;
  for (let i = 0; i < spells.arrivals.count; i += 1) {
    const isKnown = (spells.arrivals.day[i] ?? 0) <= asOfDay;
    if (isKnown && isTheirs(spells.arrivals.deal[i] ?? 0)) begun += 1;
  }
  if (begun < FEWEST_DEALS) return missing("too-few", begun);
  const recent = recentArrivals(spells, asOfDay);
  const own = recent.filter((i) => isTheirs(spells.arrivals.deal[i] ?? 0));
  const { amounts, classes, trustsAmounts } = knowledge;
  const pool = poolOf(spells, own, classes, scene.groups, {
    known: (deal) => trustsAmounts || (amounts.listed && (spells.deals.closed[deal] ?? 0) <= asOfDay),
    won: scene.wonAmounts,
  });
  const share = own.length / recent.length;
  return {
    ...scene,
    openAmounts: scene.openAmounts.map((amount, i) => (isTheirs(scene.open.deal[i] ?? 0) ? amount : 0)),
    pool: { cells: pool.cells.map((cell) => ({ ...cell, share: cell.share * share })) },
  };
}
