import type { Day } from "../basics/day.ts";
import { groupBy } from "../basics/group-by.ts";
import type { SnapshotRecord } from "../intake/records.ts";
import type { DealFacts, Pipeline } from "./pipeline.ts";

/** What is known of each deal's past amounts and expected closes, by deal id, the earliest snapshot first. */
export type SnapshotBook = ReadonlyMap<string, readonly SnapshotRecord[]>;

/** The snapshots taken by a day, sorted; later ones do not exist. Empty where the workbook keeps none. */
export function snapshotBook(snapshots: readonly SnapshotRecord[], asOfDay: Day): SnapshotBook {
  const known = snapshots.filter(({ day }) => day <= asOfDay);
  const book = groupBy(known, ({ dealId }) => dealId);
  for (const ofDeal of book.values()) ofDeal.sort((a, b) => a.day - b.day);
  return book;
}

/** The book as it was on an earlier day. */
export function earlierBook(book: SnapshotBook, day: Day): SnapshotBook {
  const known = [...book].map(
    ([id, ofDeal]) => [id, ofDeal.filter((snapshot) => snapshot.day <= day)] as const,
  );
  return new Map(known.filter(([, ofDeal]) => ofDeal.length > 0));
}

/** The pipeline with the amounts and expected closes of open deals from their last snapshots by its day. */
export function asNoted(pipeline: Pipeline, book: SnapshotBook): Pipeline {
  const deals = pipeline.deals.map((deal) => {
    const noted = deal.outcome === "open" ? snapshotAt(book, deal.id, pipeline.asOfDay) : null;
    if (noted === null) return deal;
    return { ...deal, amount: noted.amount ?? deal.amount, expectedCloseDay: closeKnown(deal, noted) };
  });
  return { ...pipeline, deals };
}

/** The last snapshot of a deal taken on or before a day; null where there is none. */
export function snapshotAt(book: SnapshotBook, dealId: string, day: Day): SnapshotRecord | null {
  return lastNoted(book.get(dealId) ?? [], day);
}

/** The expected close a snapshot tells; the row's where there is none, or where the row's is a default nobody set. */
export function closeKnown(facts: DealFacts, noted: SnapshotRecord | null): Day | null {
  return noted === null || facts.closeDateIsDefault ? facts.expectedCloseDay : noted.expectedCloseDay;
}

/** The last of a deal's snapshots, the earliest first, taken on or before a day; null where there is none. */
export function lastNoted(ofDeal: readonly SnapshotRecord[], day: Day): SnapshotRecord | null {
  let last: SnapshotRecord | null = null;
  for (const snapshot of ofDeal) if (snapshot.day <= day) last = snapshot;
  return last;
}
