import type { Day } from "../basics/day.ts";
import type { Model } from "./model.ts";
import { meanParameters, type Parameters, pressureBetween } from "./parameters.ts";
import { factorsAt, groupFactors } from "./score-groups.ts";
import type { Scene } from "./simulate.ts";
import { BACK, LOSS, PROGRESS } from "./tally.ts";
import { type LeavingChances, leadCurves, openWinCurve, winCurves } from "./win-curves.ts";

/** What is to be expected of one open deal. */
export interface DealOutlook {
  /** Index into `Timelines.deals`. */
  readonly deal: number;
  /** Chance to be won at all. Never 0 or 1. */
  readonly winProbability: number;
  /** Chance × what it would bring; null where no amount is known. */
  readonly expectedAmount: number | null;
  /** The middle day of its win, if it is won, with the days by which one in ten and nine in ten such wins come. */
  readonly expectedCloseDay: Day;
  readonly earlyCloseDay: Day;
  readonly lateCloseDay: Day;
  /** Half a typical stay in the stage: how long a wait `costOfWaiting` is about. */
  readonly waitDays: number;
  /** What so long a wait costs, if nothing happens: the fall of the chance × the amount; null where no amount is known. */
  readonly costOfWaiting: number | null;
}

const SHORTEST = 120;
const LONGEST = 720;
const HORIZONS = 48;
const LEAST_CHANCE = 0.005;

/** Chances and days of all open deals, at the means of all parameters. O(groups × stages × days² + deals × days). */
export function dealOutlooks(scene: Scene, day: Day, source: Int32Array): DealOutlook[] {
  const { model, open, openAmounts, kinds } = scene;
  const days = horizonOf(model);
  const step = Math.ceil(days / HORIZONS);
  const horizons = Array.from({ length: HORIZONS }, (_, i) => Math.min(days - 1, (i + 1) * step));
  const byKind = kindCurves(scene, days, horizons);
  return Array.from(open.deal, (deal, i) => {
    const { now, later, waitDays } = byKind[kinds.kindOf[i] ?? 0] ?? { now: [], later: 0, waitDays: 1 };
    const final = now[now.length - 1] ?? 0;
    const chance = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, final));
    const amount = openAmounts[i] ?? Number.NaN;
    const dayAt = (share: number): Day => day + crossing(now, horizons, share * final);
    return {
      deal: source[deal] ?? 0,
      winProbability: chance,
      expectedAmount: amount >= 0 ? chance * amount : null,
      expectedCloseDay: dayAt(0.5),
      earlyCloseDay: dayAt(0.1),
      lateCloseDay: dayAt(0.9),
      waitDays,
      costOfWaiting: amount >= 0 ? Math.max(0, final - later) * amount : null,
    };
  });
}

/** Long enough for nearly all that will be won. */
function horizonOf({ scale }: Model): number {
  const stays = scale.tau.reduce((sum, tau) => sum + tau, 0);
  return Math.round(Math.min(LONGEST, Math.max(SHORTEST, 4 * stays)));
}

/** The first day by which the curve has risen to a height, between horizons on a straight line. */
function crossing(curve: readonly number[], horizons: readonly number[], height: number): number {
  let [before, beforeDay] = [0, 0];
  for (let i = 0; i < curve.length; i += 1) {
    const [value, day] = [curve[i] ?? 0, horizons[i] ?? 0];
    if (value >= height && value > before) {
      return Math.max(1, Math.round(beforeDay + ((height - before) / (value - before)) * (day - beforeDay)));
    }
    [before, beforeDay] = [value, day];
  }
  return Math.max(1, beforeDay);
}

interface KindCurve {
  readonly now: readonly number[];
  /** Chance to be won in the end, if it still stands there half a typical stay later. */
  readonly later: number;
  readonly waitDays: number;
}

function kindCurves(scene: Scene, days: number, horizons: readonly number[]): KindCurve[] {
  const { model, groups, scores, kinds } = scene;
  const parameters = meanParameters(model);
  const leads = { progress: model.targets.progress, back: model.targets.back };
  const stages = [...Array(model.stageCount).keys()];
  const thetas = groupFactors(groups, parameters.factors);
  const stays = groupFactors(scores, parameters.factors);
  const groupCurves = Array.from({ length: groups.count }, (_, group) => {
    const theta = factorsAt(thetas, group);
    const curves = winCurves(
      stages.map((stage) => leaving(model, parameters, stage, theta, 0, days)),
      leads,
      days,
    );
    return stages.map((stage) => leadCurves(curves, leads, stage, days));
  });
  const end = [days - 1];
  return Array.from({ length: kinds.count }, (_, kind) => {
    const row = kinds.classOf[kind] ?? 0;
    const [stage, age] = [kinds.stage[kind] ?? 0, kinds.age[kind] ?? 0];
    const theta = factorsAt(stays, kinds.score[kind] ?? 0);
    const waitDays = Math.max(1, Math.round((model.scale.tau[stage] ?? 1) / 2));
    const after = groupCurves[groups.groupOf[row] ?? 0]?.[stage];
    if (!after) return { now: [], later: 0, waitDays };
    const stay = leavingFromAge(model, parameters, stage, theta, age, days);
    const idle = leavingFromAge(model, parameters, stage, theta, age + waitDays, days);
    return {
      now: openWinCurve(stay, after, 0, horizons),
      later: openWinCurve(idle, after, 0, end)[0] ?? 0,
      waitDays,
    };
  });
}

/** Daily chances of a deal that has stayed `age` days; its first entry, today, is 0. */
function leavingFromAge(
  model: Model,
  parameters: Parameters,
  stage: number,
  theta: Float64Array,
  age: number,
  days: number,
): LeavingChances {
  const later = leaving(model, parameters, stage, theta, age + 1, days);
  const shifted = (chances: Float64Array): Float64Array => {
    const moved = new Float64Array(days);
    moved.set(chances.subarray(0, days - 1), 1);
    return moved;
  };
  return { progress: shifted(later.progress), lost: shifted(later.lost), back: shifted(later.back) };
}

function leaving(
  model: Model,
  parameters: Parameters,
  stage: number,
  theta: Float64Array,
  from: number,
  days: number,
): LeavingChances {
  const progress = new Float64Array(days);
  const lost = new Float64Array(days);
  const back = new Float64Array(days);
  const between = (cause: number, age: number): number =>
    (theta[cause] ?? 1) * pressureBetween(parameters, cause * model.stageCount + stage, age, age + 1);
  let here = 1;
  for (let u = 0; u < days && here > 1e-7; u += 1) {
    const on = between(PROGRESS, from + u);
    const off = between(LOSS, from + u);
    const returning = between(BACK, from + u);
    const total = on + off + returning;
    if (total <= 0) continue;
    const out = here * (1 - Math.exp(-total));
    progress[u] = (out * on) / total;
    lost[u] = (out * off) / total;
    back[u] = (out * returning) / total;
    here -= out;
  }
  return { progress, lost, back };
}
