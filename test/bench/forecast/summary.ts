import type { Method } from "../../../engine/forecast/backtest.ts";
import { scoreOf } from "../../../engine/forecast/scores.ts";
import { quantile } from "../../../engine/stats/quantile.ts";
import { randomSource } from "../../../engine/stats/random.ts";
import type { Judged } from "./run-world.ts";

/** One line of the table: a scenario, by month or by quarter. */
export interface Line {
  readonly world: string;
  readonly by: "month" | "quarter";
  readonly seeds: number;
  readonly forecasts: number;
  readonly wape: number;
  readonly bias: number;
  readonly limitBias: number;
  readonly coverage: number;
  /** The true process's own intervals: chance and amounts that come in lumps move it off 80 %. */
  readonly limitCoverage: number;
  readonly best: string;
  /** CRPS over the best baseline's, with its 80 % bootstrap interval over seeds. */
  readonly ratio: number;
  readonly ratioLower: number;
  readonly ratioUpper: number;
  readonly limitRatio: number;
  /** (best baseline − ours) / (best baseline − limit). */
  readonly gapClosed: number;
}

const BASELINES: readonly Method[] = [
  "trailing-mean-3",
  "trailing-mean-6",
  "same-period-last-year",
  "exponential-smoothing",
  "damped-trend",
  "weighted-pipeline",
  "naive-bayes",
];
const RESAMPLES = 1000;

export function summarise(world: string, by: "month" | "quarter", all: readonly Judged[]): Line {
  const rows = all.filter(({ stretch }) => (stretch === "quarter") === (by === "quarter"));
  const crps = (method: string, seeds?: readonly number[]): number => meanCrps(rows, method, seeds);
  const best = BASELINES.reduce((a, b) => (crps(b) < crps(a) ? b : a));
  const own = scoreOf(rows.filter(({ method }) => method === "pipecast"));
  const limit = scoreOf(rows.filter(({ method }) => method === "limit"));
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const random = randomSource(7);
  const table = new Map(
    [...BASELINES, "pipecast"].map((method) => [method, seeds.map((seed) => crps(method, [seed]))]),
  );
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const picks = seeds.map(() => random.below(seeds.length));
    const sum = (method: string) => picks.reduce((total, i) => total + (table.get(method)?.[i] ?? 0), 0);
    return sum("pipecast") / sum(best);
  });
  return {
    world,
    by,
    seeds: seeds.length,
    forecasts: own?.n ?? 0,
    wape: own?.wape ?? 0,
    bias: own?.bias ?? 0,
    limitBias: limit?.bias ?? 0,
    coverage: own?.coverage ?? 0,
    limitCoverage: limit?.coverage ?? 0,
    best,
    ratio: crps("pipecast") / crps(best),
    ratioLower: quantile(ratios, 0.1),
    ratioUpper: quantile(ratios, 0.9),
    limitRatio: crps("limit") / crps(best),
    gapClosed: (crps(best) - crps("pipecast")) / (crps(best) - crps("limit")),
  };
}

function meanCrps(rows: readonly Judged[], method: string, seeds?: readonly number[]): number {
  let [sum, n] = [0, 0];
  for (const row of rows) {
    if (row.method !== method || (seeds && !seeds.includes(row.seed))) continue;
    sum += row.crps;
    n += 1;
  }
  return n > 0 ? sum / n : Number.POSITIVE_INFINITY;
}
