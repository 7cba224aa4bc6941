import type { DealRecord, SnapshotRecord } from "../../engine/intake/records.ts";
import { asOf } from "../../engine/pipeline/as-of.ts";
import { buildTimelines } from "../../engine/pipeline/build-timelines.ts";
import type { Pipeline } from "../../engine/pipeline/pipeline.ts";
import { type SnapshotBook, snapshotBook } from "../../engine/pipeline/snapshots.ts";
import type { Timelines } from "../../engine/pipeline/timelines.ts";
import { recordsOf } from "./records-of.ts";

/** What the rows of single deals say besides, by deal id. */
export type Facts = Readonly<Record<string, Partial<DealRecord>>>;

const LONG_AFTER = 1_000_000;

/** Timelines of a text as `recordsOf` takes it, with more facts on single deals. */
export function timelinesWith(text: string, facts: Facts, stages?: string[]): Timelines {
  const records = recordsOf(text, stages);
  const deals = records.deals.map((deal) => ({ ...deal, ...facts[deal.id] }));
  return buildTimelines({ ...records, deals }, LONG_AFTER).timelines;
}

/** The same as of a day. */
export function pipelineWith(text: string, asOfDay: number, facts: Facts, stages?: string[]): Pipeline {
  return asOf(timelinesWith(text, facts, stages), asOfDay);
}

/** Snapshots from a text, one a line: `day | deal id | amount | expected close`; blanks are unknown. */
export function bookOf(text: string, asOfDay = LONG_AFTER): SnapshotBook {
  const number = (part: string | undefined): number | null => (part ? Number(part) : null);
  const snapshots = text
    .trim()
    .split("\n")
    .map((line): SnapshotRecord => {
      const [day = "", dealId = "", amount, close] = line.split("|").map((part) => part.trim());
      return {
        dealId,
        day: Number(day),
        stage: "A",
        amount: number(amount),
        expectedCloseDay: number(close),
      };
    });
  return snapshotBook(snapshots, asOfDay);
}

export const NO_SNAPSHOTS: SnapshotBook = new Map();
