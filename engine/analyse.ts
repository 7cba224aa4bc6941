import type { Analysis } from "./analysis.ts";
import type { Grid } from "./grid/grid.ts";
import { readRecords } from "./intake/read-records.ts";
import { readTargets } from "./intake/read-targets.ts";
import { isReferral } from "./intake/referral-words.ts";
import { readSettingsSheet } from "./intake/settings-sheet.ts";
import { adviceOn } from "./measures/advice.ts";
import { bottlenecks, quietKinds } from "./measures/bottlenecks.ts";
import { cycleLength } from "./measures/cycle-length.ts";
import { dealCounts } from "./measures/deal-counts.ts";
import { dealSize } from "./measures/deal-size.ts";
import { wonLeftOut } from "./measures/eventual.ts";
import { stageMeasures } from "./measures/stage-measures.ts";
import { targetProgress } from "./measures/targets.ts";
import { velocity } from "./measures/velocity.ts";
import { winRate } from "./measures/win-rate.ts";
import { type Options, withDefaults } from "./options.ts";
import { asOf } from "./pipeline/as-of.ts";
import { buildTimelines } from "./pipeline/build-timelines.ts";
import { snapshotBook } from "./pipeline/snapshots.ts";

/**
 * The whole way from a workbook's cells to everything Pipecast finds out: intake reads records, the pipeline joins
 * them into timelines and cuts them at the as-of day, the measures count. Wording and drawing come after.
 * @throws OptionError for an option out of range, DataError where the workbook cannot be used at all.
 */
export function analyse(grids: readonly Grid[], options: Options): Analysis {
  const settings = withDefaults(options);
  const { asOfDay, level, seed } = settings;
  const records = readRecords(grids, settings);
  const { timelines, order, problems } = buildTimelines(
    records,
    settings.todayDay ?? Number.POSITIVE_INFINITY,
  );
  const pipeline = asOf(timelines, asOfDay);
  const stages = stageMeasures(pipeline, level);
  const counts = dealCounts(pipeline);
  const rates = winRate(pipeline, level, seed);
  const size = dealSize(pipeline);
  const cycle = { won: cycleLength(pipeline, "won"), lost: cycleLength(pipeline, "lost") };
  const goals = readTargets(readSettingsSheet(grids).targets, "Pipecast Settings");
  const context = { timelines, winRate: rates, dealSize: size, wonCycle: cycle.won };
  const advice = adviceOn({
    pipeline,
    earlier: asOf(timelines, settings.reviewSinceDay),
    stages,
    snapshots: snapshotBook(records.snapshots, asOfDay),
    level,
    isReferral,
  });
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
    wonLeftOut: wonLeftOut(pipeline),
    winRate: rates,
    dealSize: size,
    cycle,
    velocity: velocity(counts.open, rates, size, cycle.won),
    bottlenecks: bottlenecks(pipeline, stages, cycle.won, seed),
    quietKinds: quietKinds(pipeline),
    advice,
    targets: goals.targets
      .filter(({ period }) => period.endDay >= asOfDay)
      .map((target) => targetProgress(pipeline, target, context)),
    problems: [...records.problems, ...problems, ...goals.problems],
  };
}
