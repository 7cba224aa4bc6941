import type { Analysis } from "./analysis.ts";
import { lazily, once, withLate } from "./basics/once.ts";
import type { Problem } from "./basics/problem.ts";
import { bottleneckWorths, worthsWithoutStages } from "./forecast/bottleneck-worths.ts";
import { type ForecastAside, type Past, pastOf } from "./forecast/forecast-basis.ts";
import { workOrder } from "./forecast/work-order.ts";
import type { AnyGrid } from "./grid/grid.ts";
import { readRecords } from "./intake/read-records.ts";
import { type ReadTargets, readTargets } from "./intake/read-targets.ts";
import type { Recognition, SnapshotRecord } from "./intake/records.ts";
import { isReferral } from "./intake/referral-words.ts";
import { readSettingsSheet, type SheetSettings } from "./intake/settings-sheet.ts";
import { forecaster, outlooksOf } from "./make-forecasts.ts";
import { type Advice, adviceOn } from "./measures/advice.ts";
import { bottlenecks, quietKinds } from "./measures/bottlenecks.ts";
import { cycleLength } from "./measures/cycle-length.ts";
import { dealCounts } from "./measures/deal-counts.ts";
import { dealSize } from "./measures/deal-size.ts";
import { wonLeftOut } from "./measures/eventual.ts";
import { silence } from "./measures/silence.ts";
import { stageMeasures } from "./measures/stage-measures.ts";
import { targetProgress } from "./measures/targets.ts";
import { velocity } from "./measures/velocity.ts";
import { winRate } from "./measures/win-rate.ts";
import { wonByPeriod } from "./measures/won-by-period.ts";
import { type Options, type Settings, withDefaults } from "./options.ts";
import { asOf } from "./pipeline/as-of.ts";
import { buildTimelines } from "./pipeline/build-timelines.ts";
import { countedDeals } from "./pipeline/counted-deals.ts";
import { snapshotBook } from "./pipeline/snapshots.ts";
import type { StageOrder } from "./pipeline/stage-order.ts";
import type { Timelines } from "./pipeline/timelines.ts";
import { targetChances } from "./target-chances.ts";

const MONTHS_BEFORE = 12;
const QUARTERS_BEFORE = 8;

/** A workbook's deals over all time, and all else that its cells tell; the cells themselves are not needed any more. */
export interface DealsRead {
  readonly settings: Settings;
  readonly goals: ReadTargets;
  readonly timelines: Timelines;
  readonly order: StageOrder;
  readonly recognition: Recognition;
  readonly snapshots: readonly SnapshotRecord[];
  readonly problems: readonly Problem[];
}

/**
 * The whole way from a workbook's cells to everything Pipecast finds out: intake reads records, the pipeline joins
 * them into timelines and cuts them at the as-of day, the measures count. Wording and drawing come after. The two
 * halves of the way can be gone one by one, so that a host may let the cells go in between.
 * @throws OptionError for an option out of range, DataError where the workbook cannot be used at all.
 */
export function analyse(grids: readonly AnyGrid[], options: Options): Analysis {
  return figuresOf(readDeals(grids, options));
}

/** The first half: from the cells to the deals' timelines. Throws as `analyse` does. */
export function readDeals(grids: readonly AnyGrid[], options: Options): DealsRead {
  const sheet = readSettingsSheet(grids);
  const settings = withDefaults({ ...fromSheet(sheet), ...options });
  const records = readRecords(grids, settings);
  const { recognition, snapshots } = records;
  const { timelines, order, problems } = buildTimelines(
    records,
    settings.todayDay ?? Number.POSITIVE_INFINITY,
  );
  const goals = readTargets(sheet.targets, "Pipecast Settings");
  const all = [...records.problems, ...problems, ...goals.problems];
  return { settings, goals, timelines, order, recognition, snapshots, problems: all };
}

/**
 * The second half: from the timelines to the figures. What takes long is worked out when it is first read: who does
 * not show it need not wait for it. A host that can run the record of past forecasts aside says how: it is begun at
 * once, and the figures are the same.
 */
