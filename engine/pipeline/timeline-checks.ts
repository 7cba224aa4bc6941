import { type Day, isoOfDay } from "../basics/day.ts";
import { periodOf } from "../basics/period.ts";
import type { Problem, TimelineProblemCode } from "../basics/problem.ts";
import type { ChangeRecord, DealRecord, Field, Records } from "../intake/records.ts";
import { checkChanges } from "./change-checks.ts";
import type { CheckContext } from "./check-context.ts";
import type { Places } from "./places.ts";

/** A deal's row and changes with the values that cannot be true left out, and what was said about them. */
export interface CheckedDeal {
  readonly record: DealRecord;
  readonly changes: readonly ChangeRecord[];
  readonly problems: readonly Problem[];
  readonly excluded: boolean;
}

/** Checks one deal against itself and against today. */
export function checkDeal(
  record: DealRecord,
  changes: readonly ChangeRecord[],
  context: CheckContext,
): CheckedDeal {
  const problems: Problem[] = [];
  const kept = checkChanges(record, changes, context, problems);
  const start = startOf(record, kept);
  const fault = (code: TimelineProblemCode, field: Field, value: string, rest: Partial<Problem>): void => {
    const where = context.places.cellOf(record.sheet, record.row, field);
    problems.push({ code, severity: "warning", where, value, excludes: "value", ...rest });
  };
  if (startsInFuture(record, changes, kept, context)) {
    const value = isoOfDay(record.createdDay ?? changes[0]?.day ?? 0);
    fault("day-in-future", "created", value, {
      severity: "error",
      excludes: "deal",
      details: { field: "created" },
    });
    return { record, changes: kept, problems, excluded: true };
  }
  let corrected = checkCreated(record, context, fault);
  corrected = checkClosing(corrected, start, kept, context, fault);
  const isTold =
    (record.closedDay !== null && corrected.closedDay === null) || context.isToldAlready(record, "closed");
  corrected = checkOpen(corrected, kept, isTold, context, fault);
  corrected = checkActivity(corrected, context, fault);
  corrected = checkAmount(corrected, fault);
  return { record: corrected, changes: kept, problems, excluded: false };
}

/** No day of it has come yet: the deal does not exist so far. */
function startsInFuture(
  { createdDay }: DealRecord,
  changes: readonly ChangeRecord[],
  kept: readonly ChangeRecord[],
  { todayDay }: CheckContext,
): boolean {
  if (kept.length > 0) return false;
  return createdDay === null ? changes.length > 0 : createdDay > todayDay;
}

function checkCreated(deal: DealRecord, { todayDay }: CheckContext, fault: Fault): DealRecord {
  if (deal.createdDay === null || deal.createdDay <= todayDay) return deal;
  fault("day-in-future", "created", isoOfDay(deal.createdDay), {
    severity: "error",
    details: { field: "created" },
  });
  return { ...deal, createdDay: null };
}

type Fault = (code: TimelineProblemCode, field: Field, value: string, rest: Partial<Problem>) => void;

function startOf(record: DealRecord, changes: readonly ChangeRecord[]): Day | null {
  const first = changes[0]?.day ?? null;
  if (record.createdDay === null || first === null) return record.createdDay ?? first;
  return Math.min(record.createdDay, first);
}

function checkClosing(
  deal: DealRecord,
  start: Day | null,
  changes: readonly ChangeRecord[],
  { todayDay, targets }: CheckContext,
  fault: Fault,
): DealRecord {
  const closed = deal.closedDay;
  if (closed === null) return deal;
  const last = changes[changes.length - 1];
  if (closed > todayDay) {
    fault("day-in-future", "closed", isoOfDay(closed), { severity: "error", details: { field: "closed" } });
    return { ...deal, closedDay: null };
  }
  if (start !== null && closed < start) {
    const details = { startDay: isoOfDay(start) };
    fault("closed-before-opened", "closed", isoOfDay(closed), { severity: "error", details });
    return { ...deal, closedDay: null };
  }
  if (last && last.day > closed && (targets.get(last.stage) ?? -1) >= 0) {
    const details = { stage: last.stage, changedDay: isoOfDay(last.day) };
    fault("stage-after-closed", "closed", isoOfDay(closed), { details });
  }
  return deal;
}

/** @param isTold whether the closing day is left out, and a problem says so. */
function checkOpen(
  deal: DealRecord,
  changes: readonly ChangeRecord[],
  isTold: boolean,
  context: CheckContext,
  fault: Fault,
): DealRecord {
  if (deal.outcome === "open" && deal.closedDay !== null) {
    const closed = isoOfDay(deal.closedDay);
    if (!context.endedStages.has(deal.stage ?? ""))
      fault("open-with-closed-day", "closed", closed, { details: { closedDay: closed } });
    return checkOpen({ ...deal, closedDay: null }, changes, isTold, context, fault);
  }
  if (isDefaultClose(deal)) {
    fault("close-date-default", "expected-close", isoOfDay(deal.expectedCloseDay ?? 0), { severity: "note" });
    return { ...deal, expectedCloseDay: null };
  }
  const isClosed = deal.outcome === "won" || deal.outcome === "lost";
  if (isClosed && deal.closedDay === null && changes.length === 0 && !isTold) {
    fault("closed-without-day", "closed", "", { details: { outcome: deal.outcome ?? "" } });
  }
  return deal;
}

/** The last day of the month of creation is what a CRM fills in when nobody sets a date. */
function isDefaultClose({ outcome, createdDay, expectedCloseDay }: DealRecord): boolean {
  if (outcome !== "open" || createdDay === null || expectedCloseDay === null) return false;
  return expectedCloseDay === periodOf(createdDay, "month").endDay;
}

function checkActivity(deal: DealRecord, { todayDay }: CheckContext, fault: Fault): DealRecord {
  if (deal.lastActivityDay === null || deal.lastActivityDay <= todayDay) return deal;
  const details = { field: "last-activity" };
  fault("day-in-future", "last-activity", isoOfDay(deal.lastActivityDay), { details });
  return { ...deal, lastActivityDay: null };
}

function checkAmount(deal: DealRecord, fault: Fault): DealRecord {
  if (deal.outcome !== "won" || deal.amount === null || deal.amount > 0) return deal;
  fault("won-without-amount", "amount", String(deal.amount), {});
  return { ...deal, amount: null };
}

const BULK_SHARE = 0.2;
const FEWEST_CHANGES = 25;

/** Many changes on one day are a bulk edit or an import, not selling: times in stage around it mislead. */
export function checkBulkEdits(records: Records, places: Places): Problem[] {
  const total = records.changes.length;
  if (total < FEWEST_CHANGES) return [];
  const byDay = new Map<Day, { count: number; first: number }>();
  for (let i = 0; i < total; i++) {
    const day = records.changes.days[i] ?? 0;
    const entry = byDay.get(day);
    if (entry) entry.count += 1;
    else byDay.set(day, { count: 1, first: i });
  }
  const problems: Problem[] = [];
  byDay.forEach(({ count, first }, day) => {
    if (count <= BULK_SHARE * total) return;
    const { sheet, row, column } = records.changes.at(first);
    const where = places.at(sheet, row, column);
    const details = { changeCount: count, totalCount: total };
    problems.push({
      code: "bulk-edit",
      severity: "warning",
      where,
      value: isoOfDay(day),
      excludes: "nothing",
      details,
    });
  });
  return problems;
}
