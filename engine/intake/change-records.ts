import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { inTime, sortedInTime } from "./implied-deals.ts";
import type { LinkedChanges } from "./linked-changes.ts";
import type { StageFinder } from "./name-all-stages.ts";
import type { ChangeRecord, DealRecord, SnapshotRecord, StageName } from "./records.ts";

type StageOf = StageFinder;

/** Adds the changes of one source, but those of deals that a better source covers, and of deals that are none. */
export function addChanges(
  source: LinkedChanges,
  deals: ReadonlyMap<string, DealRecord>,
  covered: ReadonlySet<string>,
  stageOf: StageOf,
  changes: ChangeRecord[],
): void {
  for (const i of source.kept) {
    const dealId = source.ids[i] ?? "";
    if (covered.has(dealId)) continue;
    const deal = deals.get(dealId);
    const change = deal ? changeAt(source, i, deal, stageOf) : null;
    if (change) changes.push(change);
  }
}

function changeAt(source: LinkedChanges, i: number, deal: DealRecord, stageOf: StageOf): ChangeRecord | null {
  const stage = stageOf(source.stages[i] ?? "", deal.outcome);
  if (!stage) return null;
  const leftDay = source.leftDays[i] ?? Number.NaN;
  return {
    sheet: source.sheet,
    row: source.rows[i] ?? 0,
    column: source.column,
    dealId: deal.id,
    stage: stage.name,
    day: source.days[i] ?? 0,
    second: source.seconds[i] ?? 0,
    leftDay: Number.isNaN(leftDay) ? null : leftDay,
  };
}

/**
 * What the stages before tell: a deal's first change came from a stage that it entered when it was created; a
 * later one should come from the stage that the change before led to, or it is a problem.
 */
export function addFromStages(
  source: LinkedChanges,
  deals: ReadonlyMap<string, DealRecord>,
  stageOf: StageOf,
  changes: ChangeRecord[],
  problems: Problem[],
): void {
  const { fromStages } = source;
  if (!fromStages) return;
  const differing: number[] = [];
  const before = new Map<number, StageName>();
  for (const [dealId, rows] of rowsByDeal(source)) {
    const deal = deals.get(dealId);
    let stood: StageName | null = null;
    for (const i of sortedInTime(source, rows)) {
      const from = stageOf(fromStages[i] ?? "");
      if (from && !stood && deal) addFirst(source, i, deal, from, changes);
      if (from && stood && from !== stood) {
        differing.push(i);
        before.set(i, stood);
      }
      stood = stageOf(source.stages[i] ?? "") ?? stood;
    }
  }
  for (const i of sortedInTime(source, differing)) {
    const from = stageOf(fromStages[i] ?? "")?.name ?? "";
    problems.push(fromStageDiffers(source, i, from, before.get(i)?.name ?? ""));
  }
}

/** Deal by deal, as the sheet mostly has them: looking deals up in the order of days takes far longer. */
function rowsByDeal({ kept, ids }: LinkedChanges): ReadonlyMap<string, readonly number[]> {
  const byDeal = new Map<string, number[]>();
  for (const i of kept) {
    const rows = byDeal.get(ids[i] ?? "");
    if (rows) rows.push(i);
    else byDeal.set(ids[i] ?? "", [i]);
  }
  return byDeal;
}

/** The deal entered the stage that its first change came from when it was created. */
function addFirst(
  source: LinkedChanges,
  i: number,
  deal: DealRecord,
  from: StageName,
  changes: ChangeRecord[],
): void {
  const { createdDay } = deal;
  if (from.kind !== "open" || createdDay === null || createdDay > (source.days[i] ?? 0)) return;
  const first = changeAt(source, i, deal, () => from);
  if (first) changes.push({ ...first, day: createdDay, second: 0, leftDay: null });
}

function fromStageDiffers(source: LinkedChanges, i: number, from: string, before: string): Problem {
  return {
    code: "from-stage-differs",
    severity: "warning",
    where: { sheet: source.sheet, cell: addressOf(source.rows[i] ?? 0, source.column) },
    value: from,
    excludes: "nothing",
    details: { from, before },
  };
}

/** Of snapshots, those that show a deal first, or in another stage than the one before: these are its changes. */
export function changingSnapshots(source: LinkedChanges, stageOf: StageOf): LinkedChanges {
  const stood = new Map<string, StageName | null>();
  const kept = inTime(source).filter((i) => {
    const [id, stage] = [source.ids[i] ?? "", stageOf(source.stages[i] ?? "")];
    const hasChanged = stood.get(id) !== stage;
    stood.set(id, stage);
    return hasChanged;
  });
  return { ...source, kept };
}

/** What each snapshot says of each deal. */
export function snapshotRecords(
  source: LinkedChanges,
  deals: ReadonlyMap<string, DealRecord>,
  stageOf: StageOf,
  amounts: Float64Array,
  expectedDays: Float64Array,
): readonly SnapshotRecord[] {
  const known = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  const records: SnapshotRecord[] = [];
  for (const i of source.kept) {
    const [dealId, stage] = [source.ids[i] ?? "", stageOf(source.stages[i] ?? "")];
    if (!stage || !deals.has(dealId)) continue;
    const [amount, expectedCloseDay] = [known(amounts[i]), known(expectedDays[i])];
    records.push({ dealId, day: source.days[i] ?? 0, stage: stage.name, amount, expectedCloseDay });
  }
  return records;
}
