import { grouped, numberedTexts } from "../basics/grouped.ts";
import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import type { ChangeList } from "./change-list.ts";
import { inTime, sortInTime } from "./implied-deals.ts";
import { known } from "./known.ts";
import type { LinkedChanges } from "./linked-changes.ts";
import type { StageFinder } from "./name-all-stages.ts";
import type { ChangeRecord, DealRecord, SnapshotRecord, StageName } from "./records.ts";

/** The deals and stages that changes are of. */
export interface KnownDeals {
  readonly deals: readonly DealRecord[];
  /** By id. */
  readonly places: ReadonlyMap<string, number>;
  readonly stageOf: StageFinder;
}

/**
 * Adds the changes of one source, but those of deals that a better source covers, and of deals that are none.
 * @param covered 1 at the place of each deal that is covered.
 */
export function addChanges(
  source: LinkedChanges,
  { deals, places, stageOf }: KnownDeals,
  covered: Uint8Array,
  changes: ChangeList,
): void {
  let [lastId, place]: [string | null, number] = [null, -1];
  for (const i of source.kept) {
    const id = source.ids[i] ?? "";
    if (id !== lastId) {
      lastId = id;
      place = places.get(id) ?? -1;
    }
    const deal = covered[place] === 1 ? undefined : deals[place];
    const stage = deal && stageOf(source.stages[i] ?? "", deal.outcome);
    if (stage) changes.add(place, changeAt(source, i, stage));
  }
}

function changeAt(source: LinkedChanges, i: number, stage: StageName): Omit<ChangeRecord, "dealId"> {
  return {
    sheet: source.sheet,
    row: source.rows[i] ?? 0,
    column: source.column,
    stage: stage.name,
    day: source.days[i] ?? 0,
    second: source.seconds[i] ?? 0,
    leftDay: known(source.leftDays[i]),
  };
}

/**
 * What the stages before tell: a deal's first change came from a stage that it entered when it was created; a
 * later one should come from the stage that the change before led to, or it is a problem.
 */
export function addFromStages(
  source: LinkedChanges,
  { deals, places, stageOf }: KnownDeals,
  changes: ChangeList,
  problems: Problem[],
): void {
  const { fromStages } = source;
  if (!fromStages) return;
  const differing: number[] = [];
  const before = new Map<number, StageName>();
  const { names, numbers } = numberedTexts(source.ids, source.kept);
  const { starts, members } = grouped(numbers, names.length);
  names.forEach((dealId, group) => {
    const place = places.get(dealId) ?? -1;
    let stood: StageName | null = null;
    const [start, end] = [starts[group] ?? 0, starts[group + 1] ?? 0];
    sortInTime(source, members, start, end);
    for (let at = start; at < end; at++) {
      const i = members[at] ?? 0;
      const from = stageOf(fromStages[i] ?? "");
      if (from && !stood) addFirst(source, i, { place, deal: deals[place] }, from, changes);
      if (from && stood && from !== stood) {
        differing.push(i);
        before.set(i, stood);
      }
      stood = stageOf(source.stages[i] ?? "") ?? stood;
    }
  });
  const faults = Int32Array.from(differing);
  sortInTime(source, faults, 0, faults.length);
  for (const i of faults) {
    const from = stageOf(fromStages[i] ?? "")?.name ?? "";
    problems.push(fromStageDiffers(source, i, from, before.get(i)?.name ?? ""));
  }
}

/** The deal entered the stage that its first change came from when it was created. */
function addFirst(
  source: LinkedChanges,
  i: number,
  { place, deal }: { readonly place: number; readonly deal: DealRecord | undefined },
  from: StageName,
  changes: ChangeList,
): void {
  const createdDay = deal?.createdDay ?? null;
  if (from.kind !== "open" || createdDay === null || createdDay > (source.days[i] ?? 0)) return;
  changes.add(place, { ...changeAt(source, i, from), day: createdDay, second: 0, leftDay: null });
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
export function changingSnapshots(source: LinkedChanges, stageOf: StageFinder): LinkedChanges {
  const stood = new Map<string, StageName | null>();
  const kept = Array.from(inTime(source)).filter((i) => {
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
  deals: ReadonlyMap<string, number>,
  stageOf: StageFinder,
  amounts: Float64Array,
  expectedDays: Float64Array,
): readonly SnapshotRecord[] {
  const records: SnapshotRecord[] = [];
  for (const i of source.kept) {
    const [dealId, stage] = [source.ids[i] ?? "", stageOf(source.stages[i] ?? "")];
    if (!stage || !deals.has(dealId)) continue;
    const [amount, expectedCloseDay] = [known(amounts[i]), known(expectedDays[i])];
    records.push({ dealId, day: source.days[i] ?? 0, stage: stage.name, amount, expectedCloseDay });
  }
  return records;
}
