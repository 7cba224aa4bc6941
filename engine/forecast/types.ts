import type { Day } from "../basics/day.ts";
import type { Figure } from "../basics/figure.ts";
import type { Period, PeriodUnit } from "../basics/period.ts";
import type { Method, PastForecast } from "./backtest.ts";
import type { ScoredMethod } from "./choose.ts";
import type { DealOutlook } from "./outlook.ts";

/** What a forecast is made from, whatever periods it shows. */
export interface BasisOptions {
  readonly seed: number;
  readonly level: number;
  /** 1,000 unless set. */
  readonly draws?: number;
  /** Ids of the deals that are flagged, for the scenario in which all of them are lost. */
  readonly flagged?: ReadonlySet<string>;
  /** So many months are simulated at once, where it is known that they will be asked for; no figure depends on it. */
  readonly months?: number;
}

/** Which periods a forecast shows, and what is asked about them. */
export interface PeriodOptions {
  readonly by: PeriodUnit;
  readonly periods: number;
  /** Target amounts by period label. */
  readonly targets?: ReadonlyMap<string, number>;
}

/** What a person may ask of a forecast. */
export type ForecastOptions = BasisOptions & PeriodOptions;

/** One period: won amounts in the report's currency, what was won already included. */
export interface ForecastPeriod {
  readonly period: Period;
  readonly mean: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  /** Mean still to come from deals that are open now, and from deals that are yet to be created; null where a naive method was chosen, which cannot tell. */
  readonly fromOpen: number | null;
  readonly fromNew: number | null;
  /** Won in the period up to the as-of day. */
  readonly wonSoFar: number;
  readonly target: number | null;
  readonly chanceOfTarget: number | null;
}

/** A method's record over past cutoffs. */
export interface BacktestRecord {
  readonly cutoffs: readonly Day[];
  readonly methods: readonly ScoredMethod[];
  readonly chosen: Method;
  readonly bestBaseline: Method | null;
  readonly p: number | null;
  /** By how much the spread was widened, learnt from the record. */
  readonly spread: number;
  readonly forecasts: readonly PastForecast[];
}

/** The same forecast with something changed. */
export interface Scenario {
  readonly kind: "largest-lost" | "flagged-lost" | "recent-pace";
  /** Index into `Timelines.deals` of the largest deal, else null. */
  readonly deal: number | null;
  /** Deals lost in the scenario. */
  readonly deals: number;
  readonly periods: readonly { readonly mean: number; readonly lower: number; readonly upper: number }[];
}

/** What to say beside the figures: a code, the numbers and names it needs. */
export interface ForecastNote {
  readonly code: ForecastNoteCode;
  readonly numbers: Readonly<Record<string, number>>;
  readonly text?: string;
}

/** What a note says; the numbers it carries stand beside each. */
export type ForecastNoteCode =
  /** No deal has closed yet. */
  | "all-open"
  /** No wins yet: `lost`, `upper` (bound of the win rate, Jeffreys). */
  | "no-wins"
  /** Not enough history: `closed`, `won`. */
  | "thin"
  /** An early estimate: `won`. */
  | "early"
  /** A stage is new: its name as text, `visits`. */
  | "new-stage"
  /** `deals` open deals share `customers` customers; `likeness` of the outcomes of one customer's closed deals, 0–1. */
  | "shared-customers"
  /** One open deal is `share` of the upside: its id as text. */
  | "large-deal"
  | "reopened"
  /** No deal carries an amount: the figures are numbers of won deals. */
  | "counted"
  /** Stage history is missing. */
  | "no-history"
  /** Amounts are written down at the win: those of open deals were not used; `wonShare`, `lostShare`. */
  | "amounts-at-win"
  /** Won deals brought `ratio` times what was listed for them, going by `deals` of them: open ones are taken to do so too. */
  | "closing-ratio"
  /** `deals` open deals have no amount: what won deals bring stands for it. */
  | "open-without-amount"
  /** One past win was `share` of a year's: its id as text. */
  | "past-whale"
  /** The record in words: `cutoffs`, `wape`, and the best baseline's `baselineWape` (its name as text). */
  | "record"
  /** The record is short: `cutoffs`. */
  | "short-record"
  /** The best naive method (text) was better, not credibly: `crps`, `baselineCrps`, `p`. */
  | "baseline-better"
  /** The best naive method (text) was credibly better and was chosen. */
  | "baseline-chosen"
  /** The intervals were widened (above 1) or narrowed by `factor`, as past ones called for. */
  | "spread-adjusted";

/** The forecast as a whole. */
export interface Forecast {
  readonly asOfDay: Day;
  readonly by: PeriodUnit;
  readonly level: number;
  readonly method: Method;
  readonly periods: Figure<readonly ForecastPeriod[]>;
  /** The method not chosen, for comparison: the model where a naive one was, else the best naive one if it was better. */
  readonly beside: { readonly method: Method; readonly periods: readonly ForecastPeriod[] } | null;
  readonly backtest: Figure<BacktestRecord>;
  readonly scenarios: readonly Scenario[];
  readonly deals: readonly DealOutlook[];
  readonly notes: readonly ForecastNote[];
}
