import { drawGamma, drawPoisson } from "../stats/draws.ts";
import { type RandomSource, randomSource } from "../stats/random.ts";
import { priorStrength } from "./count-prior.ts";
import type { Step } from "./discount-filter.ts";

/** How a stage does of late, and how the better half of its quarters or owners does: events a day at risk. */
export interface HalfLevels {
  readonly late: number;
  readonly best: number;
}

/** The levels at their means, and drawn together. */
export interface Halves extends HalfLevels {
  readonly draw: (random: RandomSource) => HalfLevels;
}

const STRENGTHS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096, 1e6];
const REPLAYS = 200;
const GROUPS_A_YEAR = 4;

/**
 * The rate of the better half of groups of one history (quarters, owners), and of the groups marked as late, or of all.
 * Picking the better half gains by luck; how much is found by replaying counts under the rates that the groups probably
 * have (each drawn to the rate of all as far as chance explains what they differ by), and that much is taken back: where
 * groups differ no more than chance, the better half is no better than the rest. A draw of `late` is of the year to come,
 * which may differ from the last half year as quarters do from one another. Null where fewer than two groups were
 * exposed, or nothing happened.
 *
 * Formula: r_g ~ Gamma(O_g + ½, E_g); the half's rate ΣO/ΣE ÷ E[(picked rate)/(true rate of those picked)] over
 * O* ~ Poisson(E_g r̂_g), r̂_g = (O_g + κ)/(E_g + κ) on E scaled to the sum of O.
 * Source: method.md section 5; Efron 2011 (selection bias).
 */
export function halvesOf(
  groups: readonly Step[],
  better: "more" | "fewer",
  isLate: (group: number) => boolean = () => true,
): Halves | null {
  const observed = groups.reduce((sum, group) => sum + group.observed, 0);
  const days = groups.reduce((sum, group) => sum + group.expected, 0);
  if (groups.filter((group) => group.expected > 0).length < 2 || observed === 0) return null;
  const late = groups.map((_, group) => isLate(group));
  const half = bestOf(groups, better);
  const level = observed / days;
  const kappa = priorStrength(
    groups.map((group) => ({ ...group, expected: group.expected * level })),
    STRENGTHS,
  );
  const luck = luckOfPicking(groups, better, level, kappa);
  const yearly = GROUPS_A_YEAR * kappa;
  const levels = (rates: readonly number[]): HalfLevels => ({
    late: meanOver(groups, rates, late),
    best: meanOver(groups, rates, half) / luck,
  });
  return {
    ...levels(groups.map((group) => group.observed / Math.max(1, group.expected))),
    draw: (random) => {
      const { late, best } = levels(
        groups.map((group) => drawGamma(random, group.observed + 0.5, Math.max(1, group.expected))),
      );
      return { late: late * drawGamma(random, yearly, yearly), best };
    },
  };
}

/** The better half of the groups that were exposed; the middle one is in it. */
function bestOf(groups: readonly Step[], better: "more" | "fewer"): boolean[] {
  const sign = better === "more" ? -1 : 1;
  const rates = groups.map(({ observed, expected }) => observed / Math.max(1, expected));
  const exposed = [...groups.keys()].filter((group) => (groups[group]?.expected ?? 0) > 0);
  exposed.sort((a, b) => sign * ((rates[a] ?? 0) - (rates[b] ?? 0)) || a - b);
  const chosen = new Set(exposed.slice(0, Math.ceil(exposed.length / 2)));
  return groups.map((_, group) => chosen.has(group));
}

/** By which factor the rate of a picked half is off the true rate of those picked, on average. */
function luckOfPicking(
  groups: readonly Step[],
  better: "more" | "fewer",
  level: number,
  kappa: number,
): number {
  const truth = groups.map(
    ({ observed, expected }) => (level * (observed + kappa)) / (expected * level + kappa),
  );
  const random = randomSource(1);
  let sum = 0;
  for (let replay = 0; replay < REPLAYS; replay += 1) {
    const again = groups.map(({ expected }, group) => ({
      observed: drawPoisson(random, expected * (truth[group] ?? level)),
      expected,
    }));
    const picked = bestOf(again, better);
    const rates = again.map(({ observed, expected }) => observed / Math.max(1, expected));
    sum += Math.log(Math.max(LEAST_RATIO, meanOver(again, rates, picked) / meanOver(again, truth, picked)));
  }
  return Math.exp(sum / REPLAYS);
}

/** A picked half in which nothing happened is no ratio. */
const LEAST_RATIO = 0.05;

function meanOver(groups: readonly Step[], rates: readonly number[], isIn: readonly boolean[]): number {
  let [sum, weight] = [0, 0];
  groups.forEach(({ expected }, group) => {
    if (!isIn[group]) return;
    sum += expected * (rates[group] ?? 1);
    weight += expected;
  });
  return weight > 0 ? sum / weight : 1;
}
