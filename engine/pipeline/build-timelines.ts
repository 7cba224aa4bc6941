import type { Day } from "../basics/day.ts";
import type { Place, Problem } from "../basics/problem.ts";
import type { ChangeRecord, DealRecord, Records, SnapshotRecord } from "../intake/records.ts";
import { isAhead } from "./change-checks.ts";
import { changesByDeal, changesOf, movesBetweenStages } from "./changes-by-deal.ts";
import type { CheckContext } from "./check-context.ts";
import type { DealFacts } from "./pipeline.ts";
import { type Places, placesIn } from "./places.ts";
import { snapshotBook } from "./snapshots.ts";
import { type StageOrder, stageOrder } from "./stage-order.ts";
import { type CheckedDeal, checkBulkEdits, checkDeal } from "./timeline-checks.ts";
import { AFTER, type DealTimeline, isPassedOver, LOST, type Timelines, WON } from "./timelines.ts";

export interface BuiltTimelines {
  readonly timelines: Timelines;
  readonly order: StageOrder;
  readonly problems: readonly Problem[];
}

/**
 * Joins each deal's row with its stage changes into one timeline, and checks it. Days after `todayDay` cannot be
 * true and are left out with a problem; a deal that starts after it is excluded. Nothing is cut at the as-of day here.
 */
export function buildTimelines(records: Records, todayDay: Day): BuiltTimelines {
  const byDeal = changesByDeal(records.changes, records.deals.length);
  const moves = movesBetweenStages(records.changes, byDeal);
  const order = stageOrder(records.stages, moves, records.orderFrom);
  const targets = stageTargets(records, order);
  const places = placesIn(records.recognition);
  const isToldAlready = unreadableDays(records.problems, places);
  const undatedStages = stagesWithoutColumn(records, order);
  const endedStages = stagesToldAsEnded(records.problems);
  const problems: Problem[] = checkBulkEdits(records, places);
  const book = snapshotBook(records.snapshots, todayDay);
  const deals: DealTimeline[] = [];
  const shared = sharedPaths(order.stages.length);
  const { stages } = order;
  const context = { targets, places, todayDay, stages, isToldAlready, undatedStages, endedStages };
  records.deals.forEach((record, place) => {
    const checked = checkDeal(record, changesOf(records.changes, byDeal, place), context);
    for (const problem of checked.problems) problems.push(problem);
    const beside = { snapshots: book.get(record.id), undatedStages, shared };
    if (!checked.excluded) deals.push(timelineOf(checked, targets, beside));
  });
  deals.sort(byId);
  const timelines = {
    stages: order.stages,
    deals,
    shape: records.recognition.shape,
    currency: records.currency,
    excludedCount: records.excludedCount + records.deals.length - deals.length,
  };
  return { timelines, order, problems };
}

function stagesToldAsEnded(problems: readonly Problem[]): ReadonlySet<string> {
  const told = problems.filter(({ code, details }) => code === "stage-kind-unclear" && details?.datedCount);
  return new Set(told.map(({ details }) => String(details?.stage)));
}

function unreadableDays(problems: readonly Problem[], { cellOf }: Places): CheckContext["isToldAlready"] {
  const keyOf = ({ sheet, cell }: Place): string => `${cell} ${sheet}`;
  const dated = problems.filter(({ code }) => code === "date-unreadable" || code === "date-implausible");
  const cells = new Set(dated.map(({ where }) => keyOf(where)));
  return ({ sheet, row }, field) => cells.size > 0 && cells.has(keyOf(cellOf(sheet, row, field)));
}

/** An order of the deals' own, so that the order of rows changes no figure. */
function byId({ facts: a }: DealTimeline, { facts: b }: DealTimeline): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return (a.createdDay ?? 0) - (b.createdDay ?? 0) || (a.amount ?? 0) - (b.amount ?? 0);
}

/** Where each stage name leads: an index of an open stage, or `WON`, `LOST`, `AFTER`. */
function stageTargets(records: Records, order: StageOrder): Map<string, number> {
  const targets = new Map(order.stages.map((stage, index) => [stage.name, index]));
  for (const { name, kind } of records.stages) {
    if (kind !== "open") targets.set(name, kind === "won" ? WON : kind === "lost" ? LOST : AFTER);
  }
  return targets;
}

/** Open stages that stage-date columns never date, where these are all the history there is. */
function stagesWithoutColumn({ changes, recognition }: Records, { stages }: StageOrder): ReadonlySet<string> {
  if (recognition.shape !== "stage-dates") return new Set();
  const dated = new Set(changes.stageNames);
  return new Set(stages.map(({ name }) => name).filter((name) => !dated.has(name)));
}

