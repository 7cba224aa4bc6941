import type { Day } from "../basics/day.ts";
import type { Model } from "./model.ts";
import { meanParameters, type Parameters, pressureAt } from "./parameters.ts";
import { groupFactors } from "./score-groups.ts";
import type { Scene } from "./simulate.ts";
import { BACK, CAUSE_COUNT, LOSS, PROGRESS } from "./tally.ts";
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
  /** What half a typical stay of doing nothing costs: the fall of the chance × the amount. */
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
    const { now, later } = byKind[kinds.kindOf[i] ?? 0] ?? { now: [], later: 0 };
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
}

function kindCurves(scene: Scene, days: number, horizons: readonly number[]): KindCurve[] {
  const { model, groups, kinds } = scene;
  const parameters = meanParameters(model);
  const leads = { progress: model.targets.progress, back: model.targets.back };
  const stages = [...Array(model.stageCount).keys()];
  const groupCurves = Array.from({ length: groups.count }, (_, group) => {
    const theta = groupFactors(groups, group, parameters.factors);
    const curves = winCurves(
      stages.map((stage) => leavingChances(model, parameters, stage, theta, days)),
      leads,
      days,
    );
    return stages.map((stage) => leadCurves(curves, leads, stage, days));
  });
  const end = [days - 1];
  return Array.from({ length: kinds.count }, (_, kind) => {
    const row = kinds.classOf[kind] ?? 0;
    const [stage, age] = [kinds.stage[kind] ?? 0, kinds.age[kind] ?? 0];
    const theta = Array.from(parameters.factors.subarray(row * CAUSE_COUNT, (row + 1) * CAUSE_COUNT));
    const wait = Math.max(1, Math.round((model.scale.tau[stage] ?? 1) / 2));
    const after = groupCurves[groups.groupOf[row] ?? 0]?.[stage];
    if (!after) return { now: [], later: 0 };
    const stay = leavingFromAge(model, parameters, stage, theta, age, days);
    const idle = leavingFromAge(model, parameters, stage, theta, age + wait, days);
    return { now: openWinCurve(stay, after, 0, horizons), later: openWinCurve(idle, after, 0, end)[0] ?? 0 };
  });
}

function leavingChances(
  model: Model,
  parameters: Parameters,
  stage: number,
  theta: readonly number[],
  days: number,
): LeavingChances {
  return leaving(model, parameters, stage, theta, 0, days);
}

/** Daily chances of a deal that has stayed `age` days; its first entry, today, is 0. */
function leavingFromAge(
  model: Model,
  parameters: Parameters,
  stage: number,
  theta: readonly number[],
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
  theta: readonly number[],
  from: number,
  days: number,
): LeavingChances {
  const chances = [new Float64Array(days), new Float64Array(days), new Float64Array(days)];
  const rows = [PROGRESS, LOSS, BACK].map((cause) => cause * model.stageCount + stage);
  let here = 1;
  let last = rows.map((row) => pressureAt(parameters, row, from));
  for (let u = 0; u < days && here > 1e-7; u += 1) {
    const now = rows.map((row) => pressureAt(parameters, row, from + u + 1));
    const own = now.map((pressure, cause) => (theta[cause] ?? 1) * (pressure - (last[cause] ?? 0)));
    const total = own.reduce((sum, pressure) => sum + pressure, 0);
    const out = here * -Math.expm1(-total);
    own.forEach((pressure, cause) => {
      const values = chances[cause];
      if (values && total > 0) values[u] = (out * pressure) / total;
    });
    here -= out;
    last = now;
  }
  const [progress = new Float64Array(0), lost = new Float64Array(0), back = new Float64Array(0)] = chances;
  return { progress, lost, back };
}
