import type { SnapshotRecord } from "../../../engine/intake/records.ts";
import type { DealTimeline, Timelines } from "../../../engine/pipeline/timelines.ts";
import { factsOf } from "../../helpers/facts-of.ts";

/** A deal in short: its changes as [day, target], and what its row says. */
export interface ShortDeal {
  readonly id?: string;
  readonly created?: number | null;
  readonly changes?: readonly (readonly [day: number, target: number])[];
  readonly amount?: number | null;
  readonly owner?: string;
  readonly source?: string;
  readonly account?: string;
  /** Amounts noted while it was open, as [day, amount]. */
  readonly noted?: readonly (readonly [day: number, amount: number])[];
}

export function timelinesOfDeals(stageNames: readonly string[], deals: readonly ShortDeal[]): Timelines {
  return {
    stages: stageNames.map((name, i) => ({ name, order: i + 1 })),
    shape: "history",
    currency: "EUR",
    excludedCount: 0,
    deals: deals.map(timelineOf),
  };
}

function timelineOf(deal: ShortDeal, index: number): DealTimeline {
  const { changes = [], amount = 1000, owner = "", source = "", account = "", noted } = deal;
  const id = deal.id ?? `D${index + 1}`;
  return {
    facts: factsOf(index, {
      id,
      account,
      owner,
      source,
      amount,
      createdDay: deal.created === undefined ? (changes[0]?.[0] ?? null) : deal.created,
    }),
    days: changes.map(([day]) => day),
    targets: changes.map(([, target]) => target),
    undatedOutcome: null,
    statedStage: null,
    ...(noted ? { snapshots: noted.map((note) => snapshotOf(id, note)) } : {}),
  };
}

function snapshotOf(dealId: string, [day, amount]: readonly [number, number]): SnapshotRecord {
  return { dealId, day, amount, stage: "", expectedCloseDay: null };
}