function timelineOf(
  checked: CheckedDeal,
  targets: ReadonlyMap<string, number>,
  {
    snapshots,
    undatedStages,
    shared,
  }: {
    readonly snapshots: readonly SnapshotRecord[] | undefined;
    readonly undatedStages: ReadonlySet<string>;
    readonly shared: (targets: readonly number[]) => readonly number[];
  },
): DealTimeline {
  const { record, changes } = checked;
  const path = pathOf(changes, targets);
  const stated = record.stage === null ? undefined : targets.get(record.stage);
  const outcome = stated === AFTER ? "won" : record.outcome;
  const undated =
    outcome === "won" || outcome === "lost" ? closePath(path, outcome, closingDay(record, changes)) : null;
  if (snapshots && record.closedDay !== null) path.closeBy(record.closedDay);
  if (outcome === "lost") path.giveUp(closingDay(record, changes) ?? path.lastDay());
  if (stated === AFTER && path.targets[path.targets.length - 1] === WON) path.add(path.lastDay(), AFTER);
  // A copy takes the room it needs; an array that grew has spare room, which a hundred thousand deals feel.
  return {
    facts: factsOf(checked),
    days: path.days.slice(),
    targets: shared(path.targets),
    undatedOutcome: undated,
    statedStage: stated === undefined || stated === WON || stated === LOST ? null : stated,
    ...(stated !== undefined && isAhead(checked, targets, undatedStages) ? { aheadStage: stated } : {}),
    ...(path.givenUpDay() === null ? {} : { givenUpDay: path.givenUpDay() ?? 0 }),
    ...(snapshots === undefined ? {} : { snapshots }),
  };
}

/** Equal lists of targets become one list, but for very long ones: most deals go one of a few ways. */
function sharedPaths(stageCount: number): (targets: readonly number[]) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (targets) => {
    const key = targets.reduce((sum, target) => sum * (stageCount - AFTER + 1) + target - AFTER + 1, 0);
    const own = known.get(key) ?? targets.slice();
    if (key <= Number.MAX_SAFE_INTEGER) known.set(key, own);
    return own;
  };
}

/** The day a row tells for its closing: its own, else the day it left its last stage. */
function closingDay(record: DealRecord, changes: readonly ChangeRecord[]): Day | null {
  return record.closedDay ?? changes[changes.length - 1]?.leftDay ?? null;
}

/** Ends the path with the outcome where it does not say so yet; returns the outcome where nothing dates it. */
function closePath(path: Path, outcome: "won" | "lost", day: Day | null): "won" | "lost" | null {
  const last = path.targets[path.targets.length - 1];
  if (last !== undefined && last < 0) return null;
  if (day === null) return outcome;
  path.add(day, outcome === "won" ? WON : LOST);
  return null;
}

interface Path {
  readonly days: Day[];
  readonly targets: number[];
  readonly add: (day: Day, target: number) => void;
  readonly lastDay: () => Day;
  /** Dates a closing that a snapshot shows by the day that the row tells, where it came before. */
  readonly closeBy: (day: Day) => void;
  /** Notes a loss in follow-up; elsewhere it does nothing. */
  readonly giveUp: (day: Day) => void;
  readonly givenUpDay: () => Day | null;
}

function pathOf(changes: readonly ChangeRecord[], stageOf: ReadonlyMap<string, number>): Path {
  const days: Day[] = [];
  const targets: number[] = [];
  let givenUp: Day | null = null;
  const giveUp = (day: Day): void => {
    if (targets[targets.length - 1] === AFTER) givenUp = givenUp ?? day;
  };
  const add = (day: Day, target: number): void => {
    const last = targets[targets.length - 1];
    if (target === LOST) giveUp(day);
    else givenUp = null;
    if (last === target || isPassedOver(last, target)) return;
    days.push(Math.max(day, days[days.length - 1] ?? day));
    targets.push(target);
  };
  for (const change of changes) {
    const target = stageOf.get(change.stage);
    if (target !== undefined) add(change.day, target);
  }
  const lastDay = (): Day => days[days.length - 1] ?? 0;
  const closeBy = (day: Day): void => {
    const [last, end] = [days.length - 1, targets[targets.length - 1]];
    if (end !== WON && end !== LOST) return;
    if (day < lastDay() && day >= (days[last - 1] ?? day)) days[last] = day;
  };
  return { days, targets, add, lastDay, closeBy, giveUp, givenUpDay: () => givenUp };
}

function factsOf({ record, problems }: CheckedDeal): DealFacts {
  return {
    id: record.id,
    name: record.name,
    account: record.account,
    owner: record.owner,
    source: record.source,
    product: record.product,
    region: record.region,
    email: record.email,
    lostReason: record.lostReason,
    nextStep: record.nextStep,
    nextStepDay: record.nextStepDay,
    expectedCloseDay: record.expectedCloseDay,
    lastActivityDay: record.lastActivityDay,
    probability: record.probability,
    amount: record.amount,
    createdDay: record.createdDay,
    closeDateIsDefault: problems.some(({ code }) => code === "close-date-default"),
    where: { sheet: record.sheet, cell: `A${record.row + 1}` },
  };
}
