import { isoOfDay } from "../basics/day.ts";
import type { Problem, TimelineProblemCode } from "../basics/problem.ts";
import type { ChangeRecord, DealRecord } from "../intake/records.ts";
import type { CheckContext } from "./check-context.ts";
import { AFTER, isPassedOver, LOST, WON } from "./timelines.ts";

/** Checks a deal's stage changes; returns those that can be true, and adds what it found to `problems`. */
export function checkChanges(
  record: DealRecord,
  changes: readonly ChangeRecord[],
  context: CheckContext,
  problems: Problem[],
): readonly ChangeRecord[] {
  const fault = (
    code: TimelineProblemCode,
    change: ChangeRecord,
    value: string,
    rest: Partial<Problem>,
  ): void => {
    const where = context.places.at(change.sheet, change.row, change.column);
    problems.push({ code, severity: "warning", where, value, excludes: "nothing", ...rest });
  };
  const kept = withoutFuture(changes, context, fault);
  kept.forEach((change, i) => {
    const next = kept[i + 1];
    if (next) checkPair(change, next, context, fault);
  });
  checkBeforeCreated(record, kept, fault);
  checkAgainstRow(record, kept, context, problems);
  return kept;
}

type Fault = (code: TimelineProblemCode, change: ChangeRecord, value: string, rest: Partial<Problem>) => void;

function withoutFuture(
  changes: readonly ChangeRecord[],
  { todayDay }: CheckContext,
  fault: Fault,
): readonly ChangeRecord[] {
  if (changes.every((change) => change.day <= todayDay)) return changes;
  return changes.filter((change) => {
    if (change.day <= todayDay) return true;
    fault("day-in-future", change, isoOfDay(change.day), {
      severity: "error",
      excludes: "value",
      details: { field: "stage" },
    });
    return false;
  });
}

function checkPair(change: ChangeRecord, next: ChangeRecord, { targets }: CheckContext, fault: Fault): void {
  const { leftDay } = change;
  if (leftDay !== null && leftDay !== next.day) {
    const details = {
      stage: change.stage,
      next: next.stage,
      leftDay: isoOfDay(leftDay),
      nextDay: isoOfDay(next.day),
    };
    fault(leftDay > next.day ? "visit-overlap" : "visit-gap", change, isoOfDay(leftDay), { details });
  }
  const from = targets.get(change.stage) ?? WON;
  const to = targets.get(next.stage) ?? WON;
  if (from < 0 || to <= from + 1) return;
  const details = { from: change.stage, to: next.stage, skippedCount: to - from - 1 };
  fault("stage-jump", next, next.stage, { severity: "note", details });
}

function checkBeforeCreated(record: DealRecord, changes: readonly ChangeRecord[], fault: Fault): void {
  const first = changes[0];
  if (!first || record.createdDay === null || first.day >= record.createdDay) return;
  const details = { stage: first.stage, createdDay: isoOfDay(record.createdDay) };
  fault("stage-before-created", first, isoOfDay(first.day), { details });
}

/** Whether a row puts an open deal in a later stage than its last dated one, and no column dates that stage. */
export function isAhead(
  { record, changes }: { readonly record: DealRecord; readonly changes: readonly ChangeRecord[] },
  targets: ReadonlyMap<string, number>,
  undatedStages: ReadonlySet<string>,
): boolean {
  const last = changes[changes.length - 1];
  if (!last || record.stage === null || !undatedStages.has(record.stage)) return false;
  return (targets.get(record.stage) ?? 0) > (targets.get(last.stage) ?? 0);
}

function lastTarget(
  changes: readonly ChangeRecord[],
  targets: ReadonlyMap<string, number>,
): number | undefined {
  let last: number | undefined;
  for (const { stage } of changes) {
    const target = targets.get(stage);
    if (target === undefined || !isPassedOver(last, target)) last = target;
  }
  return last;
}

/**
 * The row tells of today; where its stage or outcome differs from the history, the history (which is dated) counts,
 * unless it is stage-date columns that do not cover the row's stage. An open stage without such a column is no
 * contradiction to a day of closing: the deal closed in it.
 */
function checkAgainstRow(
  record: DealRecord,
  changes: readonly ChangeRecord[],
  { targets, places, undatedStages }: CheckContext,
  problems: Problem[],
): void {
  const last = changes[changes.length - 1];
  const target = lastTarget(changes, targets);
  if (!last || target === undefined) return;
  const add = (code: TimelineProblemCode, value: string, details: Problem["details"] & object): void => {
    const where = places.cellOf(record.sheet, record.row, "stage");
    problems.push({ code, severity: "warning", where, value, excludes: "nothing", details });
  };
  const historyOutcome = target === WON || target === AFTER ? "won" : target === LOST ? "lost" : "open";
  const closedThere = record.outcome === "open" && undatedStages.has(record.stage ?? "");
  if (historyOutcome !== "open" && closedThere) return;
  if (historyOutcome !== "open" && record.outcome !== null && record.outcome !== historyOutcome) {
    const details = { outcome: record.outcome, historyOutcome };
    add("outcome-differs-from-history", record.stage ?? record.outcome, details);
  } else if (
    historyOutcome === "open" &&
    record.outcome === "open" &&
    record.stage !== null &&
    record.stage !== last.stage
  ) {
    const counts = isAhead({ record, changes }, targets, undatedStages) ? "the row" : "the history";
    const details = { stage: record.stage, historyStage: last.stage, counts };
    add("stage-differs-from-history", record.stage, details);
  }
}