export function figuresOf(deals: DealsRead, aside?: ForecastAside): Analysis {
  const { settings, timelines } = deals;
  const counted = countedDeals(timelines);
  const past = once(() => pastOf(counted ?? timelines, settings.asOfDay, settings, aside));
  if (aside && settings.forecasts !== "none") past();
  const now = figuresNow(deals);
  return withLate(now, lateFigures(deals, now, counted, past));
}

/** Figures that every host shows. */
function figuresNow({ settings, goals, timelines, order, recognition, problems }: DealsRead) {
  const { asOfDay, level, seed } = settings;
  const pipeline = asOf(timelines, asOfDay);
  const counts = dealCounts(pipeline);
  const rates = winRate(pipeline, level, seed);
  const size = dealSize(pipeline);
  const cycle = { won: cycleLength(pipeline, "won"), lost: cycleLength(pipeline, "lost") };
  const context = { timelines, winRate: rates, dealSize: size, wonCycle: cycle.won };
  return {
    asOfDay,
    seed,
    level,
    currency: timelines.currency,
    recognition,
    stageOrder: order,
    pipeline,
    laterDealCount: timelines.deals.length - pipeline.deals.length,
    silence: silence(pipeline),
    counts,
    stages: stageMeasures(pipeline, level),
    wonLeftOut: wonLeftOut(pipeline),
    winRate: rates,
    dealSize: size,
    cycle,
    velocity: velocity(counts.open, rates, size, cycle.won),
    quietKinds: quietKinds(pipeline),
    facts: timelines.deals.map(({ facts }) => facts),
    targets: goals.targets
      .filter(({ period }) => period.endDay >= asOfDay)
      .map((target) => targetProgress(pipeline, target, context)),
    problems,
  };
}

type Now = ReturnType<typeof figuresNow>;
type Late = Omit<Analysis, keyof Now>;

/** Advice and forecasts, each worked out when it is first read. */
function lateFigures(
  { settings, goals, timelines, snapshots }: DealsRead,
  now: Now,
  counted: Timelines | null,
  past: () => Past,
): Omit<Analysis, keyof Now> {
  const { asOfDay, level, seed, pipeline, stages, cycle, targets } = now;
  const flagged = (): ReadonlySet<string> => flaggedIds(late.advice);
  const forecasts = forecaster(counted ?? timelines, counted !== null, settings, goals, flagged, past);
  const valued = once(() => (counted ? asOf(counted, asOfDay) : pipeline));
  const late: Late = lazily<Late>({
    advice: () =>
      adviceOn({
        pipeline,
        earlier: () => asOf(timelines, settings.reviewSinceDay, pipeline),
        stages,
        snapshots: snapshotBook(snapshots, asOfDay),
        level,
        isReferral,
      }),
    bottlenecks: () => bottlenecks(pipeline, stages, cycle.won, seed),
    worths: () => bottleneckWorths(late.bottlenecks, forecasts.basis),
    withoutStage: () => worthsWithoutStages(late.advice.stageDesign, forecasts.basis),
    forecast: forecasts.shown,
    otherForecast: forecasts.other,
    isCounted: () => counted !== null,
    outlooks: () => outlooksOf(forecasts.basis(), timelines, pipeline),
    workList: () => workOrder(late.advice.openDeals, late.outlooks),
    wonBefore: () => ({
      month: wonByPeriod(valued(), "month", MONTHS_BEFORE),
      quarter: wonByPeriod(valued(), "quarter", QUARTERS_BEFORE),
    }),
    targetChances: () =>
      targetChances(targets, [forecasts.shown, forecasts.other], forecasts.basis, counted !== null),
  });
  return late;
}

/** Deals that need somebody. */
function flaggedIds({ openDeals }: Advice): ReadonlySet<string> {
  return new Set(openDeals.filter(({ flags }) => flags.length > 0).map(({ deal }) => deal.id));
}

/** What the settings sheet sets; an option wins over it. */
function fromSheet({ level, seed, horizon }: SheetSettings): Partial<Options> {
  return {
    ...(level === null ? {} : { level }),
    ...(seed === null ? {} : { seed }),
    ...(horizon === null ? {} : { horizon }),
  };
}
