import type { Analysis } from "./analysis.ts";
import type { PeriodUnit } from "./basics/period.ts";
import { forecastPipeline } from "./forecast/forecast.ts";
import type { Forecast } from "./forecast/types.ts";
import type { Grid } from "./grid/grid.ts";
import { readRecords } from "./intake/read-records.ts";
import type { Records } from "./intake/records.ts";
import { bottlenecks } from "./measures/bottlenecks.ts";
import { cycleLength } from "./measures/cycle-length.ts";
import { dealCounts } from "./measures/deal-counts.ts";
import { dealSize } from "./measures/deal-size.ts";
import { stageMeasures } from "./measures/stage-measures.ts";
import { velocity } from "./measures/velocity.ts";
import { winRate } from "./measures/win-rate.ts";
import { wonByPeriod } from "./measures/won-by-period.ts";
import { type Options, type Settings, withDefaults } from "./options.ts";
import { asOf } from "./pipeline/as-of.ts";
import { buildTimelines } from "./pipeline/build-timelines.ts";
import type { Timelines } from "./pipeline/timelines.ts";
import { targetAmounts } from "./target-amounts.ts";

const MONTHS_BEFORE = 12;
const QUARTERS_BEFORE = 8;

/**
 * The whole way from a workbook's cells to everything Pipecast finds out: intake reads records, the pipeline joins
 * them into timelines and cuts them at the as-of day, the measures count. Wording and drawing come after.
 * @throws OptionError for an option out of range, DataError where the workbook cannot be used at all.
 */
export function analyse(grids: readonly Grid[], options: Options): Analysis {
  const records = readRecords(grids, withDefaults(options));
  const settings = withDefaults({ ...fromSheet(records), ...options });
  const { asOfDay, level, seed } = settings;
  const { timelines, order, problems } = buildTimelines(records, settings.todayDay ?? asOfDay);
  const pipeline = asOf(timelines, asOfDay);
  const stages = stageMeasures(pipeline, level);
  const counts = dealCounts(pipeline);
  const rates = winRate(pipeline, level, seed);
  const size = dealSize(pipeline);
  const cycle = { won: cycleLength(pipeline, "won"), lost: cycleLength(pipeline, "lost") };
  const targets = records.settings?.targets ?? new Map<string, number>();
  return {
    asOfDay,
    seed,
    level,
    currency: records.currency,
    recognition: records.recognition,
    stageOrder: order,
    pipeline,
    laterDealCount: timelines.deals.length - pipeline.deals.length,
    counts,
    stages,
    winRate: rates,
    dealSize: size,
    cycle,
    velocity: velocity(counts.open, rates, size, cycle.won),
    bottlenecks: bottlenecks(pipeline, stages, cycle.won, seed),
    ...forecasts(timelines, settings, targets),
    facts: timelines.deals.map(({ facts }) => facts),
    wonBefore: {
      month: wonByPeriod(pipeline, "month", MONTHS_BEFORE),
      quarter: wonByPeriod(pipeline, "quarter", QUARTERS_BEFORE),
    },
    problems: [...records.problems, ...problems],
  };
}

/** What the settings sheet sets; an option wins over it. */
function fromSheet({ settings }: Records): Partial<Options> {
  const { level = null, seed = null, horizon = null } = settings ?? {};
  return {
    ...(level === null ? {} : { level }),
    ...(seed === null ? {} : { seed }),
    ...(horizon === null ? {} : { horizon }),
  };
}

type Forecasts = Pick<Analysis, "forecast" | "otherForecast">;

/** One unit shows as many periods as were asked for; the other one covers the same months. */
function forecasts(timelines: Timelines, settings: Settings, given: ReadonlyMap<string, number>): Forecasts {
  const { asOfDay, level, seed, by, horizon, periods, target, forecasts: wanted = "both" } = settings;
  if (wanted === "none") return { forecast: null, otherForecast: null };
  const targets = target === undefined ? given : new Map([[by, target]]);
  const months = periods === undefined ? horizon : by === "month" ? periods : 3 * periods;
  const inUnit = (unit: PeriodUnit): Forecast =>
    forecastPipeline(timelines, asOfDay, {
      by: unit,
      periods: unit === "month" ? months : Math.ceil(months / 3),
      seed,
      level,
      targets: targetAmounts(targets, asOfDay, unit),
    });
  const other = by === "month" ? "quarter" : "month";
  return { forecast: inUnit(by), otherForecast: wanted === "both" ? inUnit(other) : null };
}
