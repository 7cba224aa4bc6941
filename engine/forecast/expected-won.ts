import { type Moments, momentsOf } from "./amount-moments.ts";
import { newStreams } from "./draw-new.ts";
import type { Parameters } from "./parameters.ts";
import { emptyPeriodWins } from "./period-wins.ts";
import { fillChances, type Scene } from "./simulate.ts";

/** What open and new deals bring on average, under given parameters and new deals a day. */
export type ExpectedWon = (
  at: { readonly parameters: Parameters; readonly rates: Float64Array },
  /** Days that each kind of open deal has stood in its stage, where they are not the scene's. */
  ages?: Int32Array,
) => number;

/**
 * Expected won amount over all periods of a scene: means, nothing is drawn. Weeks of the quarter and the scatter of months
 * are left out: over a year they cancel. Room is made once.
 */
export function expectedWon(scene: Scene): ExpectedWon {
  const { model, grid, groups, kinds } = scene;
  const periods = grid.periods.length;
  const wins = emptyPeriodWins(model, grid, groups.count);
  const chances = new Float64Array(kinds.count * periods);
  const sizes = scene.pool.cells.map(({ amounts }) => momentsOf(amounts));
  const stakes = stakesOf(scene, momentsOf(scene.wonAmounts));
  return ({ parameters, rates }, age = kinds.age) => {
    fillChances({ ...scene, kinds: { ...kinds, age } }, { parameters, factors: null, wins, chances });
    let sum = 0;
    for (const { mean, size } of newStreams(scene, wins, rates, sizes)) sum += mean * size.mean;
    chances.forEach((chance, at) => {
      sum += chance * (stakes[Math.floor(at / periods)] ?? 0);
    });
    return sum;
  };
}

/** Amounts of open deals together, by kind. */
function stakesOf({ kinds, openAmounts }: Scene, won: Moments): Float64Array {
  const stakes = new Float64Array(kinds.count);
  kinds.kindOf.forEach((kind, deal) => {
    const amount = openAmounts[deal] ?? Number.NaN;
    stakes[kind] = (stakes[kind] ?? 0) + (amount >= 0 ? amount : won.mean);
  });
  return stakes;
}
