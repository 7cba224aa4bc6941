import type { Day } from "../basics/day.ts";
import { once } from "../basics/once.ts";
import type { Period } from "../basics/period.ts";
import type { Timelines } from "../pipeline/timelines.ts";
import { type Ahead, lookAhead } from "./ahead.ts";
import { type BacktestRun, type BacktestSettings, backtest } from "./backtest.ts";
import { type Knowledge, knowledgeOf, modelOf, sceneOf, type Trust } from "./knowledge.ts";
import { type DealOutlook, dealOutlooks } from "./outlook.ts";
import { monthsOf, periodsFrom } from "./period-grid.ts";
import type { Scene } from "./simulate.ts";
import { type Spells, spellsOf, TRAIT_FIELDS } from "./spells.ts";
import {
  amountNotes,
  customerNotes,
  type HistorySize,
  historySize,
  isThin,
  newStageNotes,
  sizeNotes,
} from "./thin.ts";
import type { BasisOptions, ForecastNote } from "./types.ts";

/** What forecasts by month and by quarter share: the model, the record of past forecasts, each open deal's outlook. */
export interface ForecastBasis {
  readonly timelines: Timelines;
  readonly asOfDay: Day;
  readonly level: number;
  readonly seed: number;
  readonly spells: Spells;
  readonly size: HistorySize;
  readonly knowledge: Knowledge;
  /** Of the running month. */
  readonly scene: Scene;
  /** The months that the periods are made of and maybe more, simulated when they are first asked for. */
  readonly ahead: (periods: readonly Period[]) => Ahead;
  readonly deals: readonly DealOutlook[];
  /** The backtest, run when it is first asked for. */
  readonly past: () => BacktestRun;
  /** What is to be said of the history, whatever the periods. */
  readonly notes: readonly ForecastNote[];
}

/** What the parts of a forecast that take longest are worked out from; plain data. */
export interface ForecastTask {
  readonly spells: Spells;
  readonly asOfDay: Day;
  readonly trust: Trust;
  readonly settings: BacktestSettings;
}

/** The knowledge a forecast rests on, and the record of past ones; `None` where there may be none. Plain data. */
export interface ForecastParts<None = never> {
  readonly knowledge: () => Omit<Knowledge, "spells"> | None;
  readonly run: () => BacktestRun | None;
}

/**
 * Begins the parts where a host can run them while the rest goes on, in a thread of its own. Each waits for its end, and
 * is null where it came to none; `run` is asked for only after a `knowledge` that came. Null: it cannot.
 */
export type ForecastAside = (task: ForecastTask) => ForecastParts<null> | null;

/** Deals as columns, what is known of them, and the record of past forecasts. */
export interface Past {
  readonly spells: Spells;
  readonly knowledge: () => Knowledge;
  readonly run: () => BacktestRun;
}

const DRAWS = 1000;
const BACKTEST_DRAWS = 160;
const MOST_CUTOFFS = 24;

/** Each part as it is asked for, here and now. */
export function forecastParts({ spells, asOfDay, trust, settings }: ForecastTask): ForecastParts {
  return {
    knowledge: () => {
      const { spells: _, ...known } = knowledgeOf(spells, asOfDay, trust);
      return known;
    },
    run: () => backtest(spells, asOfDay, settings),
  };
}

/** What the past tells: begun now where a host runs it aside, else worked out when it is first asked for. */
export function pastOf(
  timelines: Timelines,
  asOfDay: Day,
  { level, seed }: BasisOptions,
  aside?: ForecastAside,
): Past {
  const spells = spellsOf(timelines);
  const fields = isThin(historySize(spells, asOfDay)) ? [] : TRAIT_FIELDS;
  const settings = { seed, level, draws: BACKTEST_DRAWS, mostCutoffs: MOST_CUTOFFS };
  const task = { spells, asOfDay, trust: { fields, amounts: true }, settings };
  const begun = aside?.(task) ?? null;
  const known = once(() => begun?.knowledge() ?? null);
  const own = forecastParts(task);
  return {
    spells,
    knowledge: once(() => ({ ...(known() ?? own.knowledge()), spells })),
    run: once(() => (known() && begun?.run()) ?? own.run()),
  };
}

/** Learns from all that was known on a day. Past forecasts are judged by month and by three months in one backtest. */
export function forecastBasis(
  timelines: Timelines,
  asOfDay: Day,
  options: BasisOptions,
  past: Past = pastOf(timelines, asOfDay, options),
): ForecastBasis {
  const { spells, run } = past;
  const { level, seed, draws = DRAWS, flagged, months: least = 1 } = options;
  const size = historySize(spells, asOfDay);
  const knowledge = past.knowledge();
  const scene = sceneOf(knowledge, modelOf(knowledge), periodsFrom(asOfDay, "month", 1));
  const isFlagged = (deal: number): boolean =>
    flagged?.has(timelines.deals[spells.deals.source[deal] ?? 0]?.facts.id ?? "") ?? false;
  let known: Ahead | null = null;
  const ahead = (periods: readonly Period[]): Ahead => {
    const months = monthsOf(asOfDay, periods);
    if (!known || known.months.length < months.length) {
      const count = Math.max(least, months.length);
      known = lookAhead(scene, knowledge, asOfDay, periodsFrom(asOfDay, "month", count), {
        draws,
        seed,
        isFlagged,
      });
    }
    return known;
  };
  return {
    timelines,
    asOfDay,
    level,
    seed,
    spells,
    size,
    knowledge,
    scene,
    ahead,
    deals: size.closed > 0 ? dealOutlooks(scene, asOfDay, spells.deals.source) : [],
    past: run,
    notes: [
      ...sizeNotes(size, level),
      ...newStageNotes(timelines, spells, asOfDay),
      ...customerNotes(timelines, spells, scene.open, scene.shared.likeness),
      ...amountNotes(knowledge.amounts, scene),
    ],
  };
}
