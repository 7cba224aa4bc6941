/** The parts of the JSON document (README, "JSON") that the sidebar shows. Shares 0–1, days as `YYYY-MM-DD`. */
export interface PipelineView {
  readonly asOf: string;
  readonly currency: string | null;
  /** What stands before an amount, such as `€`; the sidebar's server adds it. */
  readonly amountPrefix?: string;
  /** What stands after a forecast's figure: ` won deals` where no deal carries an amount; the sidebar's server adds it. */
  readonly forecastUnit?: string;
  readonly level: number;
  readonly source: { readonly deals: string | null; readonly history: string | null; readonly shape: string };
  readonly columns: readonly ColumnView[];
  readonly deals: {
    readonly total: number;
    readonly open: number;
    readonly won: number;
    readonly lost: number;
    readonly excluded: number;
  };
  readonly stages: readonly StageView[];
  readonly winRate: { readonly byCount: IntervalView | null };
  readonly cycle: { readonly won: { readonly n: number; readonly medianDays: number } | null };
  readonly bottlenecks: readonly BottleneckView[] | null;
  readonly forecast: ForecastView | null;
  /** What the quarter brings, as a sentence; the sidebar's server adds it. */
  readonly otherOutlook?: string | null;
  readonly backtest: BacktestView | null;
  readonly openDeals: readonly OpenDealView[] | null;
  readonly problems: readonly ProblemView[];
  /** Why there is no forecast, and what is thin or odd behind one. */
  readonly notes: readonly string[];
}

export interface IntervalView {
  readonly lower: number;
  readonly estimate: number;
  readonly upper: number;
  readonly level: number;
  readonly n: number;
}

export interface ColumnView {
  readonly field: string;
  readonly header: string;
  readonly sheet: string;
  readonly column: string;
  readonly certainty: number;
  /** What it is read as, in words; the sidebar's server adds it. */
  readonly readAs?: string;
}

export interface StageView {
  readonly stage: string;
  readonly reached: number;
  readonly open: number;
  readonly lost: number | null;
  readonly conversion: IntervalView | null;
  readonly timeInStage: { readonly n: number; readonly medianDays: number | null } | null;
}

export interface BottleneckView {
  readonly stage: string;
  readonly kind: string;
  readonly why: string;
  /** What its end would bring, and under which condition, as a sentence. */
  readonly worth: string | null;
}

export interface PeriodView {
  readonly period: string;
  readonly mean: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly wonSoFar: number;
  readonly target: number | null;
  readonly chanceOfTarget: number | null;
}

export interface ForecastView {
  readonly method: string;
  readonly by: string;
  readonly periods: readonly PeriodView[];
}

export interface BacktestView {
  readonly cutoffs: number;
  readonly methods: readonly {
    readonly method: string;
    /** The method in words; the sidebar's server adds it. */
    readonly phrase?: string;
    readonly wape: number | null;
    readonly coverage: number | null;
  }[];
  readonly chosen: string;
}

export interface OpenDealView {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly stage: string | null;
  readonly amount: number | null;
  readonly daysInStage: number | null;
  readonly winProbability: number | null;
  readonly flags: readonly string[];
  readonly why: readonly string[];
  /** `Deals!A17` */
  readonly where: string;
}

export interface ProblemView {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly message: string;
}
